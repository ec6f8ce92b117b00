import type { MigrationInterface, QueryRunner } from 'typeorm';
import { buildIndexes } from '../schema/build-indexes';
import { SET_SQL } from './past-sql';

const FIELDS = { owner: 'ownerId', contact: 'contactId', company: 'companyId', pipeline: 'pipelineId' };

/** Events of new records keep no `after`, which their snapshots say. (docs/adr/0022) */
export class LeanEvents1764000000014 implements MigrationInterface {
  name = 'LeanEvents1764000000014';
  transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE event ALTER COLUMN after DROP NOT NULL');
    await buildIndexes(runner, indexesOn(SET_SQL));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('UPDATE event SET after = snapshot WHERE after IS NULL');
    await runner.query('ALTER TABLE event ALTER COLUMN after SET NOT NULL');
    await buildIndexes(runner, indexesOn('after'));
  }
}

function indexesOn(set: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(FIELDS).map(([name, field]) => [
      `event_set_${name}`,
      `event ((${set}->>'${field}'), record_type) WHERE ${set} ? '${field}'`,
    ]),
  );
}
