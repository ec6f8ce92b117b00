import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Command lines of the processes that name the data folder: servers of their own do. */
export function leftRunning(dataDir: string): string[] {
  return commandLines().filter((line) => line.includes(dataDir));
}

function commandLines(): string[] {
  if (process.platform !== 'linux') {
    return execFileSync('ps', ['-ww', '-A', '-o', 'command='], { encoding: 'utf8' }).split('\n');
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return ''; // It has ended meanwhile.
      }
    });
}

/** Process ids that the data folder keeps, by name. */
export function pidsOf(dataDir: string): Map<string, number> {
  const folder = join(dataDir, 'run');
  return new Map(
    readdirSync(folder).map((file) => [
      file.replace('.pid', ''),
      Number(readFileSync(join(folder, file), 'utf8').split(' ')[0]),
    ]),
  );
}
