import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import {
  BATCH_KEEPER,
  BATCH_SERVICES,
  CRM_RESOURCES,
  DomainError,
  type BatchAcrossAnswer,
  type BatchAcrossPayload,
  type BatchPartAnswer,
  type BatchPartPayload,
  type BatchService,
  type CrmResource,
  type OperationResult,
  type PlacedOperation,
  type RehearsedEventView,
  type SettleBatchPayload,
} from '@relata/contracts';
import { BatchParts } from '@relata/database';
import { Idempotency, RpcClient, type KeepAnswer } from '@relata/messaging';
import { currentContext } from '@relata/platform';
import { BatchRecords, tookTooLong, type Decided } from './batch-records';

const SIGN_OF_LIFE_MS = 1_000;
/** Left of a request's time for taking back what was done. */
const UNDO_MS = 3_000;
/** Who does not answer in this time learns of the decision by its event. */
const TELL_MS = 2_000;
/** Of a request that does not say how long it waits. */
const BATCH_MS = 30_000;

/** The operations of one service. */
interface Part {
  service: BatchService;
  operations: PlacedOperation[];
}

type Act = (service: BatchService, part: BatchPartPayload) => Promise<BatchPartAnswer>;

/**
 * Carries batches across services out: rehearses all parts, does them one after the other, and has all of them taken back when
 * one fails. What is decided is in the batch's record alone, so it does not matter whether this process lives on.
 */
@Injectable()
export class BatchCarrier {
  constructor(
    private readonly records: BatchRecords,
    private readonly parts: BatchParts,
    private readonly rpc: RpcClient,
    private readonly idempotency: Idempotency,
  ) {}

  /** Throws what a part is refused with, SERVICE_UNAVAILABLE when a service is away: nothing of the batch stays then. */
  async run({ operations, idempotencyKey: key, dryRun }: BatchAcrossPayload): Promise<BatchAcrossAnswer> {
    if (dryRun) return { ...(await this.rehearse(uuidv7(), operations, true)), isReplayed: false };
    const { principal } = currentContext();
    if (key === undefined || principal.id === null)
      return { results: await this.perform(operations), events: [], isReplayed: false };
    const { id: principalId, access } = principal;
    // A key of the user's that may do less must not be shown what another was answered.
    const request = [access?.roleId ?? null, operations];
    const by = { principalId, key, deadline: deadline() };
    const { json, isReplayed } = await this.idempotency.onceInSteps(
      'batches.across',
      request,
      by,
      async (keepAnswer) => {
        // Of a try whose carrier died nothing may be left when the next begins.
        for (const id of await this.records.openUnder(principalId, key)) await this.abandon(id);
        return JSON.stringify(await this.perform(operations, { key, keepAnswer }));
      },
    );
    return { results: JSON.parse(json) as OperationResult[], events: [], isReplayed };
  }

  /** Takes back a batch that nobody carries out any more. */
  async abandon(id: string): Promise<void> {
    const why = { code: 'OUTCOME_UNKNOWN', message: 'Who carried the batch out gave no more sign of life.' };
    await this.tell(id, await this.records.revert(id, why));
  }

  private async perform(
    operations: PlacedOperation[],
    keyed?: { key: string; keepAnswer: KeepAnswer },
  ): Promise<OperationResult[]> {
    const id = uuidv7();
    await this.rehearse(id, operations, false);
    const batch = {
      id,
      services: partsOf(operations).map(({ service }) => service),
      operations: operations.length,
      idempotencyKey: keyed?.key ?? null,
    };
    // What cannot be told runs out.
    const life = setInterval(() => void this.records.stayAlive(id).catch(() => undefined), SIGN_OF_LIFE_MS);
    let results: OperationResult[] = [];
    try {
      ({ results } = await this.inTurn(id, operations, (service, part) =>
        service === BATCH_KEEPER
          ? this.records.begin(batch, part)
          : this.ask(service, 'batches.commit', part),
      ));
      const decided = await this.records.complete(id, async (manager) =>
        keyed?.keepAnswer(manager, JSON.stringify(results)),
      );
      await this.tell(id, decided);
    } catch (error) {
      const decided = await this.revert(id, error);
      // The commit of the completion may have succeeded although nobody was told.
      if (decided?.decision === 'completed') return results;
      // Of a batch that was taken back before, a part may be refused for anything: what it points at is gone.
      throw refusalOf(decided?.isEarlier ? tookTooLong() : error, decided && id);
    } finally {
      clearInterval(life);
    }
    return results;
  }

  /** What all parts would do. Throws what one of them would be refused with. */
  private async rehearse(
    id: string,
    operations: PlacedOperation[],
    isAsked: boolean,
  ): Promise<{ results: OperationResult[]; events: RehearsedEventView[] }> {
    try {
      return await this.inTurn(id, operations, (service, part) =>
        service === BATCH_KEEPER
          ? this.parts.rehearse({ ...part, isAsked })
          : this.ask(service, 'batches.rehearse', { ...part, isAsked }),
      );
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** Does something with each part, in their order; each is told what those before it have written. */
  private async inTurn(
    batchId: string,
    operations: PlacedOperation[],
    act: Act,
  ): Promise<{ results: OperationResult[]; events: RehearsedEventView[] }> {
    const results = new Array<OperationResult>(operations.length);
    const events: RehearsedEventView[] = [];
    let known: Pick<BatchPartPayload, 'names' | 'references'> = { names: {}, references: [] };
    for (const part of partsOf(operations)) {
      const answer = await act(part.service, { batchId, operations: part.operations, ...known });
      known = { names: answer.names, references: [...known.references, ...answer.references] };
      events.push(...answer.events);
      for (const [at, result] of answer.results.entries()) results[part.operations[at]?.index ?? at] = result;
    }
    return { results, events };
  }

  private ask(service: BatchService, verb: string, part: BatchPartPayload): Promise<BatchPartAnswer> {
    const timeoutMs = deadline() - UNDO_MS - Date.now();
    if (timeoutMs <= 0) throw new DomainError('TIMEOUT', 'There is no time left.');
    return this.rpc.ask(service, verb, part, { writes: true, timeoutMs });
  }

  private async revert(id: string, error: unknown): Promise<Decided | undefined> {
    const why =
      error instanceof DomainError
        ? error
        : { code: 'INTERNAL', message: 'Something went wrong on our side.' };
    try {
      const decided = await this.records.revert(id, why);
      await this.tell(id, decided);
      return decided;
    } catch {
      throw new DomainError(
        'OUTCOME_UNKNOWN',
        'The database went away meanwhile; the batch is done, or will be taken back within seconds. Send it again with the same Idempotency-Key.',
      );
    }
  }

  /** Has the others do at once what the event of the decision would have them do. */
  private async tell(batchId: string, decided: Decided | undefined): Promise<void> {
    if (!decided) return;
    const { decision, services, context } = decided;
    const payload: SettleBatchPayload = { batchId, decision };
    const others = services.filter((service) => service !== BATCH_KEEPER);
    await Promise.allSettled(
      others.map((service) =>
        this.rpc.ask(service, 'batches.settle', payload, { writes: true, timeoutMs: TELL_MS, context }),
      ),
    );
  }
}

/** The parts in the order in which they are done; the keeper has one even if there is nothing for it to write. */
function partsOf(operations: PlacedOperation[]): Part[] {
  return BATCH_SERVICES.map((service) => ({
    service,
    operations: operations.filter(
      ({ resource }) => CRM_RESOURCES[resource as CrmResource].service === service,
    ),
  })).filter(({ service, operations: own }) => service === BATCH_KEEPER || own.length > 0);
}

function deadline(): number {
  return currentContext().deadline ?? Date.now() + BATCH_MS;
}

/** What is answered when nothing of the batch stays: of a part nobody knows whether it was done, of the batch one does. */
function refusalOf(error: unknown, batchId?: string): unknown {
  if (!(error instanceof DomainError)) return error;
  const isUncertain = error.code === 'OUTCOME_UNKNOWN' || error.code === 'TIMEOUT';
  const details = { ...error.details, ...(batchId ? { batchId } : {}) };
  return isUncertain
    ? new DomainError(
        'SERVICE_UNAVAILABLE',
        'A service did not answer in time. Nothing of the batch stays.',
        details,
      )
    : new DomainError(error.code, error.message, details);
}
