import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  DomainError,
  notFound,
  type CreatePipelineRequest,
  type CreateStageRequest,
  type ListQuery,
  type Page,
  type PipelineView,
  type PipelineWithStagesView,
  type StageView,
  type UpdatePipelineRequest,
  type UpdateStageRequest,
} from '@relata/contracts';
import { RecordStores, type RecordStore } from '@relata/database';
import { EventLog } from '@relata/messaging';
import type { PipelineEntity } from './pipeline.entity';
import { pipelineKind, stageKind, toStageView } from './pipeline.mapper';
import { checkStages, reordered } from './pipeline.rules';
import type { StageEntity } from './stage.entity';

/** A pipeline with its live stages in order. */
export interface Pipeline {
  pipeline: PipelineEntity;
  stages: readonly StageEntity[];
}

@Injectable()
export class PipelinesService {
  readonly store: RecordStore<PipelineEntity, PipelineView>;
  readonly stages: RecordStore<StageEntity, StageView>;

  constructor(
    stores: RecordStores,
    private readonly eventLog: EventLog,
  ) {
    this.store = stores.define(pipelineKind);
    this.stages = stores.define(stageKind);
  }

  async list(query: ListQuery): Promise<Page<PipelineWithStagesView>> {
    const page = await this.store.list(query);
    const stages = await this.stagesOf(page.data.map((pipeline) => pipeline.id));
    return {
      ...page,
      data: page.data.map((view) => ({ ...view, stages: (stages.get(view.id) ?? []).map(toStageView) })),
    };
  }

  async get(id: string): Promise<PipelineWithStagesView> {
    const pipeline = await this.store.get(id);
    const stages = await this.stagesOfPipeline(id);
    return { ...this.store.present(pipeline), stages: stages.map(toStageView) };
  }

  async create(request: CreatePipelineRequest, isDefault = false): Promise<PipelineWithStagesView> {
    checkStages(request.stages);
    const id = await this.eventLog.transaction(async (manager) => {
      const [pipeline] = await this.store.createMany(manager, [
        { values: { name: request.name, isDefault } },
      ]);
      const pipelineId = (pipeline as PipelineEntity).id;
      const drafts = request.stages.map((stage, position) => ({
        values: { ...stage, pipelineId, position },
      }));
      await this.stages.createMany(manager, drafts);
      return pipelineId;
    });
    return this.get(id);
  }

  async update(
    id: string,
    request: UpdatePipelineRequest,
    ifMatch?: number,
  ): Promise<PipelineWithStagesView> {
    await this.eventLog.transaction(async (manager) => {
      if (request.isDefault) await this.clearDefault(manager, id);
      await this.store.changeIn(manager, id, () => [{ event: 'pipeline.updated', set: request }], {
        ifMatch,
      });
    });
    return this.get(id);
  }

  /** Throws CONFLICT for the default pipeline and for one that has deals. */
  async remove(id: string, ifMatch?: number): Promise<void> {
    await this.eventLog.transaction(async (manager) => {
      const pipeline = (await this.store.lockMany(manager, [id], 'delete')).get(id);
      if (pipeline?.isDefault)
        throw new DomainError('CONFLICT', 'This is the default pipeline. Make another the default first.');
      await this.refuseUsed(
        manager,
        'pipeline_id',
        id,
        'The pipeline has deals. Move them to another first.',
      );
      await this.store.changeIn(
        manager,
        id,
        (_, now) => [{ event: 'pipeline.deleted', set: { deletedAt: now } }],
        { ifMatch },
      );
    });
  }

  async addStage(
    pipelineId: string,
    { position, ...values }: CreateStageRequest,
  ): Promise<PipelineWithStagesView> {
    await this.eventLog.transaction(async (manager) => {
      const { stages } = await this.lock(manager, pipelineId);
      checkStages([...stages, values]);
      const [stage] = await this.stages.createMany(manager, [
        { values: { ...values, pipelineId, position: stages.length } },
      ]);
      const place = position ?? stages.filter((other) => other.kind === 'open').length;
      await this.renumber(manager, reordered(stages, stage as StageEntity, place));
    });
    return this.get(pipelineId);
  }

  async updateStage(
    pipelineId: string,
    stageId: string,
    { position, ...set }: UpdateStageRequest,
  ): Promise<PipelineWithStagesView> {
    await this.eventLog.transaction(async (manager) => {
      const { stages } = await this.lock(manager, pipelineId);
      const stage = stages.find((candidate) => candidate.id === stageId);
      if (!stage) throw notFound('stage', stageId);
      checkStages(stages.map((other) => (other.id === stageId ? { ...other, ...set } : other)));
      const changed = await this.stages.changeIn(manager, stageId, () => [{ event: 'stage.updated', set }]);
      if (position !== undefined) await this.renumber(manager, reordered(stages, changed, position));
    });
    return this.get(pipelineId);
  }

  /** Throws CONFLICT for a stage that has deals. */
  async removeStage(pipelineId: string, stageId: string): Promise<void> {
    await this.eventLog.transaction(async (manager) => {
      const { stages } = await this.lock(manager, pipelineId);
      const rest = stages.filter((stage) => stage.id !== stageId);
      if (rest.length === stages.length) throw notFound('stage', stageId);
      checkStages(rest);
      await this.refuseUsed(manager, 'stage_id', stageId, 'The stage has deals. Move them to another first.');
      await this.stages.changeIn(manager, stageId, (_, now) => [
        { event: 'stage.deleted', set: { deletedAt: now } },
      ]);
      await this.renumber(manager, rest);
    });
  }

  /** A pipeline with its stages, for the rules of deals. Throws NOT_FOUND. */
  async load(id: string): Promise<Pipeline> {
    const pipeline = await this.store.find(id);
    return { pipeline, stages: await this.stagesOfPipeline(id) };
  }

  /** The live stages of a pipeline in order, for the rules of deals. */
  async stagesOfPipeline(id: string): Promise<readonly StageEntity[]> {
    return inOrder([...(await this.stages.findHaving('pipelineId', id))]);
  }

  /** The pipeline that new deals go to. */
  async loadDefault(): Promise<Pipeline> {
    const pipeline = (await this.store.findByKey('default', ['default'])).get('default');
    if (!pipeline)
      throw new DomainError('CONFLICT', 'There is no default pipeline. Make one the default first.');
    return this.load(pipeline.id);
  }

  private async stagesOf(
    pipelineIds: string[],
    manager: EntityManager = this.eventLog.manager,
  ): Promise<Map<string, StageEntity[]>> {
    const stages = inOrder(
      await this.stages.findWhere('pipeline_id = ANY($1::uuid[])', [pipelineIds], manager),
    );
    return new Map(pipelineIds.map((id) => [id, stages.filter((stage) => stage.pipelineId === id)]));
  }

  private async lock(manager: EntityManager, id: string): Promise<Pipeline> {
    const pipeline = (await this.store.lockMany(manager, [id], 'update')).get(id);
    if (!pipeline || pipeline.deletedAt) throw notFound('pipeline', id);
    return { pipeline, stages: (await this.stagesOf([id], manager)).get(id) ?? [] };
  }

  private async renumber(manager: EntityManager, stages: readonly StageEntity[]): Promise<void> {
    for (const [position, stage] of stages.entries()) {
      await this.stages.changeIn(manager, stage.id, () => [{ event: 'stage.updated', set: { position } }]);
    }
  }

  private async clearDefault(manager: EntityManager, exceptId: string): Promise<void> {
    const current = (await this.store.findByKey('default', ['default'], manager)).get('default');
    if (!current || current.id === exceptId) return;
    await this.store.changeIn(manager, current.id, () => [
      { event: 'pipeline.updated', set: { isDefault: false } },
    ]);
  }

  private async refuseUsed(
    manager: EntityManager,
    column: 'pipeline_id' | 'stage_id',
    id: string,
    message: string,
  ): Promise<void> {
    const used: unknown[] = await manager.query(
      `SELECT 1 FROM deal WHERE ${column} = $1 AND deleted_at IS NULL LIMIT 1`,
      [id],
    );
    if (used.length > 0) throw new DomainError('CONFLICT', message);
  }
}

function inOrder(stages: StageEntity[]): StageEntity[] {
  return stages.sort((a, b) => a.position - b.position);
}
