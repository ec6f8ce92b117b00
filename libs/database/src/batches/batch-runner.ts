import { Injectable } from '@nestjs/common';
import {
  DomainError,
  notFound,
  type BatchOperationRequest,
  type FieldError,
  type OperationResult,
  type PlacedOperation,
} from '@relata/contracts';
import { EventLog } from '@relata/messaging';
import { withIds, type NamedOperation, type Names } from './batch-names';
import { BatchTargets, type BatchTarget } from './batch-targets';
import { upsert } from './upsert';

/** Operations that are done in one go: creations of one resource that follow one another, or one of any kind. */
type Group = [PlacedOperation, ...PlacedOperation[]];

/** What became of operations, and which records they named. */
export interface BatchRun {
  results: OperationResult[];
  names: Names;
}

/** Does the operations of a batch, in order. */
@Injectable()
export class BatchRunner {
  constructor(
    private readonly eventLog: EventLog,
    private readonly targets: BatchTargets,
  ) {}

  /**
   * All in one transaction; `known` are the names that operations of other services gave. Throws the first refusal, its pointers below
   * `/operations/<index>`; then nothing is written.
   */
  async whole(operations: PlacedOperation[], known: Names = {}): Promise<BatchRun> {
    try {
      return await this.eventLog.asOne(async () => {
        const run: BatchRun = { results: [], names: { ...known } };
        for (const group of this.groupsOf(operations))
          run.results.push(...(await this.perform(group, run.names)));
        return run;
      });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
    // Which one is refused shows when they are done one by one.
    return this.eventLog.asOne(async () => {
      const run: BatchRun = { results: [], names: { ...known } };
      for (const operation of operations) {
        const [result] = await this.perform([operation], run.names).catch((error: unknown) => {
          throw error instanceof DomainError ? ofOperation(operation.index, error) : error;
        });
        run.results.push(result as OperationResult);
      }
      return run;
    });
  }

  /** Each by itself; one that is refused does not stop the others. */
  async each(operations: PlacedOperation[]): Promise<OperationResult[]> {
    const results: OperationResult[] = [];
    for (const group of this.groupsOf(operations)) results.push(...(await this.attempt(group)));
    return results;
  }

  private async attempt(group: Group): Promise<OperationResult[]> {
    try {
      return await this.eventLog.asOne(() => this.perform(group, {}));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (group.length === 1) return [refused(error)];
    }
    const results: OperationResult[] = [];
    for (const operation of group) results.push(...(await this.attempt([operation])));
    return results;
  }

  private groupsOf(operations: PlacedOperation[]): Group[] {
    const groups: Group[] = [];
    for (const operation of operations) {
      const last = groups.at(-1)?.[0];
      const isLike =
        last?.resource === operation.resource && last.op === 'create' && operation.op === 'create';
      if (isLike && this.targets.of(operation.resource).createMany) groups.at(-1)?.push(operation);
      else groups.push([operation]);
    }
    return groups;
  }

  /** Does them, and adds to `names` what they name. */
  private async perform(group: Group, names: Names): Promise<OperationResult[]> {
    const target = this.targets.of(group[0].resource);
    const operations = group.map((operation) => withIds(operation, names));
    const [first] = operations as [NamedOperation];
    const results =
      first.op === 'create' && target.createMany
        ? created(await target.createMany(operations.map(({ body = {} }) => body)))
        : [await performOne(target, first)];
    for (const [at, { ref }] of operations.entries()) {
      const id = results[at]?.data?.id;
      if (ref !== undefined && id !== undefined) names[ref] = id;
    }
    return results;
  }
}

function created(records: OperationResult['data'][]): OperationResult[] {
  return records.map((data) => ({ outcome: 'created', data }));
}

async function performOne(target: BatchTarget, operation: BatchOperationRequest): Promise<OperationResult> {
  const { op, id = '', body = {}, ifMatch } = operation;
  switch (op) {
    case 'create':
      return { outcome: 'created', data: await target.create(body) };
    case 'upsert':
      return upsert(target, operation);
    case 'update': {
      const [before] = await target.store.getMany([id]);
      if (!before) throw notFound(target.store.kind.type, id);
      const data = await target.update(id, body, ifMatch);
      return { outcome: data.version === before.version ? 'unchanged' : 'updated', data };
    }
    case 'delete':
      await target.remove(id, ifMatch);
      return { outcome: 'deleted', data: null };
    case 'restore':
      return { outcome: 'restored', data: await target.restore(id) };
  }
}

function refused({ code, message, details }: DomainError): OperationResult {
  const errors = details.errors?.map((error) => ({ ...error, pointer: `/body${error.pointer}` }));
  return {
    outcome: 'refused',
    data: null,
    error: { code, message, details: { ...details, ...(errors ? { errors } : {}) } },
  };
}

/** The error of one operation as that of the batch: its pointers begin at the batch. */
function ofOperation(index: number, { code, message, details }: DomainError): DomainError {
  const operation = `/operations/${index}`;
  const errors: FieldError[] = details.errors?.map((error) => ({
    ...error,
    pointer: `${operation}/body${error.pointer}`,
  })) ?? [{ pointer: operation, code: code.toLowerCase(), message }];
  return new DomainError(code, message, { ...details, errors });
}
