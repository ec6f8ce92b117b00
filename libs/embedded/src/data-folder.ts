import { chmodSync, mkdirSync, renameSync, rmSync, statSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { lockFolder } from './folder-lock';
import { ProcessRecords } from './process-record';
import { StartError } from './start-error';

/** The user that Postgres runs as when we are root, which it refuses to be. */
export const NOBODY = 65_534;

export const runsAsRoot = process.getuid?.() === 0;

/** A data folder that no other launcher uses, and in which nothing of an earlier one runs any more. */
export interface ClaimedFolder {
  path: string;
  release(): void;
}

/** Makes the folder where it is missing, locks it, ends what a killed launcher left running. Throws StartError. */
export async function claimFolder(path: string): Promise<ClaimedFolder> {
  const folder = ensureFolder(path);
  const release = lockFolder(folder);
  await new ProcessRecords(folder).endLeftovers();
  return { path: folder, release };
}

/** Makes the folder; throws StartError where it cannot be made or used. Answers its absolute path. */
export function ensureFolder(path: string): string {
  const folder = resolve(path);
  try {
    mkdirSync(folder, { recursive: true });
    if (runsAsRoot) chmodSync(folder, statSync(folder).mode | 0o011);
    const probe = join(folder, `.writable.${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe, { force: true });
  } catch (error) {
    throw new StartError(
      `The data folder ${folder} cannot be used (${(error as NodeJS.ErrnoException).code}). Set DATA_DIR to a folder that you may write to.`,
    );
  }
  const closed = runsAsRoot ? closedAncestor(folder) : undefined;
  if (closed) {
    throw new StartError(
      `The data folder ${folder} cannot be reached by the user "nobody", as whom Postgres runs when root starts it: ${closed} is closed. ` +
        `Set DATA_DIR to a folder outside it, or run: chmod o+x ${closed}`,
    );
  }
  return folder;
}

/** The first ancestor that the user nobody may not pass, if any. */
export function closedAncestor(path: string): string | undefined {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid } = statSync(folder);
    const passable = (mode & 0o001) !== 0 || (uid === NOBODY && (mode & 0o100) !== 0);
    if (!passable) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** Small settings that belong to a data folder, such as ports and generated passwords. Readable by the owner alone. */
export class FolderState {
  private readonly file: string;

  constructor(folder: string, name: string) {
    this.file = join(folder, `${name}.json`);
  }

  /** Throws StartError when the file is there but is not what was written. */
  read(): Record<string, string> {
    try {
      return JSON.parse(readFileSync(this.file, 'utf8')) as Record<string, string>;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT') return {};
      throw new StartError(
        code
          ? `${this.file} cannot be read (${code}). Start as the user that made the data folder, or set DATA_DIR to another.`
          : `${this.file} is damaged. Restore it from a backup, or set DATA_DIR to a new folder to begin anew.`,
      );
    }
  }

  /** The kept value, or a new one that is kept from now on. */
  keep(name: string, make: () => string): string {
    const known = this.read()[name];
    if (known !== undefined) return known;
    const value = make();
    this.write({ [name]: value });
    return value;
  }

  /** All or nothing: a crash in between leaves the file as it was. */
  write(values: Record<string, string>): void {
    const next = `${this.file}.next`;
    writeFileSync(next, `${JSON.stringify({ ...this.read(), ...values }, null, 2)}\n`, { mode: 0o600 });
    renameSync(next, this.file);
  }
}
