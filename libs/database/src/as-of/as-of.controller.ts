import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { DataSource } from 'typeorm';
import {
  AS_OF_FIELDS,
  ME,
  notFound,
  type ListAsOfQuery,
  type Moment,
  type Page,
  type RecordAsOfQuery,
  type RecordView,
} from '@relata/contracts';
import { currentRights } from '@relata/platform';
import type { RecordStore } from '../records/record-store';
import { RecordStores } from '../records/record-stores';
import type { RecordEntity } from '../records/record.entity';
import { Parameters } from '../sql/parameters';

/** Records as they stood, from the events that tell of them: by today's rights, whatever held then. */
@Controller()
export class AsOfController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stores: RecordStores,
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
    return currentRights().cut(store.access.resource, row.snapshot);
  }

  /** The records of which that held then; read anew for each page, as the past does not change. */
  @MessagePattern('asOf.list')
  async list(@Payload() query: ListAsOfQuery): Promise<Page<RecordView>> {
    const { recordType, value, moment, limit, after } = query;
    const { access, table } = this.storeOf(recordType);
    const field = AS_OF_FIELDS.find((known) => known === query.field);
    if (!field || access.isHidden(field)) throw notFound('field', query.field);
    const asked = field === 'ownerId' && value === ME ? currentRights().caller.id : value.toLowerCase();
    const parameters = new Parameters(recordType, asked);
    const then = happened(moment, parameters);
    const behind = after
      ? `AND (snapshot->>'createdAt', stood.record_id) < (${parameters.add(after.createdAt)}, ${parameters.add(after.id)}::uuid)`
      : '';
    const rows: { snapshot: RecordView }[] = await this.dataSource.query(
      `WITH candidate AS (
         SELECT DISTINCT record_id FROM event e
         WHERE after ? '${field}' AND after->>'${field}' = $2 AND record_type = $1 AND ${then}
       ), stood AS (
         SELECT last.record_id, last.snapshot FROM candidate, LATERAL (
           SELECT record_id, snapshot FROM event e WHERE record_type = $1 AND record_id = candidate.record_id AND ${then}
           ORDER BY version DESC LIMIT 1
         ) AS last
         WHERE last.snapshot->>'${field}' = $2 AND last.snapshot->>'deletedAt' IS NULL
       )
       SELECT snapshot FROM stood
       WHERE EXISTS (SELECT FROM ${table} WHERE id = stood.record_id AND ${access.reach('read', parameters)}) ${behind}
       ORDER BY snapshot->>'createdAt' DESC, stood.record_id DESC LIMIT ${limit + 1}`,
      parameters.values,
    );
    const hasMore = rows.length > limit;
    return {
      data: rows.slice(0, limit).map(({ snapshot }) => currentRights().cut(access.resource, snapshot)),
      page: { nextCursor: null, prevCursor: null, hasMore, limit },
    };
  }

  private storeOf(recordType: string): RecordStore<RecordEntity> {
    const store = this.stores.find(recordType);
    if (!store) throw notFound('type of record', recordType);
    currentRights().require(store.access.resource, 'read');
    return store;
  }
}

/** The condition on events `e` that had happened by then, as far as was known. */
function happened(moment: Moment, parameters: Parameters): string {
  return 'time' in moment
    ? `e.recorded_at <= ${parameters.add(moment.time)}`
    : `e.seq IN (SELECT seq FROM event_position p WHERE p.seq = e.seq AND p.position <= ${parameters.add(moment.position)})`;
}
