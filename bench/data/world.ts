import type { ReferenceView, ServiceName } from '@relata/contracts';
import type { Chance } from './chance';
import type { Actor } from './record-writer';
import type { ServiceLoad } from './service-load';
import type { Sizes } from './sizes';

export const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** How many of a day's records came by one import, all of them at the same time. */
const IMPORTED = 0.05;

/** A user, as records need to know him. */
export interface Person extends Actor {
  teamId: string | null;
}

/** What the parts of the history share. */
export class World {
  readonly people: Person[] = [];

  constructor(
    readonly sizes: Sizes,
    readonly chance: Chance,
    readonly loads: Readonly<Record<ServiceName, ServiceLoad>>,
    /** Midnight at which the history begins, and the one at which it ends. */
    readonly begin: number,
    readonly until: number,
  ) {}

  /** A time on that day, within these hours; for some exactly when they begin. */
  time(day: number, fromHour: number, toHour: number): number {
    const from = this.begin + day * DAY_MS + fromHour * HOUR_MS;
    if (this.chance.isLikely(IMPORTED)) return from;
    return from + Math.floor(this.chance.next() * (toHour - fromHour) * HOUR_MS);
  }

  /** That many days later, more or less; undefined when the history has ended by then. */
  later(at: number, fromDays: number, toDays: number): number | undefined {
    const later = at + Math.floor((fromDays + this.chance.next() * (toDays - fromDays)) * DAY_MS);
    return later < this.until ? later : undefined;
  }

  /** How many of `total` there are at the end of that day, in a business that grows. */
  madeBy(day: number, total: number): number {
    return Math.round(total * ((day + 1) / this.sizes.days) ** 1.4);
  }

  /** Somebody; a few people do most. */
  anybody(): Person {
    return this.people[this.chance.skewed(this.people.length)] as Person;
  }

  /** Copies for services that must know the record. */
  refer(services: readonly ServiceName[], reference: ReferenceView, teamPath: string[] = []): void {
    for (const service of services) this.loads[service].add('reference', { ...reference, teamPath });
  }
}
