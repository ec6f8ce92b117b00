// What an OpenAPI document must keep: the rules of redocly.yaml and .spectral.yaml.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Everything is run from the root of the project. */
const root = process.cwd();

/**
 * Whether a document in a file (a path from the root) is valid OpenAPI and keeps the rules; says on the console what is wrong.
 * @param {string} file
 */
export function isValid(file) {
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
