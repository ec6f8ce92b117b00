import { Logger } from '@nestjs/common';
import { migrateSchema } from '@relata/database';
import { ConfigError, JsonLogger, ServiceConfig, errorMessage, readConfig } from '@relata/platform';
import type { ServiceDefinition } from './service-definition';
import { startService } from './start-service';

/**
 * The whole main of a service's own process: `node main.js` serves until SIGTERM or SIGINT, `node main.js migrate`
 * brings the schema to the newest version and ends.
 */
export async function runService(definition: ServiceDefinition, command = process.argv[2]): Promise<void> {
  const { name } = definition.schema;
  try {
    const config = readConfig(ServiceConfig);
    Logger.overrideLogger(new JsonLogger(config.logLevel, name));
    if (command === 'migrate') {
      const done = await migrateSchema(definition.schema, config.databaseUrl);
      new Logger(name).log(done.length > 0 ? `Migrated: ${done.join(', ')}.` : 'The schema is up to date.');
      return;
    }
    await serve(definition, config);
  } catch (error) {
    const message =
      error instanceof ConfigError
        ? error.message
        : `The ${name} service cannot start: ${errorMessage(error)}`;
    process.stderr.write(`${message}\n`);
    process.exit(1);
  }
}

async function serve(definition: ServiceDefinition, config: Readonly<ServiceConfig>): Promise<void> {
  const running = await startService(definition, config);
  new Logger(definition.schema.name).log('Ready.');
  const stop = () => {
    running.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
