import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Custom fields that point at records. */
export class CustomReferences1764000000013 implements MigrationInterface {
  name = 'CustomReferences1764000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE custom_field ADD COLUMN target text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE custom_field DROP COLUMN target');
  }
}
