import { buildIndexes, dropIndexes } from '@relata/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For the lists of bench/shapes.json, each in the order in which it is read. */
const INDEXES = {
  deal_board: 'deal (pipeline_id, stage, amount, id) WHERE deleted_at IS NULL',
  deal_owner_status: 'deal (owner_id, status, created_at, id) WHERE deleted_at IS NULL',
  deal_expected: 'deal (status, expected_close_date, id) WHERE deleted_at IS NULL',
};

export class ListIndexes1764000000110 implements MigrationInterface {
  name = 'ListIndexes1764000000110';
  transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await buildIndexes(runner, INDEXES);
    await dropIndexes(runner, ['deal_pipeline']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await buildIndexes(runner, { deal_pipeline: 'deal (pipeline_id)' });
    await dropIndexes(runner, Object.keys(INDEXES));
  }
}
