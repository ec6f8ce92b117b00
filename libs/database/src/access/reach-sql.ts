import type { Action, Resource, Rights } from '@relata/contracts';

/** Takes a parameter of a statement, answers its placeholder. */
export interface ParameterList {
  add(value: unknown): string;
}

/** Where a table says who may reach a row; SQL of constants. */
export interface ReachColumns {
  owner: string;
  /** Users and teams that may read the row; null where nothing is shared. */
  readers: string | null;
  editors: string | null;
}

export const RECORD_COLUMNS: ReachColumns = {
  owner: 'owner_id',
  readers: 'reader_ids',
  editors: 'editor_ids',
};

/** The same where a service keeps what it must know of another's records, as `alias`; a user's own record is the user. */
export function copyColumns(alias: string, isUser = false): ReachColumns {
  return {
    owner: isUser ? `${alias}.id` : `${alias}.owner_id`,
    readers: `${alias}.reader_ids`,
    editors: null,
  };
}

/** Actions that a share allows beside the role's own scope. */
const BY_READERS = new Set<Action>(['read', 'export']);
const BY_EDITORS = new Set<Action>(['update']);

/**
 * The condition that holds for the rows with which `rights` allow the action: those in the role's scope, and those
 * that are shared with the caller. `true` and `false` where no row has to be looked at.
 */
export function reachSql(
  rights: Rights,
  resource: Resource,
  action: Action,
  parameters: ParameterList,
  columns: ReachColumns = RECORD_COLUMNS,
): string {
  const scope = rights.scope(resource, action);
  if (scope === 'all') return 'true';
  if (scope === 'none') return 'false';
  const any = [`${columns.owner} = ${parameters.add(rights.caller.id)}::uuid`];
  const teams = rights.scopeTeamIds;
  if (scope === 'team' && teams.length > 0)
    any.push(`${columns.owner} IN (${membersSql(teams, parameters)})`);
  const shared = BY_READERS.has(action) ? columns.readers : BY_EDITORS.has(action) ? columns.editors : null;
  if (shared) any.push(sharedSql(shared, rights, parameters));
  return `(${any.join(' OR ')})`;
}

/** Rows to be looked for apart from others, so that each is found by an index in the order of a list. */
export interface Branch {
  /** A query of values, for each of which rows are looked for: the condition names it `each.value`. */
  values: string | null;
  condition: string;
}

/**
 * `reachSql` for reading, taken apart: branches that have no row in common, and together all rows. Null where there is
 * nothing to take apart.
 */
export function reachBranches(
  rights: Rights,
  resource: Resource,
  parameters: ParameterList,
): Branch[] | null {
  const scope = rights.scope(resource, 'read');
  if (scope === 'all' || scope === 'none') return null;
  const me = `${parameters.add(rights.caller.id)}::uuid`;
  const shared = sharedSql('reader_ids', rights, parameters);
  const teams = rights.scopeTeamIds;
  if (scope === 'own' || teams.length === 0)
    return [
      { values: null, condition: `owner_id = ${me}` },
      { values: null, condition: `owner_id IS DISTINCT FROM ${me} AND ${shared}` },
    ];
  const owners = `SELECT ${me} AS value UNION ${membersSql(teams, parameters)}`;
  return [
    { values: owners, condition: 'owner_id = each.value' },
    { values: null, condition: `(owner_id IS NULL OR owner_id NOT IN (${owners})) AND ${shared}` },
  ];
}

/** By the index of rows that are shared at all. */
function sharedSql(readers: string, rights: Rights, parameters: ParameterList): string {
  return `(${readers} <> '{}' AND ${readers} && ${parameters.add(rights.granteeIds)}::uuid[])`;
}

/** Ids of the users in those teams and in the teams below. */
function membersSql(teamIds: string[], parameters: ParameterList): string {
  return `SELECT member.id FROM reference member
          WHERE member.type = 'user' AND member.team_path && ${parameters.add(teamIds)}::uuid[]`;
}
