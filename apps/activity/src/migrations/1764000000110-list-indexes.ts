import { buildIndexes, dropIndexes } from '@relata/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For the lists of bench/shapes.json, each in the order in which it is read. */
const INDEXES = {
  activity_owner_type: 'activity (owner_id, type, activity_date, id) WHERE deleted_at IS NULL',
  task_assignee: 'task (assigned_to_id, status, due_date, id) WHERE deleted_at IS NULL',
};

export class ListIndexes1764000000110 implements MigrationInterface {
  name = 'ListIndexes1764000000110';
  transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await buildIndexes(runner, INDEXES);
    await dropIndexes(runner, ['task_assigned']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await buildIndexes(runner, { task_assigned: 'task (assigned_to_id)' });
    await dropIndexes(runner, Object.keys(INDEXES));
  }
}
