import { Column, Entity, Index } from 'typeorm';
import type { CrmResource, FilterNode, SortKey, ViewVisibility } from '@relata/contracts';
import { RecordEntity } from '../records/record.entity';

@Entity('saved_view')
@Index('saved_view_created', ['createdAt', 'id'], { where: 'deleted_at IS NULL' })
export class SavedViewEntity extends RecordEntity {
  /** Fixed once made. */
  @Column('text')
  resource: CrmResource;

  @Column('text')
  name: string;

  @Column('text')
  visibility: ViewVisibility;

  @Column('jsonb', { nullable: true })
  filter: FilterNode | null;

  @Column('jsonb')
  sort: SortKey[];

  @Column('jsonb')
  fields: string[];

  @Column('jsonb')
  include: string[];

  @Column('text', { nullable: true })
  q: string | null;
}
