import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StartError } from './start-error';

/** The user that Postgres runs as when we are root, which it refuses to be. */
export const NOBODY = 65_534;

export const runsAsRoot = process.getuid?.() === 0;

/** Makes the folder; throws StartError where it cannot be made or used. */
export function ensureFolder(path: string): string {
  const folder = resolve(path);
  try {
    mkdirSync(folder, { recursive: true });
    if (runsAsRoot) chmodSync(folder, statSync(folder).mode | 0o011);
    writeFileSync(join(folder, '.writable'), '');
    rmSync(join(folder, '.writable'));
  } catch (error) {
    throw new StartError(
      `The data folder ${folder} cannot be used (${(error as NodeJS.ErrnoException).code}). Set DATA_DIR to a folder you may write.`,
    );
  }
  const closed = runsAsRoot ? closedAncestor(folder) : undefined;
  if (closed) {
    throw new StartError(
      `The data folder ${folder} cannot be reached by the user "nobody", as whom Postgres runs when started by root: ${closed} is closed. ` +
        `Set DATA_DIR to a folder outside it, or run: chmod o+x ${closed}`,
    );
  }
  return folder;
}

/** A folder of Postgres's own inside the data folder. */
export function giveToPostgres(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (runsAsRoot) chownSync(path, NOBODY, NOBODY);
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

  read(): Record<string, string> {
    if (!existsSync(this.file)) return {};
    try {
      return JSON.parse(readFileSync(this.file, 'utf8')) as Record<string, string>;
    } catch {
      throw new StartError(
        `${this.file} is damaged. Restore it from a backup, or remove the data folder to begin anew.`,
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

  write(values: Record<string, string>): void {
    writeFileSync(this.file, `${JSON.stringify({ ...this.read(), ...values }, null, 2)}\n`, { mode: 0o600 });
  }
}
