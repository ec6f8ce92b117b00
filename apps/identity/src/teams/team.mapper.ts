import type { TeamView } from '@relata/contracts';
import { recordView, type RecordKind } from '@relata/database';
import { TeamEntity } from './team.entity';

export const toTeamView = recordView<TeamEntity, TeamView>((team) => ({
  name: team.name,
  parentId: team.parentId,
  managerIds: team.managerIds,
}));

export const teamKind: RecordKind<TeamEntity, TeamView> = {
  type: 'team',
  entity: TeamEntity,
  toView: toTeamView,
  uniqueKeys: (team) => [{ namespace: 'name', key: team.name.toLowerCase(), pointer: '/name' }],
  searchFields: ['name'],
  hasCustomFields: false,
};
