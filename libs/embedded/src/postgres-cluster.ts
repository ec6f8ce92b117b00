import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOBODY, runsAsRoot } from './data-folder';
import { commandOf, endProcess, isAlive } from './process-record';
import { StartError } from './start-error';

/** The superuser of the cluster. */
export const OWNER = 'postgres';

/** Postgres refuses to be root. */
export const postgresUser = runsAsRoot ? { uid: NOBODY, gid: NOBODY } : {};

/** Makes the cluster if there is none. Half a second; with ICU's language-neutral order, so that é sorts by e. */
export async function ensureCluster(
  folder: string,
  cluster: string,
  binaries: string,
  password: string,
): Promise<void> {
  if (existsSync(cluster)) return;
  // Under another name until it is whole: what was killed in between must not be taken for a cluster.
  const partial = `${cluster}.partial`;
  const passwordFile = join(folder, 'initdb-password');
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (runsAsRoot) for (const path of [partial, passwordFile]) chownSync(path, NOBODY, NOBODY);
  try {
    await initdb(folder, binaries, ['-D', partial, '--pwfile', passwordFile]);
    renameSync(partial, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function initdb(folder: string, binaries: string, where: string[]): Promise<void> {
  const login = ['-U', OWNER, '-A', 'scram-sha-256', '-E', 'UTF8'];
  const locale = ['--locale=C', '--locale-provider=icu', '--icu-locale=und'];
  const child = spawn(join(binaries, 'bin', 'initdb'), [...where, ...login, ...locale, '--no-instructions'], {
    ...postgresUser,
    cwd: folder,
    env: { LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
    // Ctrl-C is ours to handle.
    detached: true,
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const [code] = (await once(child, 'close').catch((error: Error) => [error.message])) as [
    number | string | null,
  ];
  if (code === 0) return;
  const reason = errors.trim().split('\n').filter(Boolean).at(-1) ?? String(code);
  throw new StartError(
    `Postgres cannot be set up in ${folder}: ${reason}. Free its disk or set DATA_DIR to another folder.`,
  );
}

/**
 * `postmaster.pid` names a process that may be a Postgres that nobody stopped, or, after a reboot, something quite
 * different that got the same id: Postgres would then refuse to start. (When no such process runs, Postgres itself
 * sees that, and checks the shared memory as well.)
 */
export async function clearPostmasterPid(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Math.abs(Number(readFileSync(file, 'utf8').split('\n')[0]));
  const command = pid && isAlive(pid) ? commandOf(pid) : undefined;
  if (command?.includes(cluster)) await endProcess(pid, 'SIGINT');
  else if (command) rmSync(file, { force: true });
}
