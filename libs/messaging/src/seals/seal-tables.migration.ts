import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The chain of seals over the log, and the indexes by which it is read as an audit trail; the fourth migration of each service. */
export class SealTables1764000000003 implements MigrationInterface {
  name = 'SealTables1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE event ADD COLUMN salt uuid DEFAULT gen_random_uuid(), ADD COLUMN erased_digest bytea;
      ALTER TABLE event ALTER COLUMN salt DROP DEFAULT;
      CREATE INDEX event_recorded ON event (recorded_at, id);
      CREATE INDEX event_actor ON event (actor_id, recorded_at, id);
      CREATE TABLE event_seal (
        first_position bigint CONSTRAINT event_seal_pkey PRIMARY KEY,
        last_position bigint NOT NULL,
        digests bytea NOT NULL,
        seal bytea NOT NULL,
        sealed_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE event_seal;
      DROP INDEX event_actor;
      DROP INDEX event_recorded;
      ALTER TABLE event DROP COLUMN erased_digest, DROP COLUMN salt;
    `);
  }
}
