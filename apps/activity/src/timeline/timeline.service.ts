import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  DomainError,
  type Page,
  type Rights,
  type TimelineEntryView,
  type TimelineQuery,
} from '@relata/contracts';
import { References } from '@relata/database';
import { currentRights } from '@relata/platform';

interface TimelineRow extends Omit<TimelineEntryView, 'at'> {
  at: Date;
  /** As Postgres prints it, with microseconds. */
  at_text: string;
}

const COLUMN = { contact: 'contact_id', company: 'company_id', deal: 'deal_id' } as const;

/** Activities and tasks about one record, newest first. */
@Injectable()
export class TimelineService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly references: References,
  ) {}

  /**
   * Throws INVALID_CURSOR, NOT_FOUND for a record that the caller may not see. Who sees it sees what was done about it. The
   * timeline of a merged contact is that of the survivor.
   */
  async list({ type, id, limit, cursor }: TimelineQuery): Promise<Page<TimelineEntryView>> {
    const recordId = await this.references.current(type, id);
    await this.references.requireVisible(type, recordId);
    const rights = currentRights();
    const [at, lastId] =
      cursor === undefined ? ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] : decode(cursor);
    const part = (columns: string, table: 'activity' | 'task', time: string) => `(
      SELECT ${columns}, description, contact_id AS "contactId", company_id AS "companyId", deal_id AS "dealId",
             created_by_id AS "createdById", ${time} AS at, ${time}::text AS at_text
      FROM ${table} WHERE ${rights.scope(table, 'read') !== 'none'} AND ${COLUMN[type]} = $1 AND deleted_at IS NULL AND (${time}, id) < ($2::timestamptz, $3::uuid)
      ORDER BY ${time} DESC, id DESC LIMIT $4)`;
    const rows: TimelineRow[] = await this.dataSource.query(
      `${part(`'activity' AS kind, id, type, subject, NULL::text AS status`, 'activity', 'activity_date')}
       UNION ALL ${part(`'task' AS kind, id, 'task' AS type, title AS subject, status`, 'task', 'created_at')}
       ORDER BY at DESC, id DESC LIMIT $4`,
      [recordId, at, lastId, limit + 1],
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const hasMore = rows.length > limit;
    return {
      data: shown.map((row) => toEntry(row, rights)),
      page: { nextCursor: hasMore && last ? encode(last) : null, prevCursor: null, hasMore, limit },
    };
  }
}

function toEntry({ at_text: _, ...row }: TimelineRow, rights: Rights): TimelineEntryView {
  const entry = { ...row, at: row.at.toISOString() };
  if (row.kind === 'activity') return rights.cut('activity', entry);
  const { subject: __, ...untitled } = entry;
  return rights.cut('task', rights.isHidden('task', 'title') ? (untitled as TimelineEntryView) : entry);
}

function encode(row: TimelineRow): string {
  return Buffer.from(JSON.stringify([row.at_text, row.id])).toString('base64url');
}

function decode(cursor: string): [string, string] {
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (
      typeof at === 'string' &&
      !Number.isNaN(Date.parse(at)) &&
      typeof id === 'string' &&
      /^[0-9a-f-]{36}$/.test(id)
    )
      return [at, id];
  } catch {
    // Falls through to the refusal.
  }
  throw new DomainError('INVALID_CURSOR', 'The cursor cannot be read. Start again without it.');
}
