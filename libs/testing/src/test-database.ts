import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import type { ServiceName } from '@relata/contracts';
import { migrateSchema, provisionService, type SchemaDefinition } from '@relata/database';

/** Roles belong to the cluster, so all databases of a run give them one password. */
const PASSWORD = 'test';
/** Two files that alter one role at once would end in "tuple concurrently updated". */
const PROVISION_LOCK = 7_201_099;

/** A database of a test file's own, on the Postgres that the run shares. */
export class TestDatabase {
  private constructor(
    private readonly sharedUrl: string,
    private readonly name: string,
  ) {}

  static async create(): Promise<TestDatabase> {
    const sharedUrl = process.env.TEST_DATABASE_URL;
    if (!sharedUrl) throw new Error('TEST_DATABASE_URL is not set: Jest’s global set-up makes it.');
    const database = new TestDatabase(sharedUrl, `test_${randomBytes(6).toString('hex')}`);
    await database.onShared((client) => client.query(`CREATE DATABASE ${escapeIdentifier(database.name)}`));
    return database;
  }

  /** Makes and migrates the schemas; answers the URL of each service. */
  async migrate(schemas: SchemaDefinition[]): Promise<Record<string, string>> {
    const urls: Record<string, string> = {};
    await this.onShared(async (client) => {
      await client.query('SELECT pg_advisory_lock($1)', [PROVISION_LOCK]);
      for (const { name } of schemas) urls[name] = await this.provision(name);
    });
    for (const schema of schemas) await migrateSchema(schema, urls[schema.name] as string);
    return urls;
  }

  async drop(): Promise<void> {
    await this.onShared((client) =>
      client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(this.name)} WITH (FORCE)`),
    );
  }

  private async provision(service: ServiceName): Promise<string> {
    const url = new URL(this.sharedUrl);
    url.pathname = `/${this.name}`;
    return provisionService(url.toString(), service, PASSWORD);
  }

  private async onShared(work: (client: Client) => Promise<unknown>): Promise<void> {
    const client = new Client({ connectionString: this.sharedUrl });
    await client.connect();
    try {
      await work(client);
    } finally {
      await client.end();
    }
  }
}
