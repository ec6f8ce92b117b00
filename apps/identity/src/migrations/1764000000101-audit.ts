import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whence sign-ins and the uses of keys come. */
export class Audit1764000000101 implements MigrationInterface {
  name = 'Audit1764000000101';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE session ADD COLUMN address text;
      ALTER TABLE api_key_use ADD COLUMN told_at timestamptz;
      ALTER TABLE api_key_use DROP CONSTRAINT api_key_use_pkey, ADD CONSTRAINT api_key_use_pkey PRIMARY KEY (key_id, address);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM api_key_use AS use WHERE EXISTS (
        SELECT FROM api_key_use AS later WHERE later.key_id = use.key_id AND (later.used_at, later.address) > (use.used_at, use.address)
      );
      ALTER TABLE api_key_use DROP CONSTRAINT api_key_use_pkey, ADD CONSTRAINT api_key_use_pkey PRIMARY KEY (key_id);
      ALTER TABLE api_key_use DROP COLUMN told_at;
      ALTER TABLE session DROP COLUMN address;
    `);
  }
}
