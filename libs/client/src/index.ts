export { RelataClient, type ClientOptions, type ItemOf, type ListPath } from './relata-client';
export { RelataError, type Problem } from './relata-error';
export type { RetryOptions } from './retrying-fetch';
export type { components, operations, paths } from './schema.generated';
