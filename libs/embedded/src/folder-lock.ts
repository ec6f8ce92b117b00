import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processMark, runningProcess } from './process-record';
import { StartError } from './start-error';

/**
 * Keeps a second launcher off a data folder; answers what lets go of it. A lock whose holder is dead is taken over.
 * Throws StartError when the folder is in use.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'launcher.pid');
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, processMark(process.pid));
  try {
    // Unlike a write, a link cannot replace what another launcher put there meanwhile.
    linkSync(mine, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = runningProcess(readFileSync(file, 'utf8'));
    if (holder !== undefined && holder !== process.pid) {
      throw new StartError(
        `The data folder ${folder} is in use by process ${holder}. Stop it, or set DATA_DIR (and PORT) to run a second instance.`,
      );
    }
    writeFileSync(file, processMark(process.pid));
  } finally {
    rmSync(mine, { force: true });
  }
  return () => rmSync(file, { force: true });
}
