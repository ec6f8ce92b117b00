// Migrations make exactly what the entities say: migrates every service in a fresh Postgres, then asks TypeORM what
// it would still change. Works on the built code. Expression indexes are unknown to TypeORM: entities declare them
// `synchronize: false`. Views have no entities: they are for people who look.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
require('reflect-metadata');
const { createDataSource, migrateSchema, provisionService } = require('../dist/libs/database/src/index.js');
const { startEmbeddedPostgres } = require('../dist/libs/embedded/src/index.js');
const { SERVICE_DEFINITIONS } = require('../dist/apps/standalone/src/services.js');

/** What differs, a line each. */
async function differences(schema, ownerUrl) {
  const url = await provisionService(ownerUrl, schema.name, 'check');
  await migrateSchema(schema, url);
  const source = await createDataSource(schema, url, 2).initialize();
  try {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    const known = new Set([...source.entityMetadatas.map(({ tableName }) => tableName), 'migration']);
    const tables = await source.query(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = $1 AND table_type = 'BASE TABLE' ORDER BY 1`,
      [schema.name],
    );
    return [
      ...upQueries.map(({ query }) => `the entities want: ${query}`),
      ...tables.filter(({ name }) => !known.has(name)).map(({ name }) => `table ${name} has no entity`),
    ];
  } finally {
    await source.destroy();
  }
}

const dataDir = mkdtempSync(join(tmpdir(), 'relata-migrations-'));
try {
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
  try {
    for (const { schema } of SERVICE_DEFINITIONS) {
      const found = await differences(schema, postgres.url);
      for (const difference of found) console.error(`${schema.name}: ${difference}`);
      if (found.length > 0) process.exitCode = 1;
      else console.log(`${schema.name}: migrations equal entities.`);
    }
  } finally {
    await postgres.stop();
  }
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
