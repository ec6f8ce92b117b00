import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What events wrote repeats the names of the records that it tells of: it is no longer found by them. */
export class WordsOfPeople1764000000112 implements MigrationInterface {
  name = 'WordsOfPeople1764000000112';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE activity SET search_text = '' WHERE search_text <> ''
       AND type IN ('contact_created', 'deal_created', 'deal_stage_changed', 'deal_won', 'deal_lost')`,
    );
  }

  async down(): Promise<void> {
    // A change of the record writes its words.
  }
}
