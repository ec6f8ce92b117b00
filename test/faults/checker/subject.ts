import { Client } from 'pg';
import { connect, type NatsConnection } from 'nats';
import { serversOf } from '@relata/messaging';

/** Something that is not as promised. */
export interface Violation {
  /** The promise, by the name of its check. */
  check: string;
  detail: string;
}

/** What the checker looks at: every schema (as the owner), and the streams. */
export class Subject {
  private constructor(
    private readonly client: Client,
    readonly nats: NatsConnection,
  ) {}

  static async open(databaseUrl: string, natsUrl: string): Promise<Subject> {
    const client = new Client({ connectionString: databaseUrl, options: '-c timezone=UTC' });
    // A fault may come while it is idle; the next query tells.
    client.on('error', () => undefined);
    await client.connect();
    return new Subject(client, await connect({ ...serversOf(natsUrl), maxReconnectAttempts: -1 }));
  }

  async query<T = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return (await this.client.query(sql, parameters)).rows as T[];
  }

  async close(): Promise<void> {
    await this.client.end().catch(() => undefined);
    await this.nats.close();
  }
}

/** The first few, and how many there are in all. */
export function violations(check: string, details: string[]): Violation[] {
  const shown = details.slice(0, 3).map((detail) => ({ check, detail }));
  return details.length > shown.length
    ? [...shown, { check, detail: `… and ${details.length - shown.length} more.` }]
    : shown;
}
