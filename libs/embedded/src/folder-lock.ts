import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, startTimeOf } from './processes';
import { StartError } from './start-error';

/** Keeps a second launcher off a data folder. Answers what lets go of it. A lock whose holder is dead is taken over. */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'launcher.pid');
  if (existsSync(file)) {
    const [pid, startTime] = readFileSync(file, 'utf8').trim().split(' ');
    if (pid && Number(pid) !== process.pid && isAlive(Number(pid), startTime)) {
      throw new StartError(
        `The data folder ${folder} is in use by process ${pid}. Stop it, or set DATA_DIR (and PORT) to run a second instance.`,
      );
    }
  }
  writeFileSync(file, `${process.pid} ${startTimeOf(process.pid) ?? ''}`);
  return () => rmSync(file, { force: true });
}
