import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Writes under keys of the clients' choice; the fifth migration of each service. */
export class IdempotencyTable1764000000004 implements MigrationInterface {
  name = 'IdempotencyTable1764000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency_key (
        principal_id uuid NOT NULL,
        verb text NOT NULL,
        key text NOT NULL,
        request_hash bytea NOT NULL,
        claim uuid NOT NULL,
        claimed_until timestamptz NOT NULL,
        answer text,
        created_at timestamptz NOT NULL,
        CONSTRAINT idempotency_key_pkey PRIMARY KEY (principal_id, verb, key)
      );
      CREATE INDEX idempotency_key_created ON idempotency_key (created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency_key');
  }
}
