import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { RecordType } from '@relata/contracts';
import { AFTER_SQL, EventLog } from '@relata/messaging';
import { deep, flatView, isCustom, netChange, type NetChange } from '../records/net-change';
import type { RecordEntity } from '../records/record.entity';
import type { BatchResult, RowOutcome } from './import-batch';
import type { RowProblem } from './import-row';
import type { ImportTarget } from './import-target';
import { inOneTransactionOrEach } from './in-one-transaction-or-each';

type Json = Record<string, unknown>;

/** What an import did to a record, all its rows taken together. */
interface Written {
  /** Its place in the undo; the first is 1. */
  number: number;
  recordId: string;
  wasCreated: boolean;
  /** The version that the import left. */
  version: number;
  net: NetChange;
}

/** Events of an import carry this as the request that caused them. */
export function importRequestId(importId: string): string {
  return `import:${importId}`;
}

const OF_IMPORT = `request_id = $1 AND request_id LIKE 'import:%' AND record_type = $2`;

/**
 * Takes back what an import wrote, record by record, by what its events say: what it created is deleted, what it changed
 * gets its former values. A record whose imported values somebody has changed since is left alone and reported.
 */
@Injectable()
export class ImportUndo {
  constructor(
    private readonly dataSource: DataSource,
    private readonly eventLog: EventLog,
  ) {}

  /** How many records an import wrote. */
  async count(importId: string, type: RecordType): Promise<number> {
    const [row]: { count: string }[] = await this.dataSource.query(
      `SELECT count(DISTINCT record_id) FROM event WHERE ${OF_IMPORT}`,
      [importRequestId(importId), type],
    );
    return Number(row?.count);
  }

  /** The next of them after the first `done`: what was written last comes first. */
  async next(importId: string, type: RecordType, done: number, limit: number): Promise<Written[]> {
    const requestId = importRequestId(importId);
    const ids: { id: string }[] = await this.dataSource.query(
      `SELECT record_id AS id FROM event WHERE ${OF_IMPORT} GROUP BY 1 ORDER BY max(seq) DESC OFFSET $3 LIMIT $4`,
      [requestId, type, done, limit],
    );
    const events: { id: string; type: string; version: number; before: Json; after: Json }[] =
      await this.dataSource.query(
        `SELECT record_id AS id, type, version, before, ${AFTER_SQL} AS after FROM event
         WHERE record_type = $1 AND record_id = ANY($2::uuid[]) AND request_id = $3 ORDER BY seq`,
        [type, ids.map(({ id }) => id), requestId],
      );
    return ids.map(({ id }, index) => {
      const own = events.filter((event) => event.id === id);
      return {
        number: done + index + 1,
        recordId: id,
        wasCreated: own.some((event) => event.type === `${type}.created`),
        version: own.at(-1)?.version ?? 0,
        net: netChange(own),
      };
    });
  }

  /** `record` runs in each transaction, so that a record and its being counted cannot come apart. */
  async takeBack(
    written: Written[],
    target: ImportTarget,
    record: (manager: EntityManager, result: BatchResult) => Promise<void>,
  ): Promise<void> {
    await inOneTransactionOrEach(this.eventLog, written, {
      write: async (manager, part) => {
        const result: BatchResult = new Map();
        for (const one of part) result.set(one.number, await takeBackOne(manager, one, target));
        await record(manager, result);
      },
      refused: (manager, { number, recordId }, { message }) =>
        record(manager, new Map([[number, [problem(target, recordId, message)]]])),
    });
  }
}

async function takeBackOne(
  manager: EntityManager,
  written: Written,
  target: ImportTarget,
): Promise<RowOutcome> {
  const { store } = target;
  let outcome: RowOutcome = 'unchanged';
  await store.changeIn(
    manager,
    written.recordId,
    (record, now) => {
      // In the trash already, or merged into another: there is nothing left to take back.
      if (record.deletedAt) return [];
      if (written.wasCreated) {
        if (record.version !== written.version) {
          const reason = `It was changed since the import (version ${written.version}, now ${record.version}), so it stays.`;
          outcome = [problem(target, record.id, reason)];
          return [];
        }
        outcome = 'deleted';
        return [store.deletion(now)];
      }
      const { before, after } = written.net;
      const fields = Object.keys(after).filter((field) => isOfImport(field, target));
      const current = flatView(store.kind, record);
      const stillThere = (values: Json) => (field: string) =>
        isDeepStrictEqual(current[field] ?? null, values[field] ?? null);
      if (fields.every(stillThere(before))) return [];
      const changed = fields.filter((field) => !stillThere(after)(field));
      if (changed.length > 0) {
        outcome = changed.map((field) =>
          problem(target, record.id, 'It was changed since the import, so the record stays as it is.', field),
        );
        return [];
      }
      outcome = 'updated';
      return target.update(record, deep(fields, before), now);
    },
    { evenDeleted: true },
  );
  return outcome;
}

/** Whether rows write the field; others follow from those, such as a deal's status from its stage. */
function isOfImport(field: string, { fields, references, sideEffects = [] }: ImportTarget): boolean {
  return (
    Object.hasOwn(fields, field) ||
    Object.values(references).some((reference) => reference.field === field) ||
    field === 'externalKeys' ||
    isCustom(field) ||
    sideEffects.includes(field)
  );
}

function problem(
  { store }: ImportTarget<RecordEntity>,
  recordId: string,
  reason: string,
  column: string | null = null,
): RowProblem {
  return { column, reason: `The ${store.kind.type} ${recordId}: ${reason}` };
}
