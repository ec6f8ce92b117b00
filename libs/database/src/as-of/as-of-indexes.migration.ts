import type { MigrationInterface, QueryRunner } from 'typeorm';

const FIELDS = { owner: 'ownerId', contact: 'contactId', company: 'companyId', pipeline: 'pipelineId' };

/** By which records of the past are found: the events that set whose they are; the eighth migration of each service. */
export class AsOfIndexes1764000000007 implements MigrationInterface {
  name = 'AsOfIndexes1764000000007';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, field] of Object.entries(FIELDS))
      await runner.query(
        `CREATE INDEX event_set_${name} ON event ((after->>'${field}'), record_type) WHERE after ? '${field}'`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(FIELDS)) await runner.query(`DROP INDEX event_set_${name}`);
  }
}
