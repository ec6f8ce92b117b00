import { buildIndexes, dropIndexes } from '@relata/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For the lists of bench/shapes.json, each in the order in which it is read. */
const INDEXES = {
  contact_updated: 'contact (updated_at, id) WHERE deleted_at IS NULL',
  contact_lifecycle: 'contact (lifecycle_stage, updated_at, id) WHERE deleted_at IS NULL',
  contact_of_company: 'contact (company_id, created_at, id) WHERE deleted_at IS NULL',
  contact_name: 'contact (last_name, first_name, id) WHERE deleted_at IS NULL',
  company_name: 'company (name, id) WHERE deleted_at IS NULL',
  company_industry: 'company (industry, name, id) WHERE deleted_at IS NULL',
};

export class ListIndexes1764000000110 implements MigrationInterface {
  name = 'ListIndexes1764000000110';
  transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await buildIndexes(runner, INDEXES);
    await dropIndexes(runner, ['contact_company']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await buildIndexes(runner, { contact_company: 'contact (company_id)' });
    await dropIndexes(runner, Object.keys(INDEXES));
  }
}
