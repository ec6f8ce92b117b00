import { Body, Controller, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiTags,
  type ApiResponseOptions,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  BatchRequest,
  BatchView,
  DomainError,
  ExternalKeyRequest,
  RecordView,
  type BatchOperationRequest,
  type BatchPayload,
  type OperationResult,
  type UpsertPayload,
  type UpsertedRecord,
} from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { ResourceName } from '../http/resource-name';
import { OUTCOME_STATUS, refuseBad, refusal, toView } from './batch-answers';
import { BATCH_MS, BATCH_RESOURCES, batchResource, checkedBody, checkedOperation } from './batch-bodies';

const OUTCOME: ApiResponseOptions['headers'] = {
  'Upsert-Outcome': {
    description: 'What became of it.',
    schema: { type: 'string', enum: ['created', 'updated', 'unchanged'] },
  },
};

/** Many writes in one request, and writes of records that another system knows by its own keys. */
@ApiTags('Batches')
@ApiBearerAuth()
@Controller(Object.keys(BATCH_RESOURCES).map((name) => `v1/${name}`))
export class BatchesRoutes {
  constructor(private readonly rpc: RpcClient) {}

  /**
   * Up to 1,000 writes of one resource in one request, in order
   *
   * @remarks
   * `atomic`, as when it is absent: all or nothing, and the error names the operation, `/operations/3/body/email`. Not
   * `atomic`: each by itself, and `results` says of each what became of it.
   */
  @Post('batch')
  @HttpCode(200)
  async run(
    @ResourceName() name: string,
    @Body() { operations, atomic = true }: BatchRequest,
  ): Promise<BatchView> {
    const resource = batchResource(name);
    const checked = await Promise.all(operations.map((operation) => checkedOperation(resource, operation)));
    if (atomic) refuseBad(checked);
    const good = checked.filter((one): one is BatchOperationRequest => !(one instanceof DomainError));
    const payload: BatchPayload = { resource: name, operations: good, atomic };
    const done =
      good.length === 0
        ? []
        : await this.rpc.call<OperationResult[]>(resource.service, 'batches.run', payload, {
            writes: true,
            timeoutMs: BATCH_MS,
          });
    const results = done.values();
    return {
      results: checked.map((one) =>
        toView(one instanceof DomainError ? refusal(one) : (results.next().value as OperationResult)),
      ),
    };
  }

  /**
   * Make a record, or change the one that another system knows by that key
   *
   * @remarks
   * The body is that of a creation; of a record that is there, what is absent stays. 201 when it was made, 200 when it was
   * changed or equal already; `Upsert-Outcome` says which: `created`, `updated`, `unchanged`.
   */
  @Put('by-external/:system/:key')
  @ApiBody({ schema: { type: 'object', additionalProperties: true } })
  @ApiOkResponse({ type: RecordView, headers: OUTCOME })
  @ApiCreatedResponse({ type: RecordView, headers: OUTCOME })
  async upsert(
    @ResourceName() name: string,
    @Param('system') system: string,
    @Param('key') key: string,
    @Body() body: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordView> {
    const resource = batchResource(name);
    const externalKey = (await checkedBody({ system, key }, ExternalKeyRequest)) as ExternalKeyRequest;
    const payload: UpsertPayload = {
      resource: name,
      externalKey,
      body: (await checkedBody(body, resource.create)) as Record<string, unknown>,
    };
    const { outcome, data } = await this.rpc.call<UpsertedRecord>(
      resource.service,
      'batches.upsert',
      payload,
      {
        writes: true,
      },
    );
    void reply.status(OUTCOME_STATUS[outcome]).header('Upsert-Outcome', outcome);
    if (outcome === 'created') void reply.header('Location', `/v1/${name}/${data.id}`);
    return data;
  }
}
