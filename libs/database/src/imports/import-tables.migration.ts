import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Import jobs; the third migration of each service. */
export class ImportTables1764000000002 implements MigrationInterface {
  name = 'ImportTables1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE import_job (
        id uuid CONSTRAINT import_job_pkey PRIMARY KEY,
        status text NOT NULL,
        plan jsonb NOT NULL,
        principal jsonb NOT NULL,
        undo_of uuid,
        file_name text,
        total integer,
        processed integer NOT NULL,
        created integer NOT NULL,
        updated integer NOT NULL,
        unchanged integer NOT NULL,
        deleted integer NOT NULL,
        failed integer NOT NULL,
        ignored_columns jsonb NOT NULL,
        error text,
        created_at timestamptz NOT NULL,
        started_at timestamptz,
        finished_at timestamptz,
        holder uuid,
        heartbeat_at timestamptz
      );
      CREATE INDEX import_job_open ON import_job (created_at) WHERE status IN ('queued', 'running');
      CREATE TABLE import_chunk (
        import_id uuid NOT NULL,
        position integer NOT NULL,
        bytes bytea NOT NULL,
        CONSTRAINT import_chunk_pkey PRIMARY KEY (import_id, position)
      );
      CREATE TABLE import_error (
        import_id uuid NOT NULL,
        row integer NOT NULL,
        position integer NOT NULL,
        column_name text,
        reason text NOT NULL,
        CONSTRAINT import_error_pkey PRIMARY KEY (import_id, row, position)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE import_error, import_chunk, import_job');
  }
}
