import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '@relata/embedded';
import { inheritedEnvironment, type StandaloneConfig } from '@relata/platform';
import type { Admin } from './admin';
import { serviceEnvironment, type Running } from './in-process';
import type { Infrastructure } from './infrastructure';
import { SERVICE_DEFINITIONS } from './services';

const READY_MS = 30_000;
const STOP_MS = 10_000;
const POLL_MS = 50;

/** One process per app, `replicas` of each service, as an orchestrator would run them. */
export async function startInProcesses(
  config: Readonly<StandaloneConfig>,
  infrastructure: Infrastructure,
  admin: Admin,
  onFailure: (name: string) => void,
): Promise<Running> {
  const children: { name: string; child: ChildProcess }[] = [];
  let closing = false;
  const start = (name: string, environment: Record<string, string>) => {
    const child = spawn(process.execPath, [join(__dirname, '..', '..', name, 'main.js')], {
      env: { ...inheritedEnvironment(), ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    });
    child.once('exit', () => {
      if (!closing) onFailure(name);
    });
    children.push({ name, child });
    return child;
  };
  const close = async () => {
    closing = true;
    // The gateway was started last and goes first.
    await Promise.all([...children].reverse().map(({ child }) => stop(child)));
  };
  for (const { schema } of SERVICE_DEFINITIONS) {
    const environment = serviceEnvironment(schema.name, config, infrastructure, admin);
    for (let replica = 0; replica < config.replicas; replica++) start(schema.name, environment);
  }
  const gateway = start('gateway', {
    PORT: String(config.port),
    NATS_URL: infrastructure.natsUrl,
    LOG_LEVEL: config.logLevel,
  });
  try {
    await untilAnswering(config.port, admin.apiKey, gateway);
  } catch (error) {
    await close();
    throw error;
  }
  return { close };
}

/** Through the gateway to every service: an answered list of each. */
async function untilAnswering(port: number, apiKey: string, gateway: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_MS;
  const paths = ['users', 'contacts', 'deals', 'activities', 'reports/pipeline'];
  const headers = { authorization: `Bearer ${apiKey}` };
  for (const path of paths) {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/v1/${path}`, { headers }).catch(() => undefined);
      if (answer?.ok) break;
      if (gateway.exitCode !== null)
        throw new StartError('The gateway ended while starting; its own line says why.');
      if (Date.now() > deadline)
        throw new StartError(`/v1/${path} did not answer within ${READY_MS / 1000} s.`);
      await delay(POLL_MS);
    }
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(timer);
}
