// The OpenAPI document: valid, and what docs/openapi.json promises to clients. `--update` writes that file.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkGoldenDocument, root } from './golden-document.mjs';
import { breakingChanges } from './openapi-compare.mjs';

function isValid(file) {
  return [isValidOpenApi(file), keepsOwaspRules(file)].every(Boolean);
}

function isValidOpenApi(file) {
  const redocly = join(root, 'node_modules', '@redocly', 'cli', 'bin', 'cli.js');
  const done = spawnSync(process.execPath, [redocly, 'lint', file, '--format=stylish'], {
    cwd: root,
    // Problems go to stdout, greetings and notices to stderr.
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
  if (done.status !== 0) console.error(done.stderr);
  return done.status === 0;
}

/** With the exceptions of .spectral.yaml. */
function keepsOwaspRules(file) {
  const spectral = join(root, 'node_modules', '@stoplight', 'spectral-cli', 'dist', 'index.js');
  const done = spawnSync(process.execPath, [spectral, 'lint', file, '--quiet', '--fail-severity=warn'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return done.status === 0;
}

await checkGoldenDocument({
  name: 'openapi',
  build: (load, app) => load('apps/gateway/src/openapi.js').buildOpenApi(app),
  isValid,
  breakingChanges,
});
