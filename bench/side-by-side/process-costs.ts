import { readFileSync, readdirSync } from 'node:fs';

/** `sysconf(_SC_CLK_TCK)` of Linux: what /proc counts processor time in. */
const TICKS_PER_SECOND = 100;
const MICROSECONDS = 1_000_000;

interface Process {
  pid: number;
  parent: number;
  /** Processor time of its own, microseconds. */
  own: number;
  /** Of its children that have ended. */
  ended: number;
  command: string;
}

/** Microseconds of processor time so far, by what the process is called. */
export type Costs = Map<string, number>;

/** Names a process by its command line; what has no name is not counted. */
export type NameOf = (command: string) => string | undefined;

/** What all below a process have cost so far. Linux only: it reads /proc. */
export function costsBelow(root: number, nameOf: NameOf): Costs {
  const costs: Costs = new Map();
  for (const { command, own, ended } of below(root)) {
    const name = nameOf(command);
    if (name !== undefined) costs.set(name, (costs.get(name) ?? 0) + own + ended);
  }
  return costs;
}

/** Proportional share of memory of all below a process, MiB, by name. */
export function memoryBelow(root: number, nameOf: NameOf): Map<string, number> {
  const memory = new Map<string, number>();
  for (const { pid, command } of below(root)) {
    const name = nameOf(command);
    const rollup = name === undefined ? undefined : read(`/proc/${pid}/smaps_rollup`);
    const kib = Number(/^Pss:\s+(\d+)/m.exec(rollup ?? '')?.[1] ?? 0);
    if (name !== undefined) memory.set(name, (memory.get(name) ?? 0) + kib / 1024);
  }
  return memory;
}

/** What came to `after` since `before`. */
export function difference(after: Costs, before: Costs): Costs {
  return new Map([...after].map(([name, cost]) => [name, cost - (before.get(name) ?? 0)]));
}

export function total(costs: Costs): number {
  return [...costs.values()].reduce((sum, cost) => sum + cost, 0);
}

function below(root: number): Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => processOf(Number(name)) ?? []);
  const childrenOf = (pid: number): Process[] =>
    all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...childrenOf(child.pid)]);
  return childrenOf(root);
}

/** See proc(5): the name, which may hold anything, ends with the last parenthesis. */
function processOf(pid: number): Process | undefined {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [1, 11, 12, 13, 14].map(
    (index) => fields[index],
  );
  const microseconds = (ticks: number) => (ticks / TICKS_PER_SECOND) * MICROSECONDS;
  const command = (read(`/proc/${pid}/cmdline`) ?? '').replaceAll('\0', ' ');
  return {
    pid,
    parent,
    own: microseconds(user + system),
    ended: microseconds(endedUser + endedSystem),
    command,
  };
}

/** Undefined for a process that has ended. */
function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
