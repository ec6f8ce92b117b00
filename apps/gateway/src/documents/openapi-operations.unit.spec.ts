import type { OpenAPIObject } from '@nestjs/swagger';
import { nameOperations } from './openapi-operations';

const named = (
  ...operations: [path: string, method: 'get' | 'post' | 'patch', handler: string][]
): unknown[] => {
  const paths: Record<string, Record<string, { operationId: string; responses: object }>> = {};
  for (const [path, method, handler] of operations)
    paths[path] = { ...paths[path], [method]: { operationId: `AnyRoutes_${handler}`, responses: {} } };
  nameOperations({ paths } as unknown as OpenAPIObject);
  return operations.map(([path, method]) => paths[path]?.[method]?.operationId);
};

it.each([
  ['/v1/contacts', 'get', 'list', 'listContacts'],
  ['/v1/companies', 'post', 'create', 'createCompany'],
  ['/v1/companies/batch', 'post', 'run[1]', 'batchCompanies'],
  ['/v1/companies/bulk', 'post', 'bulk[1]', 'bulkCompanies'],
  ['/v1/deals/{id}/stage', 'patch', 'changeStage', 'changeDealStage'],
  ['/v1/contacts/{id}/history', 'get', 'history', 'getContactHistory'],
  ['/v1/deals/{id}/timeline', 'get', 'ofDeal', 'getDealTimeline'],
  ['/v1/custom-fields/{id}', 'get', 'get', 'getCustomField'],
  ['/v1/contacts/{id}/merge', 'post', 'merge', 'mergeContacts'],
] as const)('calls %s, %s, by %s: %s', (path, method, handler, name) => {
  expect(named([path, method, handler])).toEqual([name]);
});

it('refuses two operations of one name', () => {
  expect(() => named(['/v1/contacts', 'get', 'list'], ['/v1/contacts/others', 'get', 'list'])).toThrow(
    'listContacts',
  );
});
