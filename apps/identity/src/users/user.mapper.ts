import type { UserView } from '@relata/contracts';
import { recordView, type RecordKind } from '@relata/database';
import { UserEntity } from './user.entity';

/** Without the password hash: a view is also what events carry. */
export const toUserView = recordView<UserEntity, UserView>((user) => ({
  name: user.name,
  email: user.email,
  teamId: user.teamId,
  roleId: user.roleId,
  status: user.status,
  kind: user.kind,
}));

export const userKind: RecordKind<UserEntity, UserView> = {
  type: 'user',
  entity: UserEntity,
  toView: toUserView,
  uniqueKeys: (user) =>
    user.email ? [{ namespace: 'email', key: user.email.toLowerCase(), pointer: '/email' }] : [],
  searchFields: ['name', 'email'],
  hasCustomFields: false,
  // Scope `own` reaches oneself.
  ownedBy: 'id',
};
