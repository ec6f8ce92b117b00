import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, environmentName, readConfig } from './config';
import { GatewayConfig } from './gateway-config';
import { ServiceConfig } from './service-config';
import { StandaloneConfig } from './standalone-config';

const DATABASE_URL = 'postgres://relata_contact:hunter2@127.0.0.1:5432/relata';

function problem(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('A ConfigError was expected.');
}

it('reads each property from the variable of its name', () => {
  expect(environmentName('bootstrapApiKey')).toBe('BOOTSTRAP_API_KEY');
  expect(
    readConfig(ServiceConfig, { DATABASE_URL, DATABASE_POOL_SIZE: '7', CONTACT_EMAIL_REQUIRED: 'false' }),
  ).toMatchObject({
    databaseUrl: DATABASE_URL,
    databasePoolSize: 7,
    contactEmailRequired: false,
    timeZone: 'UTC',
  });
});

it('keeps the default of what is unset or empty', () => {
  expect(readConfig(StandaloneConfig, { PORT: '', DATA_DIR: '' })).toMatchObject({
    port: 3000,
    dataDir: '.data',
  });
});

it('says what a missing URL looks like', () => {
  expect(problem(() => readConfig(ServiceConfig, {}))).toBe(
    'Bad configuration. DATABASE_URL: a URL is wanted, like postgres://role:password@host:5432/database.',
  );
});

it('is frozen', () => {
  const config = readConfig(GatewayConfig, {});
  expect(() => ((config as { port: number }).port = 1)).toThrow(TypeError);
});

it.each([
  [GatewayConfig, 'PORT', 'eighty'],
  [GatewayConfig, 'PORT', '65536'],
  [GatewayConfig, 'PORT', '-1'],
  [GatewayConfig, 'PORT', '80.5'],
  [GatewayConfig, 'NATS_URL', 'http://secret-host'],
  [GatewayConfig, 'LOG_LEVEL', 'shouting'],
  [ServiceConfig, 'DATABASE_URL', 'mysql://root:hunter2@host/db'],
  [ServiceConfig, 'TIME_ZONE', 'Europe/Atlantis'],
  [ServiceConfig, 'DATABASE_POOL_SIZE', '1'],
  [ServiceConfig, 'STREAM_REPLICAS', '2'],
  [ServiceConfig, 'CONTACT_EMAIL_REQUIRED', 'perhaps'],
  [StandaloneConfig, 'ADMIN_EMAIL', 'nobody-at-all'],
  [StandaloneConfig, 'ADMIN_PASSWORD', 'hunter2'],
  [StandaloneConfig, 'BOOTSTRAP_API_KEY', 'hunter2'],
  [StandaloneConfig, 'REPLICAS', '99'],
  [StandaloneConfig, 'CONTACT_DATABASE_URL', 'hunter2'],
] as const)('%p names a bad %s and never its value', (type: new () => object, name, value) => {
  const message = problem(() => readConfig(type, { DATABASE_URL, [name]: value }));
  expect(message).toContain(name);
  expect(message).not.toContain(value);
});

it('names every bad variable at once', () => {
  const message = problem(() => readConfig(GatewayConfig, { PORT: 'x', NATS_URL: 'y', LOG_LEVEL: 'z' }));
  for (const name of ['PORT', 'NATS_URL', 'LOG_LEVEL']) expect(message).toContain(name);
});

it('names what is missing', () => {
  expect(problem(() => readConfig(ServiceConfig, {}))).toContain('DATABASE_URL');
});

describe('a secret in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'relata-config-'));
  const file = join(folder, 'secret');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is read, without its last line break', () => {
    writeFileSync(file, `${DATABASE_URL}\n`);
    expect(readConfig(ServiceConfig, { DATABASE_URL_FILE: file }).databaseUrl).toBe(DATABASE_URL);
  });

  it('is held against the same rules, and not shown', () => {
    writeFileSync(file, 'hunter2');
    const message = problem(() => readConfig(ServiceConfig, { DATABASE_URL_FILE: file }));
    expect(message).toContain('DATABASE_URL');
    expect(message).not.toContain('hunter2');
  });

  it('that cannot be read names its variable', () => {
    expect(problem(() => readConfig(ServiceConfig, { DATABASE_URL_FILE: join(folder, 'none') }))).toContain(
      'DATABASE_URL_FILE',
    );
  });
});
