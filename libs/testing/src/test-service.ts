import { Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { connect, type NatsConnection } from 'nats';
import type { DataSource } from 'typeorm';
import {
  ADMIN_ROLE,
  EVENT_STREAMS,
  type EventEnvelope,
  type Principal,
  type ServiceName,
} from '@relata/contracts';
import { createDataSource, type SchemaDefinition } from '@relata/database';
import { startEmbeddedNats, type EmbeddedServer, type NatsOptions } from '@relata/embedded';
import {
  RpcClient,
  fullPermissions,
  renderUsers,
  serversOf,
  withCredentials,
  type CallOptions,
} from '@relata/messaging';
import { JsonLogger, ServiceConfig, readConfig } from '@relata/platform';
import { natsUsers, startService, type RunningService, type ServiceDefinition } from '@relata/service';
import { eventually } from './eventually';
import { reachableFolder } from './reachable-folder';
import { TestDatabase } from './test-database';

const NATS_PASSWORD = 'not a secret';

/** Settings as in the environment of a service: `{ CONTACT_EMAIL_REQUIRED: 'false' }`. */
export type Overrides = Record<string, string>;

/** One running service as a test sees it: its requests and its tables. */
export class TestService {
  constructor(
    readonly name: ServiceName,
    readonly system: TestSystem,
    readonly dataSource: DataSource,
  ) {}

  /** A request as the gateway sends it, by `system.principal` unless the options say otherwise. */
  call<T>(verb: string, payload: unknown = {}, options: CallOptions = {}): Promise<T> {
    const context = { requestId: randomUUID(), principal: this.system.principal };
    return this.system.rpc.call<T>(this.name, verb, payload, { context, ...options });
  }

  async query<T = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.dataSource.query(sql, parameters);
  }
}

/** Some services in this process, on a database and a NATS server of their own. */
export class TestSystem {
  /** Who acts, an administrator. Every service knows the user, as if identity's event had arrived. */
  readonly principal: Principal = {
    id: randomUUID(),
    name: 'Anna Test',
    kind: 'user',
    access: { roleId: ADMIN_ROLE.id, roleVersion: 1, teamPath: [], managedTeamIds: [] },
  };
  readonly services = new Map<ServiceName, TestService>();
  private readonly running = new Set<RunningService>();

  private constructor(
    private readonly natsOptions: NatsOptions,
    private natsServer: EmbeddedServer,
    readonly nats: NatsConnection,
    readonly rpc: RpcClient,
    private readonly database: TestDatabase,
    private readonly urls: Record<string, string>,
  ) {}

  /** `prepare` gets the migrated schemas before any service runs. */
  static async start(
    definitions: ServiceDefinition[],
    overrides: Overrides = {},
    prepare: (urls: Record<ServiceName, string>) => Promise<unknown> = () => Promise.resolve(),
  ): Promise<TestSystem> {
    Logger.overrideLogger(new JsonLogger(process.env.TEST_LOG_LEVEL ?? 'silent', 'test'));
    const folder = reachableFolder();
    // The users of a deployment, and one for the test itself.
    const users = [...natsUsers(definitions), { name: 'test', permissions: fullPermissions() }];
    const natsOptions = { dataDir: folder, config: renderUsers(users, () => JSON.stringify(NATS_PASSWORD)) };
    const natsServer = await startEmbeddedNats(natsOptions);
    const database = await TestDatabase.create();
    const urls = await database.migrate(definitions.map(({ schema }) => schema));
    await prepare(urls);
    const nats = await connect({
      ...serversOf(withCredentials(natsServer.url, 'test', NATS_PASSWORD)),
      maxReconnectAttempts: -1,
      reconnectTimeWait: 50,
    });
    const system = new TestSystem(natsOptions, natsServer, nats, new RpcClient(nats), database, urls);
    for (const { schema } of definitions) await system.open(schema);
    await Promise.all(definitions.map((definition) => system.startReplica(definition, overrides)));
    return system;
  }

  /** Starts the service once more (or again, after `close` of what this answered). */
  async startReplica(definition: ServiceDefinition, overrides: Overrides = {}): Promise<RunningService> {
    const environment = { ...this.environment(definition.schema.name), ...overrides };
    const service = await startService(definition, readConfig(ServiceConfig, environment));
    const close = async () => {
      if (this.running.delete(replica)) await service.close();
    };
    const replica: RunningService = { close };
    this.running.add(replica);
    return replica;
  }

  /** What a process of that service reads, to run it as one. */
  environment(service: ServiceName): Record<string, string> {
    return {
      DATABASE_URL: this.urls[service] as string,
      NATS_URL: this.natsUrlOf(service),
      LOG_LEVEL: 'warn',
      DATABASE_POOL_SIZE: '5',
    };
  }

  /** With which that user connects: a service, `gateway`, `consumer`, or `test`, who may do everything. */
  natsUrlOf(user: string): string {
    return withCredentials(this.natsServer.url, user, NATS_PASSWORD);
  }

  service(name: ServiceName): TestService {
    const service = this.services.get(name);
    if (!service) throw new Error(`The test did not start ${name}.`);
    return service;
  }

  /** What a stream holds, in its order. */
  published(stream: string): Promise<EventEnvelope[]> {
    return publishedOn(this.nats, stream);
  }

  /**
   * When every event is published, and every service has taken in what it waits for. It looks twice: an effect may
   * write events of its own.
   */
  async effectsDone(): Promise<void> {
    const look = async () => {
      const busy = await this.underWay();
      if (busy.length > 0) throw new Error(`Events wait: ${busy.join(', ')}.`);
    };
    await eventually(look, { withinMs: 20_000 });
    await eventually(look, { withinMs: 20_000 });
  }

  /** Stops every replica, as a deployment would. */
  async stopServices(): Promise<void> {
    await Promise.all([...this.running].map((replica) => replica.close()));
  }

  /** The NATS server goes and comes back on the same port, with what it held. */
  async restartNats(): Promise<void> {
    await this.natsServer.stop();
    this.natsServer = await startEmbeddedNats(this.natsOptions);
  }

  /** The NATS server loses everything that it held, and comes back on the same port. */
  async wipeNats(): Promise<void> {
    await this.natsServer.stop();
    rmSync(join(this.natsOptions.dataDir, 'nats'), { recursive: true, force: true });
    this.natsServer = await startEmbeddedNats(this.natsOptions);
  }

  async stop(): Promise<void> {
    await this.stopServices();
    for (const { dataSource } of this.services.values()) await dataSource.destroy();
    await this.nats.close();
    await this.natsServer.stop();
    await this.database.drop();
    rmSync(this.natsOptions.dataDir, { recursive: true, force: true });
  }

  /** Who has something to publish or to take in. */
  private async underWay(): Promise<string[]> {
    const busy: string[] = [];
    for (const service of this.services.values())
      if ((await service.query('SELECT 1 FROM unpublished LIMIT 1')).length > 0) busy.push(service.name);
    const manager = await this.nats.jetstreamManager();
    for (const stream of await manager.streams.names().next()) {
      if (!(stream in EVENT_STREAMS)) continue;
      const consumers = await manager.consumers.list(stream).next();
      for (const { name, num_pending, num_ack_pending } of consumers)
        if (num_pending + num_ack_pending > 0) busy.push(`${name} of ${stream}`);
    }
    return busy;
  }

  private async open(schema: SchemaDefinition): Promise<void> {
    const dataSource = await createDataSource(schema, this.urls[schema.name] as string, 2).initialize();
    this.services.set(schema.name, new TestService(schema.name, this, dataSource));
    await dataSource.query(`INSERT INTO reference (type, id, version, name) VALUES ('user', $1, 1, $2)`, [
      this.principal.id,
      this.principal.name,
    ]);
    if (schema.name !== 'identity') return;
    await dataSource.query(
      `INSERT INTO app_user (id, version, created_at, updated_at, reader_ids, editor_ids, external_keys, custom_fields, search_text,
                             name, role_id, status, kind)
       VALUES ($1, 1, now(), now(), '{}', '{}', '[]', '{}', '', $2, $3, 'active', 'person')`,
      [this.principal.id, this.principal.name, ADMIN_ROLE.id],
    );
  }
}

/** One service alone. */
export async function startTestService(
  definition: ServiceDefinition,
  overrides: Overrides = {},
): Promise<TestService> {
  const system = await TestSystem.start([definition], overrides);
  return system.service(definition.schema.name);
}

/** What a stream of that server holds, in its order. */
export async function publishedOn(nats: NatsConnection, stream: string): Promise<EventEnvelope[]> {
  const manager = await nats.jetstreamManager();
  const { state } = await manager.streams.info(stream);
  if (state.messages === 0) return [];
  const events: EventEnvelope[] = [];
  for (let seq = state.first_seq; seq <= state.last_seq; seq++) {
    events.push((await manager.streams.getMessage(stream, { seq })).json<EventEnvelope>());
  }
  return events;
}
