import { Logger } from '@nestjs/common';
import { join, resolve } from 'node:path';
import { StartError, isPortFree } from '@relata/embedded';
import { ConfigError, JsonLogger, StandaloneConfig, readConfig } from '@relata/platform';
import { adminOf } from './src/admin';
import { banner } from './src/banner';
import { migrateAll, startInProcess, type Running } from './src/in-process';
import { startInProcesses } from './src/in-processes';
import { startInfrastructure } from './src/infrastructure';

/** `main.js` runs everything here, `main.js --processes` one process per app, `main.js migrate` migrates and ends. */
async function main(mode: string | undefined): Promise<void> {
  const config = readConfig(StandaloneConfig);
  Logger.overrideLogger(new JsonLogger(config.logLevel));
  if (mode !== 'migrate' && !(await isPortFree(config.port))) {
    throw new StartError(`Port ${config.port} is taken or may not be used. Set PORT to a free one.`);
  }
  const stopper = new Stopper();
  const infrastructure = await startInfrastructure(config);
  stopper.add(() => infrastructure.stop());
  try {
    const done = await migrateAll(infrastructure);
    if (mode === 'migrate') {
      process.stdout.write(
        done.length > 0 ? `Migrated ${done.join(', ')}.\n` : 'Every schema is up to date.\n',
      );
      await stopper.stop(0);
      return;
    }
    const admin = adminOf(config, infrastructure.secrets);
    const fail = (name: string) => {
      process.stderr.write(`${name} ended unexpectedly; stopping everything.\n`);
      void stopper.stop(1);
    };
    infrastructure.onFailure(fail);
    const running: Running = await (mode === '--processes'
      ? startInProcesses(config, infrastructure, admin, fail)
      : startInProcess(config, infrastructure, admin));
    stopper.add(() => running.close());
    const secretsFile = join(resolve(config.dataDir), 'secrets.json');
    process.stdout.write(
      banner(`http://localhost:${config.port}`, infrastructure.natsUrl, admin, secretsFile),
    );
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    await stopper.stop(1);
  }
}

/** Stops what was started, last first, once. A second signal does not wait. */
class Stopper {
  private readonly steps: (() => Promise<void>)[] = [];
  private isStopping = false;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (this.isStopping) process.exit(1);
        void this.stop(0);
      });
    }
  }

  add(step: () => Promise<void>): void {
    this.steps.push(step);
  }

  async stop(code: number): Promise<void> {
    if (this.isStopping) return;
    this.isStopping = true;
    let failed = false;
    for (const step of [...this.steps].reverse()) {
      await step().catch((error: unknown) => {
        failed = true;
        process.stderr.write(`While stopping: ${messageOf(error)}\n`);
      });
    }
    process.exit(failed ? 1 : code);
  }
}

function messageOf(error: unknown): string {
  if (error instanceof StartError || error instanceof ConfigError) return error.message;
  return `Relata cannot start: ${(error as Error).message}`;
}

main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exit(1);
});
