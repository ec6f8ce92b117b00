// Three tiers by file name: *.unit.spec.ts (pure), *.int.spec.ts (one service, real Postgres and NATS),
// *.e2e.spec.ts (over HTTP). `jest --selectProjects unit` runs one.
const { existsSync } = require('node:fs');
const { loadConfig, register } = require('tsconfig-paths');

// Jest maps module names inside tests only; the global set-up is loaded by Node's own resolver.
const { absoluteBaseUrl, paths } = loadConfig(__dirname);
register({ baseUrl: absoluteBaseUrl, paths });

const common = {
  rootDir: __dirname,
  roots: ['apps', 'libs', 'test', 'scripts', 'bench', 'examples']
    .map((folder) => `${__dirname}/${folder}`)
    .filter((folder) => existsSync(folder)),
  testEnvironment: 'node',
  moduleNameMapper: { '^@relata/([^/]+)$': '<rootDir>/libs/$1/src' },
  transform: {
    '^.+\\.(ts|mjs|js)$': ['@swc/jest', require('./scripts/swc-options.cjs')],
  },
  // Published as ES modules alone.
  transformIgnorePatterns: ['/node_modules/(?!jose/)'],
  // Nest's decorators read the metadata that this package keeps.
  setupFiles: ['reflect-metadata'],
};

/** @type {import('jest').Config} */
module.exports = {
  maxWorkers: 2,
  // In the tests of one file; a hang is a failure, not a stop of the whole run.
  testTimeout: 30_000,
  projects: [
    { ...common, displayName: 'unit', testMatch: ['**/*.unit.spec.ts'] },
    {
      ...common,
      displayName: 'int',
      testMatch: ['**/*.int.spec.ts'],
      globalSetup: '<rootDir>/libs/testing/src/global-setup.ts',
      globalTeardown: '<rootDir>/libs/testing/src/global-teardown.ts',
    },
    { ...common, displayName: 'e2e', testMatch: ['**/*.e2e.spec.ts'] },
  ],
};
