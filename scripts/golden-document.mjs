// A document that the built gateway offers and docs/ keeps as the promise to clients: valid, the same in both, and
// changed only where that breaks nobody, unless told so.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {Record<string, any>} Json */

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Holds a document to docs/<name>.json, writes problems to the console and sets the exit code. With `--update` on the
 * command line it writes that file; where this breaks clients it wants `--breaking` besides.
 * @param {object} document
 * @param {'openapi' | 'asyncapi'} document.name
 * @param {(load: (path: string) => any, app: object) => Json} document.build of the gateway, by the built modules
 * @param {(file: string) => boolean | Promise<boolean>} document.isValid says on the console what is wrong
 * @param {(before: Json, after: Json) => string[]} document.breakingChanges
 */
export async function checkGoldenDocument({ name, build, isValid, breakingChanges }) {
  const golden = join(root, 'docs', `${name}.json`);
  const current = join(root, '.cache', `${name}.json`);
  const update = `npm run ${name}:update`;

  const text = await buildText(build);
  mkdirSync(dirname(current), { recursive: true });
  writeFileSync(current, text);
  if (!(await isValid(relative(root, current)))) fail(`The ${name} document has errors: see above.`);

  const promised = existsSync(golden) ? readFileSync(golden, 'utf8') : '{}';
  const broken = breakingChanges(JSON.parse(promised), JSON.parse(text));
  for (const change of broken) console.error(`breaks clients: ${change}`);

  if (broken.length > 0 && !process.argv.includes('--breaking')) {
    fail(`${broken.length} breaking changes. If they are meant: ${update} -- --breaking`);
  } else if (process.argv.includes('--update')) {
    mkdirSync(dirname(golden), { recursive: true });
    writeFileSync(golden, text);
    console.log(`docs/${name}.json ${promised === text ? 'was up to date' : 'is written'}.`);
  } else if (promised !== text) {
    fail(`docs/${name}.json is not what the code offers. Write it: ${update}`);
  }
}

/** From the built code, as the swagger plugin of the build adds what classes say; no server is started. */
async function buildText(build) {
  const require = createRequire(import.meta.url);
  const load = (path) => require(join(root, 'dist', path));
  require('reflect-metadata');
  const { NestFactory } = require('@nestjs/core');
  const { FastifyAdapter } = require('@nestjs/platform-fastify');
  const { GatewayConfig } = load('libs/platform/src/index.js');
  const { GatewayModule } = load('apps/gateway/src/gateway.module.js');
  const options = { preview: true, logger: ['error'], abortOnError: false };
  const app = await NestFactory.create(
    GatewayModule.with(new GatewayConfig()),
    new FastifyAdapter(),
    options,
  );
  return `${JSON.stringify(build(load, app), null, 2)}\n`;
}

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}
