import { permissionsNow, type RoleView } from '@relata/contracts';
import { recordView, type RecordKind } from '@relata/database';
import { RoleEntity } from './role.entity';

export const toRoleView = recordView<RoleEntity, RoleView>((role) => ({
  name: role.name,
  description: role.description,
  permissions: permissionsNow(role.permissions, role.knownResources),
  fields: role.fields,
}));

export const roleKind: RecordKind<RoleEntity, RoleView> = {
  type: 'role',
  entity: RoleEntity,
  toView: toRoleView,
  uniqueKeys: (role) => [{ namespace: 'name', key: role.name.toLowerCase(), pointer: '/name' }],
  searchFields: ['name', 'description'],
  hasCustomFields: false,
};
