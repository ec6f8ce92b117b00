import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which another file under the same `Idempotency-Key` is noticed. */
export class ImportFileHash1764000000015 implements MigrationInterface {
  name = 'ImportFileHash1764000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE import_job ADD file_hash text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE import_job DROP file_hash');
  }
}
