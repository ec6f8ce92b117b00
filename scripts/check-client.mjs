// The types of the TypeScript client: what docs/openapi.json says. `--update` writes them.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const file = join(root, 'libs', 'client', 'src', 'schema.generated.ts');
const UPDATE = 'npm run client:update';

const ast = await openapiTS(pathToFileURL(join(root, 'docs', 'openapi.json')), { silent: true });
const text = `// Written by ${UPDATE} from docs/openapi.json.\n${astToString(ast)}`;
const found = existsSync(file) ? readFileSync(file, 'utf8') : '';

if (process.argv.includes('--update')) {
  writeFileSync(file, text);
  console.log(
    found === text ? 'The client was up to date.' : 'libs/client/src/schema.generated.ts is written.',
  );
} else if (found === text) {
  console.log('The client knows what docs/openapi.json says.');
} else {
  console.error(`The client is not what docs/openapi.json says. Write it: ${UPDATE}`);
  process.exitCode = 1;
}
