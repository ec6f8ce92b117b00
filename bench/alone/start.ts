import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '@relata/embedded';
import { inheritedEnvironment } from '@relata/platform';
import { memoryBelow } from '../side-by-side/process-costs';
import { atMost, type Figure } from './figure';
import { nameOf } from '../side-by-side/servers';

const ROOT = join(__dirname, '../..');
const READY_WITHIN_MS = 120_000;
const LOOK_MS = 20;
/** Until garbage of the start is gone, and the caches are what they are at rest. */
const SETTLED_MS = 15_000;
const AIM_SECONDS = 6;
const AIM_MB = 450;
const AIM_SERVICE_MB = 130;

/** From a command to the first request that is answered, in an empty data folder; and the memory at rest, Postgres and NATS with it. */
export async function measureStart(): Promise<Figure[]> {
  const together = await started('start');
  const apart = await started('start:processes');
  const services = [...apart.memory].filter(
    ([name]) => !['nats-server', 'postgres', 'launcher'].includes(name),
  );
  const [largest = ['none', NaN]] = services.sort((one, other) => other[1] - one[1]);
  return [
    atMost('`npm start` to ready, empty data folder', AIM_SECONDS, together.seconds, 's'),
    atMost(
      'memory at rest (PSS), `npm start`',
      AIM_MB,
      sum(together.memory),
      'MB',
      ` (${inWords(together.memory)})`,
    ),
    atMost(
      'largest service process at rest (PSS)',
      AIM_SERVICE_MB,
      largest[1],
      'MB',
      ` (${inWords(apart.memory)})`,
    ),
    {
      name: '`npm run start:processes` to ready; memory of all',
      aim: '',
      measured: `${apart.seconds.toFixed(1)} s; ${sum(apart.memory).toFixed(0)} MB`,
    },
  ];
}

async function started(script: string): Promise<{ seconds: number; memory: Map<string, number> }> {
  const dataDir = mkdtempSync('/var/tmp/relata-bench-start-');
  const port = await freePort();
  const began = performance.now();
  const npm = spawn('npm', ['run', script], {
    cwd: ROOT,
    env: {
      ...inheritedEnvironment(),
      PORT: String(port),
      DATA_DIR: dataDir,
      ADMIN_EMAIL: 'admin@bench.example',
      ADMIN_PASSWORD: 'not a secret at all',
    },
    stdio: 'ignore',
    detached: true,
  });
  const ended = once(npm, 'exit');
  try {
    while (!(await isReady(port))) {
      if (npm.exitCode !== null || performance.now() - began > READY_WITHIN_MS)
        throw new Error(`npm run ${script} did not get ready.`);
      await delay(LOOK_MS);
    }
    const seconds = (performance.now() - began) / 1_000;
    await delay(SETTLED_MS);
    return { seconds, memory: memoryBelow(npm.pid ?? 0, nameOf) };
  } finally {
    // The whole group, as Ctrl-C of a terminal.
    process.kill(-(npm.pid ?? 0), 'SIGINT');
    await ended;
    rmSync(dataDir, { recursive: true });
  }
}

async function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

function sum(memory: Map<string, number>): number {
  return [...memory.values()].reduce((all, one) => all + one, 0);
}

function inWords(memory: Map<string, number>): string {
  return [...memory].map(([name, megabytes]) => `${name} ${megabytes.toFixed(0)}`).join(', ');
}
