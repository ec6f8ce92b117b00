import { join } from 'node:path';
import { ChildServer, freePort } from '@relata/embedded';
import { inheritedEnvironment, type StandaloneConfig } from '@relata/platform';
import type { Admin } from './admin';
import { gatewayEnvironment, serviceEnvironment, type Running } from './in-process';
import type { Infrastructure } from './infrastructure';
import { SERVICE_DEFINITIONS } from './services';

const READY_MS = 30_000;

/**
 * One process per app, REPLICAS of each service, as an orchestrator would run them. `onFailure` gets a line when one
 * ends by itself later; while starting, that rejects.
 */
export async function startInProcesses(
  config: Readonly<StandaloneConfig>,
  infrastructure: Infrastructure,
  admin: Admin,
  dataFolder: string,
  onFailure: (line: string) => void,
): Promise<Running> {
  const start = (name: string, app: string, environment: Record<string, string>) =>
    new ChildServer({
      name,
      dataFolder,
      command: process.execPath,
      args: [join(__dirname, '..', '..', app, 'main.js')],
      stopSignal: 'SIGTERM',
      spawn: {
        env: { ...inheritedEnvironment(), ...environment },
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    });
  const services: ChildServer[] = [];
  let gateway: ChildServer | undefined;
  const close = async () => {
    await gateway?.stop();
    await Promise.all(services.map((service) => service.stop()));
  };
  try {
    await Promise.all(
      SERVICE_DEFINITIONS.flatMap(({ schema }) =>
        Array.from({ length: config.replicas }, async (_, at) => {
          const healthPort = await freePort();
          const environment = serviceEnvironment(schema.name, config, infrastructure, admin);
          const service = start(`${schema.name}-${at + 1}`, schema.name, {
            ...environment,
            HEALTH_PORT: String(healthPort),
          });
          services.push(service);
          await service.untilReady(() => isReady(healthPort), READY_MS);
        }),
      ),
    );
    gateway = start('gateway', 'gateway', gatewayEnvironment(config, infrastructure));
    await gateway.untilReady(() => isReady(config.port), READY_MS);
  } catch (error) {
    await close();
    throw error;
  }
  for (const child of [...services, gateway]) {
    child.onExit((lastWords) =>
      onFailure(`${child.name} ended unexpectedly (${lastWords}); stopping everything.`),
    );
  }
  return { close };
}

async function isReady(port: number): Promise<boolean> {
  return (await fetch(`http://127.0.0.1:${port}/readyz`)).ok;
}
