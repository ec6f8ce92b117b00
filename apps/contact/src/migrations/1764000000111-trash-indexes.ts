import { buildIndexes, dropIndexes } from '@relata/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For lists of what was deleted, and of what lived at a time in the past. */
const INDEXES = {
  contact_trash: 'contact (created_at, id) WHERE deleted_at IS NOT NULL',
  company_trash: 'company (created_at, id) WHERE deleted_at IS NOT NULL',
};

export class TrashIndexes1764000000111 implements MigrationInterface {
  name = 'TrashIndexes1764000000111';
  transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await buildIndexes(runner, INDEXES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndexes(runner, Object.keys(INDEXES));
  }
}
