import { Column, Entity, Index } from 'typeorm';
import { RecordEntity } from '@relata/database';

export type StageKind = 'open' | 'won' | 'lost';

@Entity('stage')
@Index('stage_pipeline', ['pipelineId'])
export class StageEntity extends RecordEntity {
  @Column('uuid', { name: 'pipeline_id' })
  pipelineId: string;

  /** Fixed once made: deals and events carry it. */
  @Column('text')
  key: string;

  @Column('text')
  label: string;

  @Column('integer')
  probability: number;

  /** What a deal in this stage is. */
  @Column('text')
  kind: StageKind;

  @Column('integer')
  position: number;
}
