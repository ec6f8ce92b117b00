import { Column, Entity, Index } from 'typeorm';
import { RecordEntity } from '@relata/database';

@Entity('pipeline')
@Index('pipeline_created', ['createdAt', 'id'], { where: 'deleted_at IS NULL' })
export class PipelineEntity extends RecordEntity {
  @Column('text')
  name: string;

  /** New deals go here; one pipeline at a time. */
  @Column('boolean', { name: 'is_default' })
  isDefault: boolean;
}
