// The decorators of the configuration classes need it, whoever loads them first.
import 'reflect-metadata';

export * from './config';
export * from './service-config';
export * from './current-context';
export * from './logger';
export * from './health-server';
export * from './gateway-config';
export * from './trusted-issuer';
export * from './standalone-config';
export * from './cli-config';
export * from './calendar';
export * from './period';
export * from './error-message';
export * from './quick-reader';
export * from './rest';
export * from './trouble';
export * from './lean-async-resources';
