// The OpenAPI document of the built gateway: valid, and what docs/openapi.json says, which clients were promised.
// `--update` writes that file; where this breaks clients it wants `--breaking` besides.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { breakingChanges } from './openapi-compare.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const golden = join(root, 'docs', 'openapi.json');
const current = join(root, '.cache', 'openapi.json');
const UPDATE = 'npm run openapi:update';

/** From the built code, as the swagger plugin of the build adds what classes say; no server is started. */
async function buildDocument() {
  const require = createRequire(import.meta.url);
  require('reflect-metadata');
  const { NestFactory } = require('@nestjs/core');
  const { FastifyAdapter } = require('@nestjs/platform-fastify');
  const { GatewayConfig } = require('../dist/libs/platform/src/index.js');
  const { GatewayModule } = require('../dist/apps/gateway/src/gateway.module.js');
  const { buildOpenApi } = require('../dist/apps/gateway/src/openapi.js');
  const options = { preview: true, logger: ['error'], abortOnError: false };
  const app = await NestFactory.create(
    GatewayModule.with(new GatewayConfig()),
    new FastifyAdapter(),
    options,
  );
  return `${JSON.stringify(buildOpenApi(app), null, 2)}\n`;
}

function isValid() {
  const redocly = join(root, 'node_modules', '@redocly', 'cli', 'bin', 'cli.js');
  const done = spawnSync(process.execPath, [redocly, 'lint', relative(root, current), '--format=stylish'], {
    cwd: root,
    // Problems go to stdout, greetings and notices to stderr.
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
  if (done.status !== 0) console.error(done.stderr);
  return done.status === 0;
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}

const text = await buildDocument();
mkdirSync(dirname(current), { recursive: true });
writeFileSync(current, text);
if (!isValid()) fail('The OpenAPI document has errors: see above.');

const promised = existsSync(golden) ? readFileSync(golden, 'utf8') : '{}';
const broken = breakingChanges(JSON.parse(promised), JSON.parse(text));
for (const change of broken) console.error(`breaks clients: ${change}`);

const isUpdate = process.argv.includes('--update');
if (broken.length > 0 && !process.argv.includes('--breaking')) {
  fail(`${broken.length} breaking changes. If they are meant: ${UPDATE} -- --breaking`);
} else if (isUpdate) {
  mkdirSync(dirname(golden), { recursive: true });
  writeFileSync(golden, text);
  console.log(promised === text ? 'docs/openapi.json was up to date.' : 'docs/openapi.json is written.');
} else if (promised !== text) {
  fail(`docs/openapi.json is not what the code offers. Write it: ${UPDATE}`);
}
