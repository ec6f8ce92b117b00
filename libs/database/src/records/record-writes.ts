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
  findByKeys,
  isTaken,
  keyName,
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
/** SQLSTATE of errors that leave nothing written for sure: data, constraints, serialization, deadlocks, limits. */
const REFUSED = /^(22|23|40001|40P01|54)/;

/** New records, or one that there is, as they are to be, with what makes them so. */
export interface RecordWrite<E> {
  records: E[];
  /** The version that a record that there is was made of: it is left as it is when it is at another now. Absent for new records. */
  madeOf?: number;
  events: NewEvent[];
  /** Unique values that the records give up. */
  released?: Claim[];
  claimed: Claim[];
}

/**
 * Writes records of one type: rows, unique values and events, by one statement. Writes of single records that come up within one
 * turn of the event loop share one; what cannot be written along with the others is written by itself.
 */
export class RecordWrites<E extends RecordEntity, V extends RecordView> {
  /** Each answers whether it was written. */
  private readonly insertsOfTurn = perTurn<RecordWrite<E>, boolean>((writes) => this.together(writes));
  private readonly updatesOfTurn = perTurn<RecordWrite<E>, boolean>((writes) => this.together(writes));

  constructor(
    private readonly kind: RecordKind<E, V>,
    private readonly sql: RecordSql,
    private readonly eventLog: EventLog,
    private readonly access: RecordAccess<E, V>,
  ) {}

  /** Answers whether any record changed. Throws DUPLICATE. */
  async write(write: RecordWrite<E>): Promise<boolean> {
    if (this.eventLog.isOutermost && isShareable(write)) {
      if (await this.inTurn(write)) return true;
      refuseLate();
    }
    return this.alone(write);
  }

  /** In the caller's transaction, in which the records are locked, or new. Throws DUPLICATE. */
  async writeIn(manager: EntityManager, write: RecordWrite<E>): Promise<void> {
    await releaseKeys(manager, this.kind.type, write.released ?? []);
    const wanted = distinctClaims(this.kind.type, write.claimed);
    await this.toldIfSeen(manager, () => claimKeys(manager, this.kind.type, wanted));
    await this.eventLog.append(manager, write.events, this.change([{ ...write, released: [], claimed: [] }]));
  }

  private inTurn(write: RecordWrite<E>): Promise<boolean> {
    const context = currentContext();
    const events = write.events.map((event) => ({ context, ...event }));
    return (write.madeOf ? this.updatesOfTurn : this.insertsOfTurn).load({ ...write, events });
  }

  private async together(writes: readonly RecordWrite<E>[]): Promise<boolean[]> {
    const first = distinct(writes);
    const written = await this.shared(first);
    return writes.map((write) => first.includes(write) && written.has(idOf(write)));
  }

  /** Ids of the records that were written. Without those whose unique values are taken, if that is what is wrong. */
  private async shared(writes: RecordWrite<E>[], maySortOut = true): Promise<Set<string>> {
    if (writes.length < 2) return new Set();
    try {
      return await this.eventLog.write(
        writes.flatMap(({ events }) => events),
        this.change(writes),
      );
    } catch (error) {
      if (!isRefused(error)) throw error;
      return maySortOut && isTaken(error) ? this.shared(await this.untaken(writes), false) : new Set();
    }
  }

  private async untaken(writes: RecordWrite<E>[]): Promise<RecordWrite<E>[]> {
    const claims = writes.flatMap(({ claimed }) => claimed);
    const holders = await findByKeys(this.eventLog.manager, this.kind.type, claims);
    return writes.filter(({ claimed }) => !claimed.some((claim) => holders.has(keyName(claim))));
  }

  private async alone(write: RecordWrite<E>): Promise<boolean> {
    const { manager } = this.eventLog;
    const change = this.change([write]);
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
  private change(writes: RecordWrite<E>[]): RowChange {
    const { type } = this.kind;
    const { sql, parameters } = this.rows(writes);
    const released = writes.flatMap((write) => write.released ?? []);
    const wanted = distinctClaims(
      type,
      writes.flatMap(({ claimed }) => claimed),
    );
    const alongside = [
      ...(released.length > 0 ? [releaseSql(parameters, type, released)] : []),
      ...(wanted.length > 0 ? [claimSql(parameters, type, wanted)] : []),
    ];
    return { sql, alongside, parameters: parameters.values };
  }

  private rows(writes: RecordWrite<E>[]): { sql: string; parameters: Parameters } {
    const records = writes.flatMap((write) => write.records);
    const versions = writes.flatMap(({ madeOf }) => madeOf ?? []);
    const json = JSON.stringify(records);
    if (versions.length === 0) return { sql: this.sql.insert, parameters: new Parameters(json) };
    const ids = records.map(({ id }) => id);
    return versions.length === 1
      ? { sql: this.sql.update, parameters: new Parameters(json, versions[0], ids[0]) }
      : { sql: this.sql.updateMany, parameters: new Parameters(json, versions, ids) };
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

/** A record that gives up and claims unique values might wait for others while it holds up those of its turn. */
function isShareable<E>({ records, madeOf, claimed, released = [] }: RecordWrite<E>): boolean {
  return records.length === 1 && (madeOf === undefined || claimed.length + released.length === 0);
}

/** The first of each record and of each unique value: a statement changes a row once, and two cannot have the same value. */
function distinct<E extends RecordEntity>(writes: readonly RecordWrite<E>[]): RecordWrite<E>[] {
  const names = new Set<string>();
  return writes.filter((write) => {
    const own = [idOf(write), ...write.claimed.map(keyName)];
    if (own.some((name) => names.has(name))) return false;
    for (const name of own) names.add(name);
    return true;
  });
}

/** Whether nothing can have been written: Postgres said no, or was not asked. */
function isRefused(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return true;
  return REFUSED.test((error.driverError as { code?: string }).code ?? '');
}

/** Throws TIMEOUT where the sender was told by now that there is no answer: what he does not expect any more is not to be done. */
function refuseLate(): void {
  const { deadline } = currentContext();
  if (deadline !== undefined && Date.now() > deadline)
    throw new DomainError('TIMEOUT', 'The write waited for others for too long; nothing was written.');
}
