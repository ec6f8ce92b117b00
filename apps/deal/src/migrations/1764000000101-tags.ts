import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tags of deals. */
export class Tags1764000000101 implements MigrationInterface {
  name = 'Tags1764000000101';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE deal ADD COLUMN tags text[] NOT NULL DEFAULT '{}';
      CREATE INDEX deal_tags ON deal USING gin (tags) WHERE tags <> '{}';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE deal DROP COLUMN tags');
  }
}
