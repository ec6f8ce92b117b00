import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { notFound, type AuditProblemView, type AuditSealView, type VerifiedStretch } from '@relata/contracts';
import { ENVELOPE_COLUMNS, type EnvelopeRow } from '../events/event-envelope';
import { SERVICE_SETTINGS, type ServiceSettings } from '../service-settings';
import { DIGEST_BYTES, NOTHING, digestOf, sealOf } from './digest';

/** About so many events are looked at in one question, so that each ends soon; a link is never cut. */
const STRETCH = 1_000;

interface Link {
  first: number;
  last: number;
  digests: Buffer;
  seal: Buffer;
}

type Finding = Pick<AuditProblemView, 'kind' | 'position' | 'message'> & { event?: EnvelopeRow };

/** Holds the log against the chain of seals over it. */
@Injectable()
export class SealVerifier {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(SERVICE_SETTINGS) private readonly settings: ServiceSettings,
  ) {}

  /** The next stretch behind a position, which is the end of a link or 0. Stops at the first row that is not as it was. */
  async verify(after: number): Promise<VerifiedStretch> {
    const previous = after === 0 ? NOTHING : await this.sealAt(after);
    if (!previous) return this.found({ kind: 'seal', position: after, message: noLinkEnds(after) }, after);
    const links = await this.links(after);
    const through = links.at(-1)?.last ?? after;
    const events = await this.events(after, through);
    const finding =
      brokenLink(links, after, previous) ??
      alteredEvent(links, events) ??
      (await this.unlisted(after, links.length > 0 ? through : null));
    if (finding) return this.found(finding, after);
    return {
      checked: events.size,
      erased: [...events.values()].filter(({ erased_digest }) => erased_digest !== null).length,
      through,
      seal: (links.at(-1)?.seal ?? previous).toString('hex'),
      hasMore: links.length > 0,
      problem: null,
    };
  }

  /** The seal that somebody may have noted. Throws NOT_FOUND where no link ends. */
  async at(position: number): Promise<AuditSealView> {
    const seal = await this.sealAt(position);
    if (!seal) throw notFound('seal', String(position));
    return { service: this.settings.service, position, seal: seal.toString('hex') };
  }

  private async sealAt(position: number): Promise<Buffer | undefined> {
    const [row]: { last_position: string; seal: Buffer }[] = await this.dataSource.query(
      'SELECT last_position, seal FROM event_seal WHERE first_position <= $1 ORDER BY first_position DESC LIMIT 1',
      [position],
    );
    return row && Number(row.last_position) === position ? row.seal : undefined;
  }

  private async links(after: number): Promise<Link[]> {
    const rows: { first: string; last: string; digests: Buffer; seal: Buffer }[] =
      await this.dataSource.query(
        `SELECT first_position AS first, last_position AS last, digests, seal FROM event_seal
       WHERE first_position > $1 ORDER BY first_position LIMIT ${STRETCH}`,
        [after],
      );
    const links = rows.map((row) => ({ ...row, first: Number(row.first), last: Number(row.last) }));
    const end = links.findIndex(({ last }) => last >= after + STRETCH);
    return end === -1 ? links : links.slice(0, end + 1);
  }

  private async events(after: number, through: number): Promise<Map<number, EnvelopeRow>> {
    const rows: EnvelopeRow[] = await this.dataSource.query(
      `SELECT p.position, ${ENVELOPE_COLUMNS} FROM event_position p JOIN event e ON e.seq = p.seq
       WHERE p.position > $1 AND p.position <= $2`,
      [after, through],
    );
    return new Map(rows.map((row) => [Number(row.position), row]));
  }

  /** An event that was written behind that position, up to the other one (with null: at any time since), and is not to be published. */
  private async unlisted(after: number, through: number | null): Promise<Finding | undefined> {
    const [row]: EnvelopeRow[] = await this.dataSource.query(
      `SELECT ${ENVELOPE_COLUMNS} FROM event e
       WHERE seq > coalesce((SELECT seq FROM event_position WHERE position = $1), 0)
       AND ($2::bigint IS NULL OR seq <= (SELECT max(seq) FROM event_position WHERE position > $1 AND position <= $2))
       AND NOT EXISTS (SELECT FROM event_position p WHERE p.seq = e.seq)
       AND NOT EXISTS (SELECT FROM outbox o WHERE o.seq = e.seq) ORDER BY seq LIMIT 1`,
      [after, through],
    );
    return (
      row && {
        kind: 'unlisted',
        position: after,
        event: row,
        message: `Event ${row.id} (${row.type} of ${row.record_type} ${row.record_id}, version ${row.version}) stands in the table, and no write of Relata's put it there.`,
      }
    );
  }

  private found({ event, ...finding }: Finding, through: number): VerifiedStretch {
    const problem = {
      service: this.settings.service,
      ...finding,
      eventId: event?.id ?? null,
      recordType: event?.record_type ?? null,
      recordId: event?.record_id ?? null,
    };
    return { checked: 0, erased: 0, through, seal: '', hasMore: false, problem };
  }
}

/** The first link that does not follow the one before, or is not what it was made of. */
function brokenLink(links: Link[], after: number, previous: Buffer): Finding | undefined {
  let before = { last: after, seal: previous };
  for (const link of links) {
    const { first, last, digests, seal } = link;
    if (first !== before.last + 1)
      return { kind: 'seal', position: before.last + 1, message: noLinkEnds(before.last + 1) };
    const isWhole = digests.length === (last - first + 1) * DIGEST_BYTES;
    if (!isWhole || !sealOf(before.seal, digests).equals(seal))
      return {
        kind: 'seal',
        position: first,
        message: `The seal over the positions from ${first} to ${last} is not the one that was made.`,
      };
    before = link;
  }
  return undefined;
}

/** The first event that is gone, or does not say what it said. */
function alteredEvent(links: Link[], events: Map<number, EnvelopeRow>): Finding | undefined {
  for (const { first, last, digests } of links) {
    for (let position = first; position <= last; position++) {
      const start = (position - first) * DIGEST_BYTES;
      const sealed = digests.subarray(start, start + DIGEST_BYTES);
      const event = events.get(position);
      if (!event)
        return {
          kind: 'missing',
          position,
          message: `The event at position ${position} is gone from the log.`,
        };
      if (digestOf(event).equals(sealed)) continue;
      return {
        kind: 'altered',
        position,
        event,
        message: `Event ${event.id} (${event.type} of ${event.record_type} ${event.record_id}, version ${event.version}) does not say what it said when it was sealed.`,
      };
    }
  }
  return undefined;
}

function noLinkEnds(position: number): string {
  return `There is no link of the chain at position ${position}.`;
}
