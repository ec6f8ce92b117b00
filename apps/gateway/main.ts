import { Logger } from '@nestjs/common';
import { GatewayConfig, JsonLogger, errorMessage, readConfig } from '@relata/platform';
import { startGateway } from './src/start-gateway';

async function main(): Promise<void> {
  const config = readConfig(GatewayConfig);
  Logger.overrideLogger(new JsonLogger(config.logLevel, 'gateway'));
  const gateway = await startGateway(config);
  new Logger('gateway').log(`Listening on ${gateway.url}`);
  const stop = () => {
    gateway.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`The gateway cannot start: ${errorMessage(error)}\n`);
  process.exit(1);
});
