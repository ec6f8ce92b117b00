import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parts of batches across services. */
export class BatchPartTable1764000000011 implements MigrationInterface {
  name = 'BatchPartTable1764000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE batch_part (
        batch_id uuid CONSTRAINT batch_part_pkey PRIMARY KEY,
        written jsonb,
        created_at timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE batch_part');
  }
}
