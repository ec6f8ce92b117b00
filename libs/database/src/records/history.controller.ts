import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { DataSource } from 'typeorm';
import { notFound, resourceOf, type HistoryEntryView, type HistoryQuery, type Page } from '@relata/contracts';
import { currentRights } from '@relata/platform';
import { HISTORY_COLUMNS, toHistoryEntry, type HistoryRow } from './history-entry';
import { RecordStores } from './record-stores';

/** The history of a record, newest first, read from the event table itself: by today's rights, whatever held then. */
@Controller()
export class HistoryController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stores: RecordStores,
  ) {}

  @MessagePattern('history.list')
  async list(@Payload() query: HistoryQuery): Promise<Page<HistoryEntryView>> {
    await this.requireReadable(query);
    const resource = resourceOf(query.recordType);
    const rows: HistoryRow[] = await this.dataSource.query(
      `SELECT ${HISTORY_COLUMNS} FROM event
       WHERE record_type = $1 AND record_id = $2 AND version < $3 ORDER BY version DESC LIMIT $4`,
      [query.recordType, query.id, query.beforeVersion ?? 2_147_483_647, query.limit + 1],
    );
    const shown = rows.slice(0, query.limit);
    const hasMore = rows.length > query.limit;
    return {
      data: shown.map((row) => toHistoryEntry(row, resource)),
      page: {
        nextCursor: hasMore ? String(shown.at(-1)?.version) : null,
        prevCursor: null,
        hasMore,
        limit: query.limit,
      },
    };
  }

  /** Throws NOT_FOUND for a record that the caller may not see now, FORBIDDEN for a kind of records. */
  private async requireReadable({ recordType, id }: HistoryQuery): Promise<void> {
    if (currentRights().require(resourceOf(recordType), 'read') === 'all') return;
    const store = this.stores.find(recordType);
    if (!store || !(await store.access.mayRead(this.dataSource.manager, id))) throw notFound(recordType, id);
  }
}
