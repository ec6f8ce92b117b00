import { resetPendingLists, shortenPendingLists } from '@relata/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SEARCHES = ['contact_search', 'company_search'];

export class PendingLists1764000000113 implements MigrationInterface {
  name = 'PendingLists1764000000113';

  async up(runner: QueryRunner): Promise<void> {
    await shortenPendingLists(runner, SEARCHES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await resetPendingLists(runner, SEARCHES);
  }
}
