// The AsyncAPI document: valid, and what docs/asyncapi.json promises to consumers. `--update` writes that file.
import { Parser } from '@asyncapi/parser';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { breakingChanges } from './asyncapi-compare.mjs';
import { checkGoldenDocument, root } from './golden-document.mjs';

/** Advice is no error; its severities are 0 (error), 1 (warning), and on. */
async function isValid(file) {
  const diagnostics = await new Parser().validate(readFileSync(join(root, file), 'utf8'));
  const problems = diagnostics.filter(({ severity }) => severity <= 1);
  for (const { path, message } of problems) console.error(`${file}: /${path.join('/')}: ${message}`);
  return problems.length === 0;
}

await checkGoldenDocument({
  name: 'asyncapi',
  build: (load, app) => load('apps/gateway/src/documents/asyncapi.js').buildAsyncApi(app),
  isValid,
  breakingChanges,
});
