import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Those that there are when this runs: what comes later, older roles do not know. */
const KNOWN =
  '["contact","company","deal","activity","task","pipeline","customField","user","team","role","apiKey","session","event","audit","export"]';

/** Which resources a role could name when it was saved. */
export class KnownResources1764000000102 implements MigrationInterface {
  name = 'KnownResources1764000000102';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE role ADD COLUMN known_resources jsonb NOT NULL DEFAULT '${KNOWN}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE role DROP COLUMN known_resources');
  }
}
