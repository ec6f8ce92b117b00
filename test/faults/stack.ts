import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SERVICES, type ServiceName } from '@relata/contracts';
import { migrateSchema, provisionService } from '@relata/database';
import { freePort, startEmbeddedNats, startEmbeddedPostgres, type EmbeddedServer } from '@relata/embedded';
import { reachableFolder } from '@relata/testing';
import { SERVICE_DEFINITIONS } from '../../apps/standalone/src/services';
import { startNodeProcess } from './node-process';
import { Proxy } from './proxy';
import { mountSmallDisk } from './small-disk';
import { Supervised, type Started } from './supervised';

const ROOT = resolve(__dirname, '..', '..');
const PASSWORD = 'faults';
export const API_KEY = 'rel_key-of-the-fault-rig-alone';

export interface StackOptions {
  /** Processes of each service; of those that are not named, one. */
  replicas: number | Partial<Record<ServiceName, number>>;
  /** Whether services reach NATS and Postgres through proxies. */
  proxied: boolean;
  /** For `node --require`, in every process of a service. */
  preloads?: string[];
  /** Settings of the services. */
  env?: Record<string, string>;
  /** The NATS store stands on a disk of its own of so many megabytes, where the machine allows it. */
  natsStoreMegabytes?: number;
  keepData?: boolean;
}

/** The whole of Relata as processes, each of which may be killed. */
export class Stack {
  readonly services = new Map<ServiceName, Supervised[]>();
  readonly proxies = new Map<string, Proxy>();
  /** Settings of a service that begin to hold at its next start. */
  readonly overrides = new Map<ServiceName, Record<string, string>>();
  postgres: Supervised;
  nats: Supervised;
  gateway: Supervised;
  /** The owner's URL, past the proxies. */
  databaseUrl = '';
  natsUrl = '';
  httpPort = 0;
  private readonly databaseUrls = new Map<ServiceName, string>();
  private readonly unmount: (() => void) | undefined;
  readonly dataDir = reachableFolder();

  private constructor(private readonly options: StackOptions) {
    const { natsStoreMegabytes } = options;
    this.unmount = natsStoreMegabytes ? mountSmallDisk(this.natsStore, natsStoreMegabytes) : undefined;
  }

  get hasSmallDisk(): boolean {
    return this.unmount !== undefined;
  }

  static async start(options: StackOptions): Promise<Stack> {
    const stack = new Stack(options);
    try {
      await stack.startAll();
      return stack;
    } catch (error) {
      await stack.stop();
      throw error;
    }
  }

  /** Every process that has a relay or serves HTTP. */
  get apps(): Supervised[] {
    return [...[...this.services.values()].flat(), this.gateway];
  }

  get everything(): Supervised[] {
    return [...this.apps, this.nats, this.postgres];
  }

  replicasOf(service: ServiceName): Supervised[] {
    return this.services.get(service) ?? [];
  }

  proxy(service: ServiceName | 'gateway', server: 'nats' | 'postgres'): Proxy {
    const proxy = this.proxies.get(`${service} ${server}`);
    if (!proxy) throw new Error(`There is no proxy between ${service} and ${server}.`);
    return proxy;
  }

  /** Where NATS keeps its streams. */
  get natsStore(): string {
    return join(this.dataDir, 'nats');
  }

  /** A file whose existence makes the next relay of the service die before it marks what it published. */
  crashFile(service: ServiceName): string {
    return join(this.dataDir, `crash-relay-${service}`);
  }

  logFile(name: string): string {
    return join(this.dataDir, 'logs', `${name}.log`);
  }

  async stop(): Promise<void> {
    for (const app of [this.gateway, ...[...this.services.values()].flat()]) app?.signal('SIGCONT');
    await this.gateway?.stop();
    await Promise.all([...this.services.values()].flat().map((service) => service.stop()));
    await Promise.all([...this.proxies.values()].map((proxy) => proxy.close()));
    await this.nats?.stop();
    await this.postgres?.stop();
    this.unmount?.();
    if (!this.options.keepData) rmSync(this.dataDir, { recursive: true, force: true });
  }

  private async startAll(): Promise<void> {
    mkdirSync(join(this.dataDir, 'logs'), { recursive: true });
    const { dataDir } = this;
    // Durable: what Postgres has acknowledged must outlive its kill -9.
    this.postgres = embedded(
      'postgres',
      dataDir,
      () => startEmbeddedPostgres({ dataDir }),
      (url) => (this.databaseUrl = url),
    );
    this.nats = embedded(
      'nats-server',
      dataDir,
      () => startEmbeddedNats({ dataDir }),
      (url) => (this.natsUrl = url),
    );
    await Promise.all([this.postgres.start(), this.nats.start()]);
    for (const { schema } of SERVICE_DEFINITIONS) {
      const url = await provisionService(this.databaseUrl, schema.name, PASSWORD);
      await migrateSchema(schema, url);
      this.databaseUrls.set(schema.name, await this.proxied(schema.name, 'postgres', url));
    }
    await Promise.all(SERVICES.map((service) => this.startReplicas(service)));
    this.httpPort = await freePort();
    const natsUrl = await this.proxied('gateway', 'nats', this.natsUrl);
    this.gateway = new Supervised('gateway', () =>
      startNodeProcess({
        script: mainOf('gateway'),
        port: this.httpPort,
        logFile: this.logFile('gateway'),
        env: { PORT: String(this.httpPort), NATS_URL: natsUrl, LOG_LEVEL: 'warn' },
      }),
    );
    await this.gateway.start();
  }

  private async startReplicas(service: ServiceName): Promise<void> {
    const natsUrl = await this.proxied(service, 'nats', this.natsUrl);
    const replicas: Supervised[] = [];
    const { replicas: wanted } = this.options;
    const count = typeof wanted === 'number' ? wanted : (wanted[service] ?? 1);
    for (let at = 1; at <= count; at++) {
      const healthPort = await freePort();
      const name = `${service}-${at}`;
      const env = {
        DATABASE_URL: this.databaseUrls.get(service) as string,
        NATS_URL: natsUrl,
        LOG_LEVEL: 'info',
        HEALTH_PORT: String(healthPort),
        CONTACT_EMAIL_REQUIRED: 'true',
        NODE_OPTIONS: (this.options.preloads ?? []).map((file) => `--require ${file}`).join(' '),
        FAULTS_CRASH_FILE: this.crashFile(service),
        ...(service === 'identity'
          ? {
              ADMIN_EMAIL: 'rig@example.org',
              ADMIN_PASSWORD: 'password-of-the-rig',
              BOOTSTRAP_API_KEY: API_KEY,
            }
          : {}),
        ...this.options.env,
      };
      const start = () =>
        startNodeProcess({
          script: mainOf(service),
          port: healthPort,
          logFile: this.logFile(name),
          env: { ...env, ...this.overrides.get(service) },
        });
      replicas.push(new Supervised(name, start));
    }
    this.services.set(service, replicas);
    await Promise.all(replicas.map((replica) => replica.start()));
  }

  /** The URL of a proxy before that server, if there are to be proxies. */
  private async proxied(
    from: ServiceName | 'gateway',
    server: 'nats' | 'postgres',
    url: string,
  ): Promise<string> {
    if (!this.options.proxied) return url;
    const target = new URL(url);
    const proxy = await Proxy.start(Number(target.port));
    this.proxies.set(`${from} ${server}`, proxy);
    target.port = String(proxy.port);
    return target.toString();
  }
}

function mainOf(app: string): string {
  return join(ROOT, 'dist', 'apps', app, 'main.js');
}

/** The embedded server as `npm start` runs it, started again at the same port when it dies. */
function embedded(
  name: 'postgres' | 'nats-server',
  dataDir: string,
  start: () => Promise<EmbeddedServer>,
  found: (url: string) => void,
): Supervised {
  return new Supervised(name, async (): Promise<Started> => {
    const server = await start();
    found(server.url);
    const pid = Number(readFileSync(join(dataDir, 'run', `${name}.pid`), 'utf8').split(' ')[0]);
    const ended = new Promise<void>((resolve) => server.onExit(() => resolve()));
    let stopped: () => void = () => undefined;
    const wasStopped = new Promise<void>((resolve) => (stopped = resolve));
    return {
      pid,
      ended: Promise.race([ended, wasStopped]),
      stop: async () => {
        await server.stop();
        stopped();
      },
    };
  });
}
