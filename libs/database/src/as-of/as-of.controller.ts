import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { DataSource } from 'typeorm';
import {
  AS_OF_FIELDS,
  ME,
  notFound,
  type ListAsOfQuery,
  type Page,
  type RecordAsOfQuery,
  type RecordView,
} from '@relata/contracts';
import { Snapshots } from '@relata/messaging';
import { currentRights } from '@relata/platform';
import { inWindows } from '../lists/in-windows';
import { LimitedReads } from '../lists/limited-reads';
import { tooExpensive, wasTooLong } from '../lists/statement-limit';
import type { RecordStore } from '../records/record-store';
import { RecordStores } from '../records/record-stores';
import type { RecordEntity } from '../records/record.entity';
import { Parameters } from '../sql/parameters';
import { happened, pastSql } from './past-sql';

/** At how many of the next records their past is looked up before the events are asked which have the value. */
const WINDOWS = [1_000, 30_000];

/** Records as they stood, from the events that tell of them: by today's rights, whatever held then. */
@Controller()
export class AsOfController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reads: LimitedReads,
    private readonly stores: RecordStores,
    private readonly snapshots: Snapshots,
  ) {}

  /** Throws NOT_FOUND for a record that did not live then, or that the caller may not see now. */
  @MessagePattern('asOf.get')
  async get(@Payload() { recordType, id, moment }: RecordAsOfQuery): Promise<RecordView> {
    const store = this.storeOf(recordType);
    const parameters = new Parameters(recordType, id);
    const [row]: { snapshot: RecordView }[] = await this.dataSource.query(
      `SELECT snapshot FROM event e WHERE record_type = $1 AND record_id = $2 AND ${happened(moment, parameters)}
       ORDER BY version DESC LIMIT 1`,
      parameters.values,
    );
    if (!row || row.snapshot.deletedAt || !(await store.access.mayRead(this.dataSource.manager, id)))
      throw notFound(recordType, id);
    return this.present(store, row.snapshot);
  }

  /** The records of which that held then; read anew for each page, as the past does not change. */
  @MessagePattern('asOf.list')
  async list(@Payload() query: ListAsOfQuery): Promise<Page<RecordView>> {
    const { recordType, limit } = query;
    const store = this.storeOf(recordType);
    const { access, table, kind } = store;
    const field = AS_OF_FIELDS.find((known) => known === query.field);
    if (!field || access.isHidden(field)) throw notFound('field', query.field);
    const isMe = field === 'ownerId' && query.value === ME;
    const parameters = new Parameters();
    const { amongNext, byEvents } = pastSql(
      {
        ...query,
        field,
        value: isMe ? (currentRights().caller.id ?? '') : query.value.toLowerCase(),
        table,
        reach: access.reach('read', parameters),
        limit: limit + 1,
      },
      parameters,
    );
    const rows = await this.reads
      .run(async (manager) => {
        const ask = (sql: string): Promise<{ snapshot: RecordView }[]> =>
          manager.query(sql, parameters.values);
        return (await inWindows(WINDOWS, limit + 1, (size) => ask(amongNext(size)))) ?? ask(byEvents);
      })
      .catch((error: unknown) => {
        if (!wasTooLong(error)) throw error;
        throw tooExpensive(this.dataSource.getMetadata(kind.entity), {});
      });
    const hasMore = rows.length > limit;
    return {
      data: rows.slice(0, limit).map(({ snapshot }) => this.present(store, snapshot)),
      page: { nextCursor: null, prevCursor: null, hasMore, limit },
    };
  }

  private present({ kind, access }: RecordStore<RecordEntity>, kept: RecordView): RecordView {
    const snapshot = this.snapshots.whole(kind.type, kept) as unknown as RecordView;
    return currentRights().cut(access.resource, snapshot);
  }

  private storeOf(recordType: string): RecordStore<RecordEntity> {
    const store = this.stores.find(recordType);
    if (!store) throw notFound('type of record', recordType);
    currentRights().require(store.access.resource, 'read');
    return store;
  }
}
