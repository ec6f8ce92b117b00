import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  DomainError,
  unknownReference,
  type ChangeStageRequest,
  type CloseDealRequest,
  type CreateDealRequest,
  type DealView,
  type ReopenDealRequest,
  type UpdateDealRequest,
} from '@relata/contracts';
import {
  BatchTargets,
  RecordStores,
  References,
  referenceClaims,
  type Change,
  type Draft,
  type RecordStore,
  type ReferenceClaim,
  type Move,
} from '@relata/database';
import { EventLog } from '@relata/messaging';
import { ServiceConfig, currentContext } from '@relata/platform';
import { stageByKey } from '../pipelines/pipeline.rules';
import { PipelinesService, type Pipeline } from '../pipelines/pipelines.service';
import type { StageEntity } from '../pipelines/stage.entity';
import { closeDeal, enterStage, giveBackDeal, reopenDeal } from './deal-stage';
import type { DealEntity } from './deal.entity';
import { dealKind } from './deal.mapper';
import { newDeal, updateDeal } from './deal.rules';

const REFERENCES = { ownerId: 'user', contactId: 'contact', companyId: 'company' } as const;

@Injectable()
export class DealsService {
  readonly store: RecordStore<DealEntity, DealView>;
  private readonly timeZone: string;

  constructor(
    stores: RecordStores,
    batches: BatchTargets,
    config: ServiceConfig,
    private readonly eventLog: EventLog,
    private readonly references: References,
    private readonly pipelines: PipelinesService,
  ) {
    this.store = stores.define(dealKind);
    this.timeZone = config.timeZone;
    batches.add('deals', this);
  }

  async get(id: string): Promise<DealView> {
    return this.store.present(await this.store.get(id));
  }

  async create(request: CreateDealRequest): Promise<DealView> {
    const [deal] = await this.createMany([request]);
    return deal as DealView;
  }

  /** Makes all, or none. */
  async createMany(requests: CreateDealRequest[]): Promise<DealView[]> {
    for (const request of requests) this.store.access.requireWritable(request);
    const ownerId = currentContext().principal.id;
    const inputs = requests.map((request) => ({ ownerId, ...request }));
    const drafts = await this.draftsOf(inputs);
    await this.references.require(inputs.flatMap(claimsOf));
    await this.store.learnReferences(inputs);
    const deals = await this.eventLog.transaction(async (manager) =>
      this.store.createMany(manager, await this.references.resolveDrafts(manager, drafts, REFERENCES)),
    );
    return deals.map((deal) => this.store.present(deal));
  }

  /** As `update`, and moves the deal to the stage that the body names. Throws CONFLICT for another pipeline. */
  put(id: string, { stage, pipelineId, ...rest }: CreateDealRequest): Promise<DealView> {
    return this.eventLog.asOne(async () => {
      const deal = await this.update(id, rest);
      if (pipelineId !== undefined && pipelineId.toLowerCase() !== deal.pipelineId)
        throw new DomainError('CONFLICT', 'The deal is in another pipeline, and stays in it.');
      return stage === undefined || stage === deal.stage ? deal : this.changeStage(id, { stage });
    });
  }

  async update(id: string, request: UpdateDealRequest, ifMatch?: number): Promise<DealView> {
    this.store.access.requireWritable(request);
    await this.references.require(claimsOf(request));
    await this.store.learnReferences([request]);
    const deal = await this.eventLog.transaction(async (manager) => {
      const input = { ...request, ...(await this.resolved(manager, request)) };
      return this.store.changeIn(
        manager,
        id,
        (current, now) => updateDeal(current, input, now, this.timeZone),
        { ifMatch },
      );
    });
    return this.store.present(deal);
  }

  changeStage(id: string, { stage }: ChangeStageRequest, ifMatch?: number): Promise<DealView> {
    return this.changeInPipeline(id, ifMatch, (deal, stages, at) =>
      enterStage(deal, stageByKey(stages, stage), { at, timeZone: this.timeZone }),
    );
  }

  close(id: string, request: CloseDealRequest, ifMatch?: number): Promise<DealView> {
    return this.changeInPipeline(id, ifMatch, (deal, stages, now) =>
      closeDeal(deal, stages, request, now, this.timeZone),
    );
  }

  reopen(id: string, { stage }: ReopenDealRequest, ifMatch?: number): Promise<DealView> {
    return this.changeInPipeline(id, ifMatch, (deal, stages, now) =>
      reopenDeal(deal, stages, stage, now, this.timeZone),
    );
  }

  async remove(id: string, ifMatch?: number): Promise<void> {
    await this.store.remove(id, { ifMatch });
  }

  async restore(id: string): Promise<DealView> {
    return this.store.present(await this.store.restore(id));
  }

  giveBack(deal: DealEntity, former: Partial<DealEntity>): Change<DealEntity>[] {
    return giveBackDeal(deal, former);
  }

  /** Moves what belongs to merged contacts to the survivors, in the transaction of the events that told of it. */
  followMerges(manager: EntityManager, moves: Move[]): Promise<void> {
    return this.store.repoint(manager, moves, 'contactId');
  }

  /** The pipeline of that id, or the default one. Throws UNKNOWN_REFERENCE. */
  async pipelineOf(id: string | undefined): Promise<Pipeline> {
    if (id === undefined) return this.pipelines.loadDefault();
    return this.pipelines.load(id).catch((error: unknown) => {
      if (!(error instanceof DomainError && error.code === 'NOT_FOUND')) throw error;
      throw unknownReference('pipeline', id, '/pipelineId');
    });
  }

  private async changeInPipeline(
    id: string,
    ifMatch: number | undefined,
    rule: (deal: DealEntity, stages: readonly StageEntity[], now: Date) => Change<DealEntity>[],
  ): Promise<DealView> {
    this.store.access.requireWritable({ stageId: null, status: null });
    // Whether there is such a deal, and the caller may know, is for the change to say.
    const [deal] = await this.store.getMany([id]);
    const stages = deal ? await this.pipelines.stagesOfPipeline(deal.pipelineId) : [];
    return this.store.present(
      await this.store.change(id, (deal, now) => rule(deal, stages, now), { ifMatch }),
    );
  }

  private async draftsOf(inputs: CreateDealRequest[]): Promise<Draft<DealEntity>[]> {
    const pipelines = new Map<string | undefined, Pipeline>();
    for (const { pipelineId } of inputs)
      if (!pipelines.has(pipelineId)) pipelines.set(pipelineId, await this.pipelineOf(pipelineId));
    const closing = { at: new Date(), timeZone: this.timeZone };
    return inputs.map((input) => newDeal(input, pipelines.get(input.pipelineId)?.stages ?? [], { closing }));
  }

  private async resolved(manager: EntityManager, input: UpdateDealRequest): Promise<Record<string, string>> {
    return this.references.resolveAll(manager, claimsOf(input));
  }
}

function claimsOf(input: UpdateDealRequest): ReferenceClaim[] {
  return referenceClaims(input, REFERENCES);
}
