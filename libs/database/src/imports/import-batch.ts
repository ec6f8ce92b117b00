import { Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { DomainError } from '@relata/contracts';
import { EventLog } from '@relata/messaging';
import { currentContext, quickReader } from '@relata/platform';
import { References, type ReferenceClaim } from '../references/references';
import type { RecordEntity } from '../records/record.entity';
import type { ImportPlan } from './import.entity';
import { ImportReferences } from './import-references';
import type { ImportRow, RowProblem } from './import-row';
import { inOneTransactionOrEach } from './in-one-transaction-or-each';
import type { ImportTarget } from './import-target';

export type RowOutcome = 'created' | 'updated' | 'unchanged' | 'deleted' | RowProblem[];

/** Outcomes by row number. */
export type BatchResult = Map<number, RowOutcome>;

/** Finds what rows refer to, and writes them. A batch is one transaction; if it fails, each row is one. */
@Injectable()
export class ImportBatch {
  constructor(
    private readonly eventLog: EventLog,
    private readonly references: References,
    private readonly importReferences: ImportReferences,
  ) {}

  /** `record` runs in each transaction, so that a row and its being counted cannot come apart. */
  async write(
    rows: ImportRow[],
    plan: ImportPlan,
    target: ImportTarget,
    record: (manager: EntityManager, result: BatchResult) => Promise<void>,
  ): Promise<void> {
    await this.importReferences.resolve(rows, plan, target);
    await target.store.learnReferences(rows.map(({ input }) => input));
    const bad: BatchResult = new Map();
    for (const row of rows) {
      const problems = [...row.problems, ...bodyProblems(row, plan, target)];
      if (problems.length > 0) bad.set(row.number, problems);
    }
    await inOneTransactionOrEach(this.eventLog, rows, {
      write: async (manager, part) => {
        const good = part.filter((row) => !bad.has(row.number));
        const result = await this.writeAll(manager, good, plan, target);
        for (const { number } of part) {
          const problems = bad.get(number);
          if (problems) result.set(number, problems);
        }
        await record(manager, result);
      },
      refused: (manager, row, error) => record(manager, new Map([[row.number, problemsOf(error, plan)]])),
    });
  }

  private async writeAll(
    manager: EntityManager,
    rows: ImportRow[],
    plan: ImportPlan,
    target: ImportTarget,
  ): Promise<BatchResult> {
    const result: BatchResult = new Map();
    await target.prepare?.(
      manager,
      rows.map((row) => row.input),
    );
    await this.lockReferences(manager, rows, target);
    // Two rows about one record: the second sees what the first did.
    for (const part of withoutRepeats(rows, target)) {
      const existing = await findExisting(manager, part, plan, target);
      const fresh = part.filter((row) => !existing.has(row.number));
      await target.store.createMany(
        manager,
        fresh.map((row) =>
          target.create(newInput(row, plan, target), row.createdAt ? { createdAt: row.createdAt } : {}),
        ),
      );
      for (const row of fresh) result.set(row.number, 'created');
      for (const row of part) {
        const record = existing.get(row.number);
        if (record) result.set(row.number, await update(manager, row, record, plan, target));
      }
    }
    return result;
  }

  private async lockReferences(
    manager: EntityManager,
    rows: ImportRow[],
    target: ImportTarget,
  ): Promise<void> {
    const claims: ReferenceClaim[] = [];
    for (const { input } of rows) {
      for (const { type, field } of Object.values(target.references)) {
        const id = input[field];
        if (typeof id === 'string') claims.push({ type, id, pointer: `/${field}` });
      }
    }
    const current = await this.references.resolveMany(manager, claims);
    for (const { input } of rows) {
      for (const { field } of Object.values(target.references)) {
        const id = input[field];
        if (typeof id === 'string') input[field] = current.get(id) ?? id;
      }
    }
  }
}

/** What the contract's class says of the row as a body; on an update too, as rows say what a record is. */
function bodyProblems(row: ImportRow, plan: ImportPlan, target: ImportTarget): RowProblem[] {
  if (row.problems.length > 0) return [];
  const body = newInput(row, plan, target);
  if (quickReader(target.request)(body)) return [];
  const instance = plainToInstance(target.request, body);
  return validateSync(instance, { forbidUnknownValues: false }).flatMap((problem) =>
    ofValidation(problem, plan),
  );
}

function ofValidation(problem: ValidationError, plan: ImportPlan): RowProblem[] {
  const reasons = Object.values(problem.constraints ?? {});
  return (reasons.length > 0 ? reasons : [`${problem.property} does not fit`]).map((reason) => ({
    column: columnOf(plan, problem.property),
    reason,
  }));
}

function problemsOf(error: DomainError, plan: ImportPlan): RowProblem[] {
  const { errors } = error.details;
  if (!errors || errors.length === 0) return [{ column: null, reason: error.message }];
  return errors.map(({ pointer, message }) => ({
    column: columnOf(plan, pointer.slice(1).replace('/', '.')),
    reason: message,
  }));
}

/** The column that feeds a field: `companyId` comes from `company.name`, an external key from `externalId`. */
function columnOf(plan: ImportPlan, field: string): string | null {
  const names = [
    field,
    field.replace(/Id$/, '') + '.',
    field.startsWith('externalKeys') ? 'externalId' : field,
  ];
  const hit = Object.entries(plan.mapping).find(([, mapping]) =>
    names.some((name) => mapping.field === name || (name.endsWith('.') && mapping.field.startsWith(name))),
  );
  return hit?.[0] ?? null;
}

function newInput(row: ImportRow, plan: ImportPlan, target: ImportTarget): Record<string, unknown> {
  const keys =
    row.externalId && plan.externalSystem ? [{ system: plan.externalSystem, key: row.externalId }] : [];
  return {
    ...target.defaults(row, currentContext().principal.id),
    ...row.input,
    ...(keys.length > 0 ? { externalKeys: keys } : {}),
  };
}

async function update(
  manager: EntityManager,
  row: ImportRow,
  record: RecordEntity,
  plan: ImportPlan,
  target: ImportTarget,
): Promise<RowOutcome> {
  const input = { ...row.input, ...addedKey(row, record, plan) };
  const after = await target.store.changeIn(manager, record.id, (current, now) =>
    target.update(current, input, now),
  );
  return after.version === record.version ? 'unchanged' : 'updated';
}

/** A record that was recognised otherwise learns its external key. */
function addedKey(
  row: ImportRow,
  record: RecordEntity,
  plan: ImportPlan,
): { externalKeys?: RecordEntity['externalKeys'] } {
  if (!row.externalId || !plan.externalSystem) return {};
  const key = { system: plan.externalSystem, key: row.externalId };
  const has = record.externalKeys.some((known) => known.system === key.system && known.key === key.key);
  return has ? {} : { externalKeys: [...record.externalKeys, key] };
}

function matchValue(row: ImportRow, target: ImportTarget): string | undefined {
  const value = target.matchBy ? row.input[target.matchBy.field] : undefined;
  return typeof value === 'string' ? value.toLowerCase() : undefined;
}

/** Cuts the rows wherever one names a record that an earlier one of the same piece names. */
function withoutRepeats(rows: ImportRow[], target: ImportTarget): ImportRow[][] {
  const parts: ImportRow[][] = [];
  let part: ImportRow[] = [];
  let seen = new Set<string>();
  for (const row of rows) {
    const names = [
      row.externalId && `id ${row.externalId}`,
      matchValue(row, target) && `match ${matchValue(row, target)}`,
    ];
    const keys = names.filter((name) => name !== undefined && name !== '') as string[];
    if (keys.some((key) => seen.has(key))) {
      parts.push(part);
      part = [];
      seen = new Set();
    }
    for (const key of keys) seen.add(key);
    part.push(row);
  }
  return part.length > 0 ? [...parts, part] : parts;
}

/** Records that rows are about, by row number: by external id first, then by what the resource is known by. */
async function findExisting(
  manager: EntityManager,
  rows: ImportRow[],
  plan: ImportPlan,
  target: ImportTarget,
): Promise<Map<number, RecordEntity>> {
  const found = new Map<number, RecordEntity>();
  const ids = rows.flatMap((row) => (row.externalId ? [row.externalId] : []));
  const byId = await target.store.findByKey(`external:${plan.externalSystem ?? ''}`, ids, manager);
  const values = rows.flatMap((row) => matchValue(row, target) ?? []);
  const by = target.matchBy?.by;
  const byValue =
    by === 'name'
      ? await target.store.findByName(values, manager)
      : by === 'email'
        ? await target.store.findByKey('email', values, manager)
        : new Map<string, RecordEntity>();
  for (const row of rows) {
    const record =
      (row.externalId ? byId.get(row.externalId) : undefined) ?? byValue.get(matchValue(row, target) ?? '');
    if (record) found.set(row.number, record);
  }
  return found;
}
