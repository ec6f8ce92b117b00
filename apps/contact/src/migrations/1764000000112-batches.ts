import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Batches across services. */
export class Batches1764000000112 implements MigrationInterface {
  name = 'Batches1764000000112';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE batch (
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
        status text NOT NULL,
        services text[] NOT NULL,
        operations integer NOT NULL,
        request_id text NOT NULL,
        idempotency_key text,
        alive_until timestamptz NOT NULL
      );
      CREATE INDEX batch_open ON batch (alive_until) WHERE status = 'open';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE batch');
  }
}
