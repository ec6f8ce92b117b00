import { DatabaseError } from 'pg';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { DomainError, type RecordView } from '@relata/contracts';
import type { EventLog, NewEvent, RowChange } from '@relata/messaging';
import { currentContext } from '@relata/platform';
import type { RecordAccess } from '../access/record-access';
import { Parameters } from '../sql/parameters';
import { perTurn } from '../sql/per-turn';
import {
  claimKeys,
  claimSql,
  distinctClaims,
  isTaken,
  refuseTaken,
  releaseKeys,
  releaseSql,
  type Claim,
} from './record-keys';
import type { RecordKind } from './record-kind';
import type { RecordSql } from './record-sql';
import type { RecordEntity } from './record.entity';

/** A unique value can be given up just when it is asked for, and be taken again. */
const MAX_ATTEMPTS = 4;
/** SQLSTATE class of Postgres shutting down, maybe within the commit: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const SHUTS_DOWN = /^57P/;

/** Records as they are to be, with what makes them so. */
export interface RecordWrite<E> {
  records: E[];
  /** Of records that there are, the versions that these were made of: what is at another now is left as it is. Absent for new records. */
  madeOf?: number[];
  events: NewEvent[];
  /** Unique values that the records give up. */
  released?: Claim[];
  claimed: Claim[];
}

/**
 * Writes records of one type: rows, unique values and events, by one statement. Writes of single records that come up within one
 * turn of the event loop share one; when that is refused, because of any, each is made by itself.
 */
export class RecordWrites<E extends RecordEntity, V extends RecordView> {
  /** Each answers whether the record changed; undefined when the write is to be made alone. */
  private readonly insertsOfTurn = perTurn<RecordWrite<E>, boolean | undefined>((writes) =>
    this.together(writes),
  );
  private readonly updatesOfTurn = perTurn<RecordWrite<E>, boolean | undefined>((writes) =>
    this.together(writes),
  );

  constructor(
    private readonly kind: RecordKind<E, V>,
    private readonly sql: RecordSql,
    private readonly eventLog: EventLog,
    private readonly access: RecordAccess<E, V>,
  ) {}

  /** Answers whether any record changed. Throws DUPLICATE. */
  async write(write: RecordWrite<E>): Promise<boolean> {
    const isShared = write.records.length === 1 && this.eventLog.isOutermost;
    return (isShared ? await this.inTurn(write) : undefined) ?? this.alone(write);
  }

  /** In the caller's transaction, in which the records are locked, or new. Throws DUPLICATE. */
  async writeIn(manager: EntityManager, write: RecordWrite<E>): Promise<void> {
    await releaseKeys(manager, this.kind.type, write.released ?? []);
    const wanted = distinctClaims(this.kind.type, write.claimed);
    await this.toldIfSeen(manager, () => claimKeys(manager, this.kind.type, wanted));
    await this.eventLog.append(manager, write.events, this.change({ ...write, released: [], claimed: [] }));
  }

  private inTurn(write: RecordWrite<E>): Promise<boolean | undefined> {
    const context = currentContext();
    const events = write.events.map((event) => ({ context, ...event }));
    return (write.madeOf ? this.updatesOfTurn : this.insertsOfTurn).load({ ...write, events });
  }

  private async together(writes: readonly RecordWrite<E>[]): Promise<(boolean | undefined)[]> {
    // A statement changes a row once; and locks rows in the order of their ids, so that two cannot wait for each other.
    const byId = new Map([...writes].reverse().map((write) => [idOf(write), write]));
    const first = [...byId.values()].sort((one, other) => (idOf(one) < idOf(other) ? -1 : 1));
    if (first.length === 1) return writes.map(() => undefined);
    try {
      const whole = {
        records: first.flatMap(({ records }) => records),
        ...(first[0]?.madeOf ? { madeOf: first.flatMap(({ madeOf = [] }) => madeOf) } : {}),
        events: first.flatMap(({ events }) => events),
        released: first.flatMap(({ released = [] }) => released),
        claimed: first.flatMap(({ claimed }) => claimed),
      };
      const changed = await this.eventLog.write(whole.events, this.change(whole));
      return writes.map((write) => (byId.get(idOf(write)) === write ? changed.has(idOf(write)) : undefined));
    } catch (error) {
      if (!isRefused(error)) throw error;
      return writes.map(() => undefined);
    }
  }

  private async alone(write: RecordWrite<E>): Promise<boolean> {
    const { manager } = this.eventLog;
    const change = this.change(write);
    for (let attempts = 1; ; attempts++) {
      try {
        return (await this.eventLog.write(write.events, change)).size > 0;
      } catch (error) {
        if (!isTaken(error)) throw error;
        await this.toldIfSeen(manager, () => refuseTaken(manager, this.kind.type, write.claimed));
        // Who had it has given it up since.
        if (attempts >= MAX_ATTEMPTS) throw error;
      }
    }
  }

  /** Throws DUPLICATE when two records claim the same. */
  private change({ records, madeOf, released = [], claimed }: RecordWrite<E>): RowChange {
    const { type } = this.kind;
    const parameters = new Parameters(JSON.stringify(records));
    if (madeOf) parameters.add(madeOf);
    const wanted = distinctClaims(type, claimed);
    const alongside = [
      ...(released.length > 0 ? [releaseSql(parameters, type, released)] : []),
      ...(wanted.length > 0 ? [claimSql(parameters, type, wanted)] : []),
    ];
    return { sql: madeOf ? this.sql.update : this.sql.insert, alongside, parameters: parameters.values };
  }

  /** Has a refusal name the other record only to who may see that. */
  private async toldIfSeen(manager: EntityManager, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const existingId = error instanceof DomainError ? error.details.existingId : undefined;
      if (existingId === undefined || (await this.access.mayRead(manager, existingId))) throw error;
      const { existingId: _, ...details } = (error as DomainError).details;
      throw new DomainError('DUPLICATE', (error as DomainError).message, details);
    }
  }
}

function idOf<E extends RecordEntity>({ records }: RecordWrite<E>): string {
  return (records[0] as E).id;
}

/** Whether nothing can have been written: by our own rules, or because Postgres said no. */
function isRefused(error: unknown): boolean {
  if (error instanceof DomainError) return true;
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : undefined;
  return cause instanceof DatabaseError && !SHUTS_DOWN.test(cause.code ?? '');
}
