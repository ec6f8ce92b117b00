import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { connect, type NatsConnection } from 'nats';
import { SYSTEM, type DomainError } from '@relata/contracts';
import { freePort, startEmbeddedNats, type EmbeddedServer } from '@relata/embedded';
import { RpcClient, fullPermissions, renderUsers, serversOf, withCredentials } from '@relata/messaging';
import { natsUsers } from '@relata/service';
import {
  TestSystem,
  eventually,
  probeConsumer,
  probeProducer,
  publishedOn,
  reachableFolder,
} from '@relata/testing';

const PASSWORD = 'secret';
const NODES = 3;
const DEFINITIONS = [probeProducer, probeConsumer];
jest.setTimeout(360_000);

/** One server of the cluster, with a store of its own. */
interface Node {
  name: string;
  dataDir: string;
  config: string;
  server: EmbeddedServer;
}

let nodes: Node[];
let system: TestSystem;
let nats: NatsConnection;
let rpc: RpcClient;

beforeAll(async () => {
  nodes = await startCluster();
  nats = await connect({ ...serversOf(urlsOf('test')), maxReconnectAttempts: -1, reconnectTimeWait: 50 });
  rpc = new RpcClient(nats);
  await eventually(isReady, { withinMs: 60_000 });
  system = await TestSystem.start(DEFINITIONS);
  // From here on both stand on the cluster, not on the system's own server.
  await system.stopServices();
  await startServices();
}, 120_000);
afterAll(async () => {
  await system?.stop();
  await nats?.close();
  for (const { server, dataDir } of nodes ?? []) {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});

async function startCluster(): Promise<Node[]> {
  const ports = await Promise.all(Array.from({ length: NODES }, () => freePort()));
  const routes = ports.map((port) => `"nats://127.0.0.1:${port}"`).join(', ');
  const users = [...natsUsers(DEFINITIONS), { name: 'test', permissions: fullPermissions() }];
  return Promise.all(
    ports.map(async (port, at) => {
      const name = `node-${at + 1}`;
      const dataDir = reachableFolder();
      const config = [
        `server_name: ${name}`,
        `cluster { name: relata, listen: "127.0.0.1:${port}", routes: [${routes}] }`,
        renderUsers(users, () => `"${PASSWORD}"`),
      ].join('\n');
      return { name, dataDir, config, server: await startEmbeddedNats({ dataDir, config }) };
    }),
  );
}

/** All nodes in one URL, as a service gets them. */
function urlsOf(user: string): string {
  return nodes.map(({ server }) => withCredentials(server.url, user, PASSWORD)).join(',');
}

async function startServices(): Promise<void> {
  for (const definition of DEFINITIONS) {
    const NATS_URL = urlsOf(definition.schema.name);
    await system.startReplica(definition, { NATS_URL, STREAM_REPLICAS: '3' });
  }
}

/** The nodes have found each other and will keep three copies. */
async function isReady(): Promise<void> {
  const { streams } = await nats.jetstreamManager();
  await streams.add({ name: 'READY', subjects: ['ready'], num_replicas: NODES });
  await streams.delete('READY');
}

async function leader(): Promise<Node> {
  const { cluster } = await (await nats.jetstreamManager()).streams.info('CONTACT');
  const found = nodes.find(({ name }) => name === cluster?.leader);
  if (!found) throw new Error('The stream has no leader.');
  return found;
}

function killNode({ dataDir }: Node): void {
  const [pid] = readFileSync(join(dataDir, 'run', 'nats-server.pid'), 'utf8').split(' ');
  process.kill(Number(pid), 'SIGKILL');
}

/** Writes a record, with one event. */
async function written(recordId: string): Promise<void> {
  const context = { requestId: randomUUID(), principal: SYSTEM };
  await rpc.call('contact', 'probe.write', { recordId, version: 1, count: 1 }, { writes: true, context });
}

/** Writes until told to stop, each time another record. Answers the records of acknowledged writes. */
function writing(): { acknowledged: string[]; stop: () => Promise<void> } {
  const acknowledged: string[] = [];
  let going = true;
  const context = { requestId: randomUUID(), principal: SYSTEM };
  const work = async () => {
    while (going) {
      const recordId = randomUUID();
      const payload = { recordId, version: 1, count: 2 };
      // What fails may have been written, or not: it does not count.
      await rpc.call('contact', 'probe.write', payload, { writes: true, context, timeoutMs: 2_000 }).then(
        () => acknowledged.push(recordId),
        () => new Promise((resolve) => setTimeout(resolve, 20)),
      );
    }
  };
  const workers = [work(), work()];
  const stop = async () => {
    going = false;
    await Promise.all(workers);
  };
  return { acknowledged, stop };
}

async function expectMore(acknowledged: string[], count: number): Promise<void> {
  const wanted = acknowledged.length + count;
  await eventually(() => expect(acknowledged.length).toBeGreaterThanOrEqual(wanted), { withinMs: 60_000 });
}

it('goes on when the leader of the stream is killed, and loses and doubles nothing', async () => {
  const activity = system.service('activity');
  const effects = async () =>
    (await activity.query<{ event_id: string }>('SELECT event_id FROM effect')).map((row) => row.event_id);
  const { config } = await (await nats.jetstreamManager()).streams.info('CONTACT');
  expect(config.num_replicas).toBe(NODES);

  const { acknowledged, stop } = writing();
  await expectMore(acknowledged, 50);
  const killed = await leader();
  const publishedBefore = (await effects()).length;
  killNode(killed);
  await expectMore(acknowledged, 50);
  // Events go on while the node is away, not only writes.
  const lastBefore = acknowledged.at(-1);
  await eventually(
    async () =>
      expect(
        await activity.query('SELECT 1 FROM effect WHERE record_id = $1 AND version = 2', [lastBefore]),
      ).toHaveLength(1),
    { withinMs: 60_000 },
  );
  expect((await leader()).name).not.toBe(killed.name);
  expect((await effects()).length).toBeGreaterThan(publishedBefore);
  await stop();

  const contact = system.service('contact');
  await eventually(async () => expect(await contact.query('SELECT 1 FROM unpublished')).toEqual([]), {
    withinMs: 60_000,
  });
  const events = await publishedOn(nats, 'CONTACT');
  expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => index + 1));
  const committed = await contact.query<{ id: string }>('SELECT id FROM event ORDER BY seq');
  // Commits of several writers at once may be seen in another order than their rows were numbered.
  expect(events.map(({ id }) => id).sort()).toEqual(committed.map(({ id }) => id).sort());
  const versionsOf = new Map<string, number[]>();
  for (const { subject, recordversion } of events)
    versionsOf.set(subject, [...(versionsOf.get(subject) ?? []), recordversion]);
  expect(acknowledged.filter((id) => String(versionsOf.get(id)) !== '1,2')).toEqual([]);
  await eventually(
    async () => expect((await effects()).sort()).toEqual(committed.map(({ id }) => id).sort()),
    {
      withinMs: 60_000,
    },
  );

  // The node that comes back catches up.
  killed.server = await startEmbeddedNats(killed);
  await eventually(
    async () => {
      // A replica is called current by what it has confirmed lately, and an idle stream has nothing to confirm.
      await written(randomUUID());
      const { cluster } = await (await nats.jetstreamManager()).streams.info('CONTACT');
      expect(cluster?.replicas?.filter(({ current }) => !current)).toEqual([]);
    },
    // One in some ten times the node misses the first catch-up, and NATS begins the next one after a while.
    { withinMs: 180_000 },
  );
});

it('starts and answers while the cluster has no majority, and publishes what was written once it has', async () => {
  const effects = (recordId: string) =>
    system.service('activity').query('SELECT 1 FROM effect WHERE record_id = $1', [recordId]);
  const untilEffect = (recordId: string) =>
    eventually(async () => expect(await effects(recordId)).toHaveLength(1), { withinMs: 60_000 });
  const before = randomUUID();
  await written(before);
  await untilEffect(before);
  await system.stopServices();
  const killed = nodes.slice(1);
  killed.forEach(killNode);
  const answers = () =>
    nats.jetstreamManager({ timeout: 500 }).then(
      () => true,
      () => false,
    );
  await eventually(async () => expect(await answers()).toBe(false), { withinMs: 60_000 });

  await startServices();
  const recordId = randomUUID();
  await eventually(() => written(recordId), { withinMs: 30_000 });
  // What cannot do without says so.
  const payload = { to: 'invoicing', after: 0, limit: 10 };
  const context = { requestId: randomUUID(), principal: system.principal };
  const replay = rpc.call('contact', 'events.replay', payload, { writes: true, context, timeoutMs: 15_000 });
  const refusal: unknown = await replay.catch((error: unknown) => error);
  expect(['SERVICE_UNAVAILABLE', 'OUTCOME_UNKNOWN']).toContain((refusal as DomainError).code);
  expect(await answers()).toBe(false);

  for (const node of killed) node.server = await startEmbeddedNats(node);
  await untilEffect(recordId);
});
