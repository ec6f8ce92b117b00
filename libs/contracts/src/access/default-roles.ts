import { ACTIONS, RESOURCES, type Action, type Permissions, type RoleRules, type Scope } from './rules';

/** A role that every installation has from the start. */
export interface DefaultRole {
  /** The same everywhere. */
  id: string;
  name: string;
  description: string;
  rules: RoleRules;
}

const CRM = ['contact', 'company', 'deal', 'activity', 'task'] as const;
const CHANGES = ['create', 'update', 'delete', 'import', 'merge'] as const;
/** Saved views show nobody more than he may see, so everybody may have some. */
const OWN_VIEWS = { read: 'own', create: 'own', update: 'own', delete: 'own' } as const;
/** What became of the batches that one sent. */
const OWN_BATCHES = { read: 'own' } as const;
/** What everybody who works here may look up. */
const SHARED: Permissions = {
  pipeline: { read: 'all' },
  customField: { read: 'all' },
  user: { read: 'all', update: 'own' },
  team: { read: 'all' },
  apiKey: { read: 'own', create: 'own', delete: 'own' },
  session: { read: 'own', delete: 'own' },
  export: { read: 'own', create: 'own', delete: 'own' },
  view: OWN_VIEWS,
  batch: OWN_BATCHES,
};

/** What a role allows with a resource that there was not yet when its permissions were saved. */
const LATER_RESOURCES: Permissions = { view: OWN_VIEWS, batch: OWN_BATCHES };

/**
 * The permissions of a role that were saved when there were the `known` resources. What a role does not name it does not allow, but
 * only of what could be named.
 */
export function permissionsNow(saved: Permissions, known: readonly string[]): Permissions {
  const later = Object.entries(LATER_RESOURCES).filter(([resource]) => !known.includes(resource));
  return { ...Object.fromEntries(later), ...saved };
}

/** Every one of `resources` with every one of `actions` in that scope. */
function grant(resources: readonly string[], actions: readonly Action[], scope: Scope): Permissions {
  const permission = Object.fromEntries(actions.map((action) => [action, scope]));
  return Object.fromEntries(resources.map((resource) => [resource, permission]));
}

function merge(...parts: Permissions[]): RoleRules {
  const permissions: Permissions = {};
  for (const part of parts) {
    for (const resource of RESOURCES)
      if (part[resource]) permissions[resource] = { ...permissions[resource], ...part[resource] };
  }
  return { permissions, fields: {} };
}

/** May do everything. Nobody can change it, so that nobody can lock the organisation out. */
export const ADMIN_ROLE: DefaultRole = {
  id: '01980000-0000-7000-8000-000000000001',
  name: 'admin',
  description: 'May do everything. This role cannot be changed.',
  rules: { permissions: grant(RESOURCES, ACTIONS, 'all'), fields: {} },
};

const MANAGER_ROLE: DefaultRole = {
  id: '01980000-0000-7000-8000-000000000002',
  name: 'manager',
  description: 'Works with the records of the own teams, and of the teams below.',
  rules: merge(SHARED, grant(CRM, ['read', 'export', ...CHANGES], 'team'), { company: { read: 'all' } }),
};

/** What a user has who is given no other. */
export const REP_ROLE: DefaultRole = {
  id: '01980000-0000-7000-8000-000000000003',
  name: 'rep',
  description: 'Works with the own records; sees all companies.',
  rules: merge(SHARED, grant(CRM, ['read', ...CHANGES], 'own'), { company: { read: 'all' } }),
};

const VIEWER_ROLE: DefaultRole = {
  id: '01980000-0000-7000-8000-000000000004',
  name: 'viewer',
  description: 'Sees everything, changes nothing.',
  rules: merge(SHARED, grant(CRM, ['read'], 'all')),
};

const INTEGRATION_ROLE: DefaultRole = {
  id: '01980000-0000-7000-8000-000000000005',
  name: 'integration',
  description: 'For other systems: reads and writes all records, administers nothing.',
  rules: merge(SHARED, grant(CRM, ['read', 'export', ...CHANGES], 'all')),
};

export const DEFAULT_ROLES: readonly DefaultRole[] = [
  ADMIN_ROLE,
  MANAGER_ROLE,
  REP_ROLE,
  VIEWER_ROLE,
  INTEGRATION_ROLE,
];
