import { Injectable } from '@nestjs/common';
import {
  DomainError,
  notFound,
  type BatchOperationRequest,
  type FieldError,
  type OperationResult,
} from '@relata/contracts';
import { EventLog } from '@relata/messaging';
import type { BatchTarget } from './batch-targets';
import { upsert } from './upsert';

/** Operations that are done in one go: creations that follow one another, or one of any kind. */
type Group = [BatchOperationRequest, ...BatchOperationRequest[]];

/** Does the operations of a batch, in order. */
@Injectable()
export class BatchRunner {
  constructor(private readonly eventLog: EventLog) {}

  /** All in one transaction. Throws the first refusal, its pointers below `/operations/<index>`; then nothing is written. */
  async whole(target: BatchTarget, operations: BatchOperationRequest[]): Promise<OperationResult[]> {
    try {
      return await this.eventLog.asOne(async () => {
        const results: OperationResult[] = [];
        for (const group of groupsOf(target, operations)) results.push(...(await perform(target, group)));
        return results;
      });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
    // Which one is refused shows when they are done one by one.
    return this.eventLog.asOne(async () => {
      const results: OperationResult[] = [];
      for (const [index, operation] of operations.entries()) {
        const [result] = await perform(target, [operation]).catch((error: unknown) => {
          throw error instanceof DomainError ? ofOperation(index, error) : error;
        });
        results.push(result as OperationResult);
      }
      return results;
    });
  }

  /** Each by itself; one that is refused does not stop the others. */
  async each(target: BatchTarget, operations: BatchOperationRequest[]): Promise<OperationResult[]> {
    const results: OperationResult[] = [];
    for (const group of groupsOf(target, operations)) results.push(...(await this.attempt(target, group)));
    return results;
  }

  private async attempt(target: BatchTarget, group: Group): Promise<OperationResult[]> {
    try {
      return await this.eventLog.asOne(() => perform(target, group));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (group.length === 1) return [refused(error)];
    }
    const results: OperationResult[] = [];
    for (const operation of group) results.push(...(await this.attempt(target, [operation])));
    return results;
  }
}

function groupsOf(target: BatchTarget, operations: BatchOperationRequest[]): Group[] {
  const groups: Group[] = [];
  for (const operation of operations) {
    const last = groups.at(-1);
    const joins = target.createMany && operation.op === 'create' && last?.[0].op === 'create';
    if (joins) last.push(operation);
    else groups.push([operation]);
  }
  return groups;
}

async function perform(target: BatchTarget, group: Group): Promise<OperationResult[]> {
  const [first] = group;
  if (first.op === 'create' && target.createMany) {
    const made = await target.createMany(group.map(({ body = {} }) => body));
    return made.map((data) => ({ outcome: 'created', data }));
  }
  return [await performOne(target, first)];
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
