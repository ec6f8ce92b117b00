import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what records can be filtered that point at others' records; the sixth migration of each service. */
export class ReferenceFields1764000000005 implements MigrationInterface {
  name = 'ReferenceFields1764000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE reference ADD COLUMN email text, ADD COLUMN domain text, ADD COLUMN industry text;
      CREATE INDEX reference_name ON reference (type, name);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX reference_name;
      ALTER TABLE reference DROP COLUMN industry, DROP COLUMN domain, DROP COLUMN email;
    `);
  }
}
