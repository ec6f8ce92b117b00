import type { DataSource } from 'typeorm';
import { LeaseLost, RENEWAL, type Lease } from '../lease';
import { ENVELOPE_COLUMNS, type EnvelopeRow } from './event-envelope';

/** Most events that are read, and published, together. */
export const BATCH = 250;

/**
 * What the stream holds of the log: the events of these positions, in their order, at these sequences. (Strange
 * messages may stand between them; retention may have taken the first.)
 */
export interface PublishedRun {
  firstPosition: number;
  firstStreamSeq: number;
  lastPosition: number;
  lastStreamSeq: number;
}

/**
 * What the relay asks of the event tables. `outbox` holds what has no position yet; what has one and lies behind the
 * published run is still to be published.
 */
export class Outbox {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lease: Lease,
  ) {}

  /**
   * Gives the next events that have none their positions, in `seq` order and without gaps, and answers them; renews the
   * lease, whose row is locked meanwhile, so two relays cannot number at once. Throws LeaseLost.
   */
  async sequence(): Promise<EnvelopeRow[]> {
    return this.read(
      `fresh AS (
         DELETE FROM outbox WHERE seq = ANY(ARRAY(SELECT seq FROM outbox ORDER BY seq LIMIT ${BATCH}))
         AND EXISTS (SELECT FROM mine) RETURNING seq
       ), picked AS (
         INSERT INTO event_position (position, seq)
         SELECT (SELECT coalesce(max(position), 0) FROM event_position) + row_number() OVER (ORDER BY seq), seq FROM fresh
         RETURNING position, seq
       )`,
    );
  }

  /** The next events that have a position, behind this one; renews the lease. Throws LeaseLost. */
  async after(position: number): Promise<EnvelopeRow[]> {
    return this.read(
      `picked AS (SELECT position, seq FROM event_position WHERE position > $3 ORDER BY position LIMIT ${BATCH})`,
      [position],
    );
  }

  private async read(picked: string, parameters: unknown[] = []): Promise<EnvelopeRow[]> {
    // The array tells the planner that few are wanted: it would read the whole table for a hash join.
    const rows: (EnvelopeRow | { position: null })[] = await this.dataSource.query(
      `WITH mine AS (${RENEWAL} RETURNING 1), ${picked}
       SELECT picked.position, ${ENVELOPE_COLUMNS}
       FROM mine LEFT JOIN (picked JOIN event e ON e.seq = picked.seq AND e.seq = ANY(ARRAY(SELECT seq FROM picked))) ON true
       ORDER BY picked.position`,
      [this.lease.name, this.lease.holder, ...parameters],
    );
    if (rows.length === 0) throw new LeaseLost(this.lease.name);
    return rows.filter((row) => row.position !== null);
  }

  /** What is known to be in the stream. The stream itself knows better: see Reconciliation. */
  async published(): Promise<PublishedRun> {
    const [row]: Record<keyof PublishedRun, string>[] = await this.dataSource.query(
      `SELECT first_position AS "firstPosition", first_stream_seq AS "firstStreamSeq",
              last_position AS "lastPosition", last_stream_seq AS "lastStreamSeq" FROM published_run WHERE name = $1`,
      [this.lease.name],
    );
    return {
      firstPosition: Number(row?.firstPosition ?? 1),
      firstStreamSeq: Number(row?.firstStreamSeq ?? 1),
      lastPosition: Number(row?.lastPosition ?? 0),
      lastStreamSeq: Number(row?.lastStreamSeq ?? 0),
    };
  }

  /** Notes what is in the stream. Throws LeaseLost. */
  async markPublished(run: PublishedRun): Promise<void> {
    const marked: unknown[] = await this.dataSource.query(
      `INSERT INTO published_run (name, first_position, first_stream_seq, last_position, last_stream_seq)
       SELECT name, $3, $4, $5, $6 FROM lease WHERE name = $1 AND holder = $2
       ON CONFLICT (name) DO UPDATE SET first_position = excluded.first_position, last_position = excluded.last_position,
         first_stream_seq = excluded.first_stream_seq, last_stream_seq = excluded.last_stream_seq
       RETURNING 1`,
      [
        this.lease.name,
        this.lease.holder,
        run.firstPosition,
        run.firstStreamSeq,
        run.lastPosition,
        run.lastStreamSeq,
      ],
    );
    if (marked.length === 0) throw new LeaseLost(this.lease.name);
  }

  /** The position of an event; undefined where the table does not know it. */
  async positionOf(eventId: string): Promise<number | undefined> {
    const [row]: { position: string }[] = await this.dataSource.query(
      'SELECT position FROM event JOIN event_position USING (seq) WHERE id = $1',
      [eventId],
    );
    return row && Number(row.position);
  }

  /** Whether retention cannot have taken the event at this position yet. */
  async isYoung(position: number, retentionDays: number): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `SELECT FROM event_position JOIN event USING (seq)
       WHERE position = $1 AND recorded_at > now() - make_interval(days => $2) + interval '1 hour'`,
      [position, retentionDays],
    );
    return rows.length > 0;
  }

  /** Of the positions behind `from` up to `to`: the last before the first that retention would still keep. */
  async lastTooOld(from: number, to: number, retentionDays: number): Promise<number> {
    const [row]: { last: string | null }[] = await this.dataSource.query(
      `SELECT min(position) - 1 AS last FROM event_position JOIN event USING (seq)
       WHERE position > $1 AND position <= $2 AND recorded_at > now() - make_interval(days => $3)`,
      [from, to, retentionDays],
    );
    return Number(row?.last ?? to);
  }
}
