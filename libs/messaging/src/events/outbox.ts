import type { DataSource } from 'typeorm';
import type { Lease } from '../lease';
import type { SequencedEventRow } from './event-envelope';

const BATCH = 500;

/** What the relay asks of the event table. */
export class Outbox {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Gives every event that has none its position, in `seq` order and without gaps, if this relay still has the
   * lease. Its row is locked meanwhile, so two relays cannot number at once.
   * Answers the last position that was given, undefined when none was.
   */
  async sequence({ name, holder }: Lease): Promise<number | undefined> {
    const [given]: { last: string | null }[] = await this.dataSource.query(
      `WITH lease AS (
         SELECT 1 FROM lease WHERE name = $1 AND holder = $2 AND expires_at > clock_timestamp() FOR UPDATE
       ), fresh AS (
         SELECT o.seq FROM outbox o LEFT JOIN event_position p ON p.seq = o.seq
         WHERE p.seq IS NULL AND EXISTS (SELECT FROM lease) ORDER BY o.seq LIMIT ${BATCH}
       ), given AS (
         INSERT INTO event_position (position, seq)
         SELECT (SELECT coalesce(max(position), 0) FROM event_position) + row_number() OVER (ORDER BY seq), seq FROM fresh
         RETURNING position
       )
       SELECT max(position) AS last FROM given`,
      [name, holder],
    );
    return given?.last ? Number(given.last) : undefined;
  }

  /** The next sequenced but unpublished events, in order of position. */
  async next(): Promise<SequencedEventRow[]> {
    return this.dataSource.query(
      `SELECT e.*, p.position FROM outbox o JOIN event_position p USING (seq) JOIN event e USING (seq)
       ORDER BY p.position LIMIT ${BATCH}`,
    );
  }

  /** Notes where the stream holds these events; they leave the outbox. */
  async markPublished(marks: { seq: string; streamSeq: number }[]): Promise<void> {
    if (marks.length === 0) return;
    await this.dataSource.query(
      `WITH mark AS (SELECT * FROM unnest($1::bigint[], $2::bigint[]) AS m (seq, stream_seq)),
            gone AS (DELETE FROM outbox WHERE seq IN (SELECT seq FROM mark))
       UPDATE event_position p SET stream_seq = mark.stream_seq FROM mark WHERE p.seq = mark.seq`,
      [marks.map((mark) => mark.seq), marks.map((mark) => mark.streamSeq)],
    );
  }

  /** The highest stream sequence that any event is known to have. */
  async lastMarked(): Promise<number> {
    const [row]: { last: string | null }[] = await this.dataSource.query(
      'SELECT max(stream_seq) AS last FROM event_position',
    );
    return Number(row?.last ?? 0);
  }

  /** The newest event that the stream is said to hold at or before a sequence. */
  async markAtOrBefore(streamSeq: number): Promise<{ id: string; streamSeq: number } | undefined> {
    const [row]: { id: string; stream_seq: string }[] = await this.dataSource.query(
      `SELECT e.id, p.stream_seq FROM event_position p JOIN event e USING (seq)
       WHERE p.stream_seq <= $1 ORDER BY p.stream_seq DESC LIMIT 1`,
      [streamSeq],
    );
    return row && { id: row.id, streamSeq: Number(row.stream_seq) };
  }

  /**
   * The lowest sequence before the stream's first whose event is too young for retention to have taken it; undefined when
   * there is none.
   */
  async firstMissingBefore(firstSeq: number, retentionDays: number): Promise<number | undefined> {
    const young = `e.recorded_at > now() - make_interval(days => $2) + interval '1 hour'`;
    const [newest]: { young: boolean }[] = await this.dataSource.query(
      `SELECT ${young} AS young FROM event_position p JOIN event e USING (seq)
       WHERE p.stream_seq < $1 ORDER BY p.stream_seq DESC LIMIT 1`,
      [firstSeq, retentionDays],
    );
    if (!newest?.young) return undefined;
    const [row]: { first: string }[] = await this.dataSource.query(
      `SELECT min(p.stream_seq) AS first FROM event_position p JOIN event e USING (seq)
       WHERE p.stream_seq < $1 AND ${young}`,
      [firstSeq, retentionDays],
    );
    return Number(row?.first);
  }

  /** `seq` by event id, for those of `ids` that are in the table. */
  async seqOf(ids: string[]): Promise<Map<string, string>> {
    const rows: { id: string; seq: string }[] = await this.dataSource.query(
      'SELECT id, seq FROM event WHERE id = ANY($1::uuid[])',
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row.seq]));
  }

  /**
   * Puts back what the stream was said to hold but lost (its store was rolled back or replaced), as far as
   * its retention would still keep it. Answers how many.
   */
  async requeueAfter(streamSeq: number, retentionDays: number): Promise<number> {
    const rows: unknown[] = await this.dataSource.query(
      `WITH lost AS (
         UPDATE event_position p SET stream_seq = NULL FROM event e
         WHERE e.seq = p.seq AND p.stream_seq > $1 AND e.recorded_at > now() - make_interval(days => $2) RETURNING p.seq
       ), forgotten AS (
         UPDATE event_position p SET stream_seq = NULL FROM event e
         WHERE e.seq = p.seq AND p.stream_seq > $1 AND e.recorded_at <= now() - make_interval(days => $2)
       )
       INSERT INTO outbox (seq) SELECT seq FROM lost ON CONFLICT DO NOTHING RETURNING seq`,
      [streamSeq, retentionDays],
    );
    return rows.length;
  }
}
