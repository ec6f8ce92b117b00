// Everything that can be known without running the tests: `npm run check`, or some parts: `npm run check lint types`.
// Runs every part, whatever fails before it, and ends with a table.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folders = ['apps', 'libs', 'test', 'bench', 'examples', 'scripts'].filter((name) =>
  existsSync(`${root}/${name}`),
);

/** Node scripts with their arguments. */
const PARTS = {
  types: ['node_modules/typescript/bin/tsc', '--noEmit'],
  lint: ['node_modules/eslint/bin/eslint.js', '.'],
  format: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  dependencies: ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', ...folders],
  migrations: ['scripts/check-migrations.mjs'],
  openapi: ['scripts/check-openapi.mjs'],
  asyncapi: ['scripts/check-asyncapi.mjs'],
  client: ['scripts/check-client.mjs'],
  nats: ['scripts/check-nats.mjs'],
  links: ['scripts/check-links.mjs'],
};

const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(PARTS);
const unknown = chosen.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(`No such check: ${unknown.join(', ')}. There are: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}

const results = chosen.map((name) => {
  console.log(`\n── ${name} ${'─'.repeat(72 - name.length)}`);
  const start = performance.now();
  const done = spawnSync(process.execPath, PARTS[name], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return { name, ok: done.status === 0, seconds: (performance.now() - start) / 1000 };
});

console.log(`\n── result ${'─'.repeat(66)}`);
for (const { name, ok, seconds } of results) {
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(14)} ${seconds.toFixed(1).padStart(6)} s`);
}
process.exit(results.every(({ ok }) => ok) ? 0 : 1);
