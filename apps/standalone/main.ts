import { Logger } from '@nestjs/common';
import { join } from 'node:path';
import { FolderState, StartError, claimFolder, isPortFree, type EmbeddedServer } from '@relata/embedded';
import { ConfigError, JsonLogger, StandaloneConfig, errorMessage, readConfig } from '@relata/platform';
import { adminOf } from './src/admin';
import { banner } from './src/banner';
import { migrateAll, startInProcess } from './src/in-process';
import { startInProcesses } from './src/in-processes';
import { natsUrls, provisionAll, startNats, startPostgres } from './src/infrastructure';
import { Stopper } from './src/stopper';

const stopper = new Stopper();

/** `main.js` runs everything here, `main.js --processes` one process per app, `main.js migrate` migrates and ends. */
async function main(mode: string | undefined): Promise<void> {
  const config = readConfig(StandaloneConfig);
  Logger.overrideLogger(new JsonLogger(config.logLevel));
  const folder = await stopper.start(
    () => claimFolder(config.dataDir),
    (claimed) => claimed.release(),
  );
  if (mode !== 'migrate' && !(await isPortFree(config.port))) {
    throw new StartError(`Port ${config.port} is taken or may not be used. Set PORT to a free one.`);
  }
  const secrets = new FolderState(folder.path, 'secrets');
  const postgres = await startServer('Postgres', () => startPostgres(config, folder.path));
  const databaseUrls = await stopper.start(() => provisionAll(config, postgres?.url, secrets));
  const migrations = await stopper.start(() => migrateAll(databaseUrls));
  if (mode === 'migrate') {
    process.stdout.write(
      migrations.length > 0 ? `Migrated ${migrations.join(', ')}.\n` : 'Every schema is up to date.\n',
    );
    return stopper.stop(0);
  }
  const isFirst = secrets.read().consumerNatsPassword === undefined;
  const nats = await startServer('NATS', () => startNats(config, folder.path, secrets));
  const infrastructure = { databaseUrls, natsUrlOf: natsUrls(config, nats?.url, secrets) };
  const admin = adminOf(config, secrets);
  await stopper.start(
    () =>
      mode === '--processes'
        ? startInProcesses(config, infrastructure, admin, folder.path, fail)
        : startInProcess(config, infrastructure, admin),
    (running) => running.close(),
  );
  const secretsFile = join(folder.path, 'secrets.json');
  const events = { url: infrastructure.natsUrlOf('consumer'), isNew: isFirst && nats !== undefined };
  process.stdout.write(banner(`http://localhost:${config.port}`, events, admin, secretsFile));
}

async function startServer(
  name: string,
  start: () => Promise<EmbeddedServer | undefined>,
): Promise<EmbeddedServer | undefined> {
  const server = await stopper.start(start, (started) => started?.stop());
  server?.onExit((lastWords) => fail(`${name} ended unexpectedly (${lastWords}); stopping everything.`));
  return server;
}

function fail(line: string): void {
  if (!stopper.isStopping) process.stderr.write(`${line}\n`);
  void stopper.stop(1);
}

main(process.argv[2]).catch((error: unknown) => {
  const isPlain = error instanceof StartError || error instanceof ConfigError;
  fail(isPlain ? error.message : `Relata cannot start: ${errorMessage(error)}`);
});
