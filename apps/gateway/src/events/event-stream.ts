import { setTimeout as delay } from 'node:timers/promises';
import { DomainError, type Principal, type RequestContext } from '@relata/contracts';
import type { EventLogReader } from './event-log-reader';
import type { EventTail } from './event-tail';
import { fits, type EventSelection } from './events-query';
import type { LoggedEvent, MergedPage } from './merge-logs';
import { encodePositions, type Positions } from './positions';

const HEARTBEAT_MS = 15_000;
const PAGE = 50;
/** A log that cannot be read is tried again. */
const RETRY_MS = 1_000;
/** Text is handed on in pieces of about this length. */
const PIECE_LENGTH = 32 * 1024;

/** One reader's server-sent events, from its positions on: from the log until it has caught up, then from the tail. */
export class EventStream {
  private readonly positions: Positions;
  private sentAt = Date.now();
  /** Whether the reader may see everything, so may follow the tail; undefined until a page of the log says so. */
  private isWhole: boolean | undefined;

  constructor(
    private readonly reader: EventLogReader,
    private readonly tail: EventTail,
    private readonly selection: EventSelection,
    after: Positions,
    private context: RequestContext,
  ) {
    this.positions = { ...after };
  }

  /** What the reader may do has changed: from here on he sees what he may see now. */
  become(principal: Principal): void {
    this.context = { ...this.context, principal };
    this.isWhole = undefined;
  }

  /** Goes on until `signal` is aborted. Throws INVALID_CURSOR when the log was replaced by one that is behind the reader. */
  async *pieces(signal: AbortSignal): AsyncGenerator<string, void, undefined> {
    // Readers that lose one gateway at once come back one after the other.
    yield this.sent(`retry: ${500 + Math.floor(Math.random() * 1_000)}\n${this.mark()}`);
    let place: number | undefined;
    while (!signal.aborted) {
      const silence = Date.now() - this.sentAt;
      if (silence >= HEARTBEAT_MS) yield this.sent(`: heartbeat\n${this.mark()}`);
      place = this.isWhole ? (place ?? this.tail.join(this.positions, this.selection.owners)) : undefined;
      if (place === undefined) {
        yield* this.catchUp(signal);
        continue;
      }
      const held = this.tail.take(place);
      place = held && place + held.length;
      if (held?.length === 0) await this.tail.change(Math.max(HEARTBEAT_MS - silence, 0), signal);
      else if (held) yield* this.send(held, signal);
    }
  }

  private async *catchUp(signal: AbortSignal): AsyncGenerator<string, void, undefined> {
    const page = await this.page();
    if (!page) {
      await delay(RETRY_MS, undefined, { signal }).catch(() => undefined);
      return;
    }
    yield* this.send(page.events, signal);
    if (signal.aborted) return;
    Object.assign(this.positions, page.positions);
    this.isWhole = page.isWhole;
    if (page.hasMore || this.tail.isBeyond(this.positions, this.selection.owners)) return;
    const mayJoin = this.isWhole && this.tail.join(this.positions, this.selection.owners) !== undefined;
    // The tail has not begun yet, or began behind this page; or it is not for this reader.
    if (!mayJoin) await this.tail.change(RETRY_MS, signal);
  }

  /** Undefined when some log cannot be read now. */
  private async page(): Promise<MergedPage | undefined> {
    try {
      return await this.reader.page(this.positions, this.selection, PAGE, this.context);
    } catch (error) {
      if (error instanceof DomainError && error.code !== 'INVALID_CURSOR') return undefined;
      throw error;
    }
  }

  private *send(events: (LoggedEvent & { json?: string })[], signal: AbortSignal): Generator<string, void> {
    const { owners, filter } = this.selection;
    let piece = '';
    for (const { owner, event, json } of events) {
      // Joining the tail in its middle, a reader has had some of it.
      if (!owners.includes(owner) || event.position <= (this.positions[owner] ?? 0)) continue;
      this.positions[owner] = event.position;
      if (!fits(event, filter)) continue;
      piece += `id: ${encodePositions(this.positions)}\ndata: ${json ?? JSON.stringify(event)}\n\n`;
      if (piece.length < PIECE_LENGTH) continue;
      yield this.sent(piece);
      if (signal.aborted) return;
      piece = '';
    }
    if (piece !== '') yield this.sent(piece);
  }

  /** An id without data is no event, but the client remembers it: filtered out events are not looked at again. */
  private mark(): string {
    return `id: ${encodePositions(this.positions)}\n\n`;
  }

  private sent(piece: string): string {
    this.sentAt = Date.now();
    return piece;
  }
}
