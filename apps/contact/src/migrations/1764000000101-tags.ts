import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tags of contacts and companies. */
export class Tags1764000000101 implements MigrationInterface {
  name = 'Tags1764000000101';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['contact', 'company'])
      await runner.query(`
        ALTER TABLE ${table} ADD COLUMN tags text[] NOT NULL DEFAULT '{}';
        CREATE INDEX ${table}_tags ON ${table} USING gin (tags) WHERE tags <> '{}';
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['contact', 'company']) await runner.query(`ALTER TABLE ${table} DROP COLUMN tags`);
  }
}
