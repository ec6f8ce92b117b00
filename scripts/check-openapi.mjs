// The OpenAPI document: valid, and what docs/openapi.json promises to clients. `--update` writes that file.
import { checkGoldenDocument } from './golden-document.mjs';
import { breakingChanges } from './openapi-compare.mjs';
import { isValid } from './openapi-rules.mjs';

await checkGoldenDocument({
  name: 'openapi',
  build: (load, app) => load('apps/gateway/src/documents/openapi.js').buildOpenApi(app),
  isValid,
  breakingChanges,
});
