import { Injectable, Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import {
  ADMIN_ROLE,
  DomainError,
  LOG_OWNERS,
  SYSTEM,
  type EventLogPage,
  type RequestContext,
  type ServiceName,
} from '@relata/contracts';
import { SequencedSignal } from '@relata/messaging';
import { errorMessage } from '@relata/platform';
import { Bell } from './bell';
import { EventLogReader } from './event-log-reader';
import type { LoggedEvent } from './merge-logs';
import type { Positions } from './positions';

/** The net under the signals. */
const POLL_MS = 1_000;
const PAGE = 200;
const MAX_EVENTS = 2_000;
const MAX_LENGTH = 16 * 1024 * 1024;
/** What a stream takes at once: it keeps that in memory for as long as its reader is slow. */
const TAKE_LENGTH = 256 * 1024;

/** The tail is read for all streams by the gateway itself: who may see less than everything is not served from it. */
function tailContext(): RequestContext {
  const access = { roleId: ADMIN_ROLE.id, roleVersion: 1, teamPath: [], managedTeamIds: [] };
  return { requestId: randomUUID(), principal: { ...SYSTEM, access } };
}

/** An event as streams send it. */
export interface HeldEvent extends LoggedEvent {
  json: string;
}

/**
 * The newest events of all services, read once for all open streams of this gateway, and only while there are any.
 * A stream that is behind what is held here reads the log itself.
 */
@Injectable()
export class EventTail {
  private readonly logger = new Logger(EventTail.name);
  private readonly held: HeldEvent[] = [];
  private heldLength = 0;
  /** Number of the first held event; numbers go up for ever. */
  private first = 0;
  /** By log: everything behind `begins` and up to `ends` is held. Absent until its end was asked for. */
  private begins: Positions = {};
  private ends: Positions = {};
  private readonly grown = new Bell();
  /** Logs said to have grown, and who waits to hear so. */
  private readonly stirred = new Set<ServiceName>();
  private readonly woken = new Map(LOG_OWNERS.map((owner) => [owner, new Bell()]));
  private users = 0;
  private following = new AbortController();

  constructor(
    private readonly reader: EventLogReader,
    private readonly signal: SequencedSignal,
  ) {}

  /** Follows the logs until as many `leave` as have entered. */
  enter(): void {
    if (this.users++ > 0) return;
    this.following = new AbortController();
    const { signal } = this.following;
    const stopListening = this.signal.listen((owner, position) => {
      if (position <= (this.ends[owner] ?? 0)) return;
      this.stirred.add(owner);
      this.woken.get(owner)?.ring();
    });
    signal.addEventListener('abort', stopListening);
    for (const owner of LOG_OWNERS) void this.follow(owner, signal);
  }

  leave(): void {
    if (--this.users > 0) return;
    this.following.abort();
    this.drop();
  }

  /** Where to `take` from for who has read up to `positions`; undefined for who must first read on in the log. */
  join(positions: Positions, owners: readonly ServiceName[]): number | undefined {
    const isHeld = owners.every((owner) => {
      const begin = this.begins[owner];
      return begin !== undefined && (positions[owner] ?? 0) >= begin;
    });
    return isHeld ? this.first : undefined;
  }

  /** Whether there is more than who has read up to `positions` has seen. */
  isBeyond(positions: Positions, owners: readonly ServiceName[]): boolean {
    return owners.some((owner) => (this.ends[owner] ?? 0) > (positions[owner] ?? 0));
  }

  /** Some of the events from number `from` on; undefined when they are not held any more. */
  take(from: number): HeldEvent[] | undefined {
    if (from < this.first) return undefined;
    const taken: HeldEvent[] = [];
    let length = 0;
    for (let index = from - this.first; index < this.held.length && length < TAKE_LENGTH; index++) {
      const held = this.held[index] as HeldEvent;
      taken.push(held);
      length += held.json.length;
    }
    return taken;
  }

  /** Until something happens here, at most so many milliseconds. */
  async change(milliseconds: number, signal: AbortSignal): Promise<void> {
    await this.grown.wait(milliseconds, signal);
  }

  private async follow(owner: ServiceName, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.stirred.delete(owner);
      try {
        if (await this.readOn(owner, signal)) continue;
      } catch (error) {
        // The database of that service was restored: streams read the log themselves, and find that out too.
        if (error instanceof DomainError && error.code === 'INVALID_CURSOR') this.drop();
        this.logger.debug(`The log of ${owner} cannot be read: ${errorMessage(error)}`);
        this.stirred.delete(owner);
      }
      if (!this.stirred.has(owner)) await this.woken.get(owner)?.wait(POLL_MS, signal);
    }
  }

  /** Whether there is more to read at once. */
  private async readOn(owner: ServiceName, signal: AbortSignal): Promise<boolean> {
    const after = this.ends[owner];
    if (after === undefined) {
      const { [owner]: end = 0 } = await this.reader.positionsOf('now', [owner]);
      if (signal.aborted) return false;
      this.begins[owner] = this.ends[owner] = end;
      this.grown.ring();
      return true;
    }
    const page = await this.reader.log(owner, { after, limit: PAGE }, tailContext());
    if (signal.aborted || this.ends[owner] !== after) return false;
    this.hold(owner, page);
    return page.hasMore;
  }

  private hold(owner: ServiceName, page: EventLogPage): void {
    for (const event of page.events) {
      const json = JSON.stringify(event);
      this.held.push({ owner, event, json });
      this.heldLength += json.length;
    }
    this.ends[owner] = page.through;
    while (this.held.length > MAX_EVENTS || this.heldLength > MAX_LENGTH) {
      const oldest = this.held.shift() as HeldEvent;
      this.first++;
      this.heldLength -= oldest.json.length;
      this.begins[oldest.owner] = oldest.event.position;
    }
    if (page.events.length > 0) this.grown.ring();
  }

  /** Whoever has a place here has it no more, and must join again. */
  private drop(): void {
    this.first += this.held.length + 1;
    this.held.length = 0;
    this.heldLength = 0;
    this.begins = {};
    this.ends = {};
    this.grown.ring();
  }
}
