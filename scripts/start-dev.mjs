// `npm run start:dev`: compiles on every change, and starts everything anew after each compilation without errors.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
const launcher = join(root, 'dist', 'apps', 'standalone', 'main.js');

let app;
let isStopping = false;

const compiler = spawn(process.execPath, [nest, 'build', '--watch', '--preserveWatchOutput'], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
});
compiler.stdout.on('data', (chunk) => {
  process.stdout.write(chunk);
  if (/Found 0 errors/.test(chunk)) restart();
});
compiler.once('exit', stop);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);

/** Waits until the former one has let go of its port and data, however many compilations end meanwhile. */
function restart() {
  if (app) app.kill('SIGTERM');
  else start();
}

function start() {
  const started = spawn(process.execPath, [launcher], { cwd: root, stdio: 'inherit' });
  app = started;
  started.once('exit', (code) => {
    app = undefined;
    if (isStopping) process.exit(0);
    // Ended by restart; what failed by itself waits for the next change.
    if (code === 0) start();
  });
}

function stop() {
  if (isStopping) return;
  isStopping = true;
  compiler.kill();
  if (app) app.kill('SIGTERM');
  else process.exit(0);
}
