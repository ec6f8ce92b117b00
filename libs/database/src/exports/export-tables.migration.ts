import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Export jobs and their files; the seventh migration of each service. */
export class ExportTables1764000000006 implements MigrationInterface {
  name = 'ExportTables1764000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE export_job (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        deleted_at timestamptz,
        owner_id uuid,
        reader_ids uuid[] NOT NULL,
        editor_ids uuid[] NOT NULL,
        external_keys jsonb NOT NULL,
        custom_fields jsonb NOT NULL,
        search_text text NOT NULL,
        plan jsonb NOT NULL,
        principal jsonb NOT NULL,
        status text NOT NULL,
        rows integer,
        error text,
        started_at timestamptz,
        finished_at timestamptz,
        holder uuid,
        heartbeat_at timestamptz
      );
      CREATE INDEX export_job_created ON export_job (created_at, id) WHERE deleted_at IS NULL;
      CREATE INDEX export_job_open ON export_job (created_at) WHERE status IN ('queued', 'running');
      CREATE TABLE export_chunk (
        export_id uuid NOT NULL,
        position integer NOT NULL,
        bytes bytea NOT NULL,
        CONSTRAINT export_chunk_pkey PRIMARY KEY (export_id, position)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE export_chunk, export_job');
  }
}
