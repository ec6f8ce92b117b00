import { Column, Entity, Index } from 'typeorm';
import { RecordEntity } from '@relata/database';

/** Named `app_user`, as `user` is a word of SQL. */
@Entity('app_user')
@Index('app_user_created', ['createdAt', 'id'], { where: 'deleted_at IS NULL' })
export class UserEntity extends RecordEntity {
  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  email: string | null;

  @Index('app_user_team')
  @Column('uuid', { name: 'team_id', nullable: true })
  teamId: string | null;

  @Index('app_user_role')
  @Column('uuid', { name: 'role_id' })
  roleId: string;

  @Column('text')
  status: 'active' | 'disabled';

  @Column('text')
  kind: 'person' | 'service';

  /** Argon2id, PHC string. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;
}
