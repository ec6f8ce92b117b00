// `node -r ./scripts/typescript-hook.cjs tool.ts` runs a TypeScript file outside Jest, compiled as the tests are.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');
const { loadConfig, register } = require('tsconfig-paths');
const options = require('./swc-options.cjs');

const { absoluteBaseUrl, paths } = loadConfig(join(__dirname, '..'));
register({ baseUrl: absoluteBaseUrl, paths });
require('reflect-metadata');

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename });
  module._compile(code, filename);
};
