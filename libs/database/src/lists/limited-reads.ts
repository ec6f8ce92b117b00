import { Inject, Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { EventLog } from '@relata/messaging';
import { withinLimit } from './statement-limit';

/** Token of the connections on which no statement takes longer than a list may. */
export const LIMITED_CONNECTIONS = Symbol('connections of which each statement is limited');

/**
 * Reads of which nobody knows how long they take. They have connections of their own, on which the limit is a setting of
 * the session: a transaction that sets it would be three statements more for each.
 */
@Injectable()
export class LimitedReads {
  constructor(
    @Inject(LIMITED_CONNECTIONS) private readonly dataSource: DataSource,
    private readonly eventLog: EventLog,
  ) {}

  /** Does `work`, no statement of which takes longer than that; in the transaction at hand, if it is part of one. */
  run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.eventLog.isOutermost
      ? work(this.dataSource.manager)
      : withinLimit(this.eventLog.manager, work);
  }
}
