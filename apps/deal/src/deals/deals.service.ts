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
  RecordStores,
  References,
  referenceClaims,
  type Change,
  type RecordStore,
  type ReferenceClaim,
  type Move,
} from '@relata/database';
import { EventLog } from '@relata/messaging';
import { ServiceConfig, currentContext } from '@relata/platform';
import { stageByKey } from '../pipelines/pipeline.rules';
import { PipelinesService, type Pipeline } from '../pipelines/pipelines.service';
import { closeDeal, enterStage, reopenDeal } from './deal-stage';
import type { DealEntity } from './deal.entity';
import { dealKind } from './deal.mapper';
import { newDeal, updateDeal } from './deal.rules';

@Injectable()
export class DealsService {
  readonly store: RecordStore<DealEntity, DealView>;
  private readonly timeZone: string;

  constructor(
    stores: RecordStores,
    config: ServiceConfig,
    private readonly eventLog: EventLog,
    private readonly references: References,
    private readonly pipelines: PipelinesService,
  ) {
    this.store = stores.define(dealKind);
    this.timeZone = config.timeZone;
  }

  async get(id: string): Promise<DealView> {
    return this.store.present(await this.store.get(id));
  }

  async create(request: CreateDealRequest): Promise<DealView> {
    this.store.access.requireWritable(request);
    const input = { ownerId: currentContext().principal.id, ...request };
    const { stages } = await this.pipelineOf(input.pipelineId);
    const closing = { at: new Date(), timeZone: this.timeZone };
    const draft = newDeal(input, stages, { closing });
    await this.references.require(claimsOf(input));
    const [deal] = await this.eventLog.transaction(async (manager) => {
      const values = { ...draft.values, ...(await this.resolved(manager, input)) };
      return this.store.createMany(manager, [{ ...draft, values }]);
    });
    return this.store.present(deal as DealEntity);
  }

  async update(id: string, request: UpdateDealRequest, ifMatch?: number): Promise<DealView> {
    this.store.access.requireWritable(request);
    await this.references.require(claimsOf(request));
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
    return this.changeInPipeline(id, ifMatch, (deal, { stages }, at) =>
      enterStage(deal, stageByKey(stages, stage), { at, timeZone: this.timeZone }),
    );
  }

  close(id: string, request: CloseDealRequest, ifMatch?: number): Promise<DealView> {
    return this.changeInPipeline(id, ifMatch, (deal, { stages }, now) =>
      closeDeal(deal, stages, request, now, this.timeZone),
    );
  }

  reopen(id: string, { stage }: ReopenDealRequest, ifMatch?: number): Promise<DealView> {
    return this.changeInPipeline(id, ifMatch, (deal, { stages }, now) =>
      reopenDeal(deal, stages, stage, now, this.timeZone),
    );
  }

  async remove(id: string, ifMatch?: number): Promise<void> {
    await this.store.remove(id, { ifMatch });
  }

  async restore(id: string): Promise<DealView> {
    return this.store.present(await this.store.restore(id));
  }

  /** Moves what belongs to merged contacts to the survivors, in the transaction of the events that told of it. */
  followMerges(manager: EntityManager, moves: Move[]): Promise<void> {
    return this.store.repoint(manager, 'contactId', moves);
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
    rule: (deal: DealEntity, pipeline: Pipeline, now: Date) => Change<DealEntity>[],
  ): Promise<DealView> {
    this.store.access.requireWritable({ stageId: null, status: null });
    const pipeline = await this.pipelines.load((await this.store.get(id)).pipelineId);
    return this.store.present(
      await this.store.change(id, (deal, now) => rule(deal, pipeline, now), { ifMatch }),
    );
  }

  private async resolved(manager: EntityManager, input: UpdateDealRequest): Promise<Record<string, string>> {
    return this.references.resolveAll(manager, claimsOf(input));
  }
}

function claimsOf(input: UpdateDealRequest): ReferenceClaim[] {
  return referenceClaims(input, { ownerId: 'user', contactId: 'contact', companyId: 'company' });
}
