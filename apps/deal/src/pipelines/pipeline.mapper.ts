import type { PipelineView, StageView } from '@relata/contracts';
import { recordView, type RecordKind } from '@relata/database';
import { PipelineEntity } from './pipeline.entity';
import { StageEntity } from './stage.entity';

export const toPipelineView = recordView<PipelineEntity, PipelineView>((pipeline) => ({
  name: pipeline.name,
  isDefault: pipeline.isDefault,
}));

export const toStageView = recordView<StageEntity, StageView>((stage) => ({
  pipelineId: stage.pipelineId,
  key: stage.key,
  label: stage.label,
  probability: stage.probability,
  kind: stage.kind,
  position: stage.position,
}));

export const pipelineKind: RecordKind<PipelineEntity, PipelineView> = {
  type: 'pipeline',
  entity: PipelineEntity,
  toView: toPipelineView,
  uniqueKeys: (pipeline) => [
    { namespace: 'name', key: pipeline.name.toLowerCase(), pointer: '/name' },
    ...(pipeline.isDefault ? [{ namespace: 'default', key: 'default', pointer: '/isDefault' }] : []),
  ],
  searchFields: ['name'],
  hasCustomFields: false,
};

export const stageKind: RecordKind<StageEntity, StageView> = {
  type: 'stage',
  entity: StageEntity,
  toView: toStageView,
  uniqueKeys: (stage) => [{ namespace: `pipeline:${stage.pipelineId}`, key: stage.key, pointer: '/key' }],
  searchFields: ['key', 'label'],
  hasCustomFields: false,
};
