import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  BATCH_KEEPER,
  BatchView,
  DomainError,
  MixedBatchRequest,
  fieldErrors,
  type BatchAcrossAnswer,
  type BatchAcrossPayload,
  type MixedBatchPayload,
  type MixedOperationRequest,
  type OperationResult,
  type PlacedOperation,
} from '@relata/contracts';
import { RpcClient, outcomeOf } from '@relata/messaging';
import { currentContext } from '@relata/platform';
import { KeyedByRoute } from '../http/route-keys';
import { refuseBad, toView } from './batch-answers';
import { BATCH_MS, batchResource, checkedOperation } from './batch-bodies';
import { refsOf, withSomeIds, wrongRefs } from './batch-refs';

/** Writes of several resources in one request, which may point at one another. */
@ApiTags('Batches')
@ApiBearerAuth()
@KeyedByRoute()
@Controller('v1/batch')
export class MixedBatchesRoutes {
  constructor(private readonly rpc: RpcClient) {}

  /**
   * Up to 1,000 writes of contacts, companies, deals, activities and tasks in one request: all, or nothing
   *
   * @remarks
   * An operation may name its record, `"ref": "acme"`, and later ones point at it: `{ "$ref": "acme" }` as `id`, or as `contactId`,
   * `companyId` or `dealId` of a body. An error names the operation, `/operations/3/body/email`. Records of several services appear
   * one service after the other; when a later one refuses its part, what was done is taken back.
   */
  @Post()
  @HttpCode(200)
  async run(@Body() { operations }: MixedBatchRequest): Promise<BatchView> {
    const wrong = wrongRefs(operations);
    if (wrong.length > 0) throw fieldErrors('VALIDATION_FAILED', wrong);
    const checked = await Promise.all(operations.map(checkedMixed));
    refuseBad(checked);
    const placed: PlacedOperation[] = checked.flatMap((one, index) =>
      one instanceof DomainError ? [] : [{ ...one, index }],
    );
    const results = await this.perform({ operations: placed });
    return { results: results.map(toView) };
  }

  private async perform(payload: MixedBatchPayload): Promise<OperationResult[]> {
    const services = new Set(payload.operations.map(({ resource }) => batchResource(resource).service));
    const [service, ...others] = services;
    if (service && others.length === 0)
      return this.rpc.call(service, 'batches.mixed', payload, { writes: true, timeoutMs: BATCH_MS });
    // Key and rehearsal are for the whole; its parts are no requests of their own.
    const { idempotencyKey, dryRun, ...context } = currentContext();
    const across: BatchAcrossPayload = {
      ...payload,
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
      ...(dryRun ? { dryRun } : {}),
    };
    const options = { writes: true, timeoutMs: BATCH_MS, context };
    const answer = await this.rpc.call<BatchAcrossAnswer>(BATCH_KEEPER, 'batches.across', across, options);
    const outcome = outcomeOf(currentContext());
    outcome.events.push(...answer.events);
    outcome.isReplayed = answer.isReplayed;
    return answer.results;
  }
}

/** An operation whose body fits, names and all; or the refusal. */
async function checkedMixed(operation: MixedOperationRequest): Promise<MixedOperationRequest | DomainError> {
  const { body = {} } = operation;
  const resource = batchResource(operation.resource);
  const checked = await checkedOperation(
    resource,
    operation.body ? { ...operation, body: withSomeIds(body) } : operation,
  );
  if (checked instanceof DomainError || !checked.body) return checked;
  return { ...checked, body: { ...checked.body, ...Object.fromEntries(refsOf(body)) } };
}
