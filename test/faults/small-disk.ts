import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

/** Mounts a tmpfs of that size at the folder, where this machine and user may. Answers what unmounts it. */
export function mountSmallDisk(folder: string, megabytes: number): (() => void) | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  mkdirSync(folder, { recursive: true });
  const done = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'relata-faults', folder]);
  if (done.status !== 0) return undefined;
  return () => void spawnSync('umount', ['-l', folder]);
}
