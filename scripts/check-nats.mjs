// The users of NATS in deploy/nats/users.conf: what the services' contracts and event handlers ask for, in the built
// code. `--update` writes that file.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const golden = join(dirname(dirname(fileURLToPath(import.meta.url))), 'deploy', 'nats', 'users.conf');
const UPDATE = 'npm run nats:update';

const require = createRequire(import.meta.url);
require('reflect-metadata');
const { renderUsers } = require('../dist/libs/messaging/src/index.js');
const { natsUsers } = require('../dist/libs/service/src/index.js');
const { SERVICE_DEFINITIONS } = require('../dist/apps/standalone/src/services.js');

const text = [
  `# Written by ${UPDATE} from the code: who may do what. Passwords come from the server's environment.`,
  renderUsers(natsUsers(SERVICE_DEFINITIONS), (user) => `$NATS_${user.toUpperCase()}_PASSWORD`),
].join('\n');
const found = existsSync(golden) ? readFileSync(golden, 'utf8') : '';

if (process.argv.includes('--update')) {
  writeFileSync(golden, text);
  console.log(
    found === text ? 'deploy/nats/users.conf was up to date.' : 'deploy/nats/users.conf is written.',
  );
} else if (found === text) {
  console.log('deploy/nats/users.conf allows what the code needs.');
} else {
  console.error(`deploy/nats/users.conf is not what the code needs. Write it: ${UPDATE}`);
  process.exitCode = 1;
}
