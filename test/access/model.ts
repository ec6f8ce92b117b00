import type { Action, Scope } from '@relata/contracts';

/**
 * Who may do what, told a second time and as simply as can be: sets and loops over a world that fits on a page. The
 * tests hold the services to it; it shares no code with them.
 */
export interface World {
  /** Team by team: the one above. */
  parents: Record<string, string | null>;
  users: Record<string, { team: string | null; manages: string[] }>;
}

export interface ModelRecord {
  owner: string | null;
  readers: string[];
  editors: string[];
  /** Records that it is about. */
  about: ModelRecord[];
}

/** What a role of these tests allows with records of every kind: one scope for reading, one for everything else. */
export interface ModelRole {
  read: Scope;
  write: Scope;
}

export type Answer = 'done' | 'FORBIDDEN' | 'NOT_FOUND';

/** The team and all teams above it. */
function lineOf(world: World, team: string | null): string[] {
  const line: string[] = [];
  for (let at = team; at !== null; at = world.parents[at] ?? null) line.push(at);
  return line;
}

function isInScope(world: World, caller: string, scope: Scope, owner: string | null): boolean {
  if (scope === 'all') return true;
  if (scope === 'none' || owner === null) return false;
  if (owner === caller) return true;
  if (scope === 'own') return false;
  const { team, manages } = world.users[caller]!;
  const reached = [...(team ? [team] : []), ...manages];
  return lineOf(world, world.users[owner]!.team).some((one) => reached.includes(one));
}

function isGrantee(world: World, caller: string, grantees: string[]): boolean {
  return grantees.some((one) => one === caller || lineOf(world, world.users[caller]!.team).includes(one));
}

export function mayRead(world: World, caller: string, role: ModelRole, record: ModelRecord): boolean {
  if (role.read === 'none') return false;
  return (
    isInScope(world, caller, role.read, record.owner) ||
    isGrantee(world, caller, record.readers) ||
    record.about.some((other) => mayRead(world, caller, role, other))
  );
}

/** What an attempt to do that with the record is answered with. */
export function answerTo(
  world: World,
  caller: string,
  role: ModelRole,
  record: ModelRecord,
  action: Action,
): Answer {
  if (role.read === 'none') return 'FORBIDDEN';
  if (action === 'read') return mayRead(world, caller, role, record) ? 'done' : 'NOT_FOUND';
  if (role.write === 'none') return 'FORBIDDEN';
  if (!mayRead(world, caller, role, record)) return 'NOT_FOUND';
  const isShared = action === 'update' && isGrantee(world, caller, record.editors);
  return isInScope(world, caller, role.write, record.owner) || isShared ? 'done' : 'FORBIDDEN';
}

/** Whether a record may be made in that owner's name. */
export function answerToCreate(world: World, caller: string, role: ModelRole, owner: string | null): Answer {
  return isInScope(world, caller, role.write, owner) ? 'done' : 'FORBIDDEN';
}
