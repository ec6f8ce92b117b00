import { Logger } from '@nestjs/common';
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { AckPolicy, connect, type NatsConnection } from 'nats';
import {
  EVENT_STREAMS,
  SERVICES,
  internalSubject,
  replayStreamName,
  replaySubject,
  replicaSubject,
  rpcSubject,
  sequencedSubject,
  streamOf,
  streamOfService,
  whoSubject,
  type ServiceName,
} from '@relata/contracts';
import { natsBinary, startEmbeddedNats, type EmbeddedServer } from '@relata/embedded';
import { GATEWAYS_SUBJECT, connectNats, renderUsers, serversOf, withCredentials } from '@relata/messaging';
import { natsUsers } from '@relata/service';
import { eventually, reachableFolder } from '@relata/testing';
import { SERVICE_DEFINITIONS } from '../apps/standalone/src/services';

/** Whose events a service follows, whose references it asks for. Written down here anew: the code derives it. */
const FOLLOWS: Record<ServiceName, ServiceName[]> = {
  identity: ['identity'],
  contact: ['identity', 'deal'],
  deal: ['identity', 'contact'],
  activity: ['identity', 'contact', 'deal'],
  reporting: ['identity', 'contact', 'deal'],
};
const USERS = ['gateway', ...SERVICES, 'consumer'] as const;
type User = (typeof USERS)[number];
/** A subject, and who may use it. */
type Row = [subject: string, may: (user: User) => boolean];

const NOUNS = Object.values(EVENT_STREAMS).flatMap(({ nouns }) => nouns);
const REPLAYS = [...SERVICES, 'invoicing'].map(replayStreamName);
const STREAMS = [...Object.keys(EVENT_STREAMS), ...REPLAYS, 'OTHER'];
const DURABLES = [...SERVICES, 'invoicing'];
const STREAM_VERBS = [
  'INFO',
  'CREATE',
  'UPDATE',
  'DELETE',
  'PURGE',
  'SNAPSHOT',
  'RESTORE',
  'LEADER.STEPDOWN',
];
const MESSAGE_VERBS = ['MSG.GET', 'MSG.DELETE'];
const CONSUMER_VERBS = ['INFO', 'CREATE', 'DURABLE.CREATE', 'DELETE', 'MSG.NEXT'];

const isService = (name: string): name is ServiceName => (SERVICES as readonly string[]).includes(name);
const isProducer = (user: ServiceName) => streamOfService(user) !== undefined;
const followed = (user: ServiceName) => FOLLOWS[user].map(streamOfService);
const readable = (user: ServiceName) =>
  FOLLOWS[user].length > 0 ? [...followed(user), replayStreamName(user)] : [];

/** Whether the user has questions for the service. */
const asks = (user: User, owner: ServiceName) =>
  user === 'gateway' || (isService(user) && (user === owner || FOLLOWS[user].includes(owner)));

/** Whether the user has the service do its parts of batches. */
const carriesOut = (user: User, owner: ServiceName) =>
  user === 'contact' && ['contact', 'deal', 'activity'].includes(owner);

/** Every subject that anything in the system publishes to, and some that nothing should; who may publish there. */
const PUBLISHED: Row[] = [
  ...SERVICES.flatMap((owner): Row[] => [
    [rpcSubject(owner, 'things.remove'), (user) => user === 'gateway'],
    [internalSubject(owner, 'references.byIds'), (user) => user !== 'gateway' && asks(user, owner)],
    [internalSubject(owner, 'batches.commit'), (user) => carriesOut(user, owner)],
    [whoSubject(owner), (user) => asks(user, owner)],
    [replicaSubject(owner, 'x1', rpcSubject(owner, 'things.get')), (user) => user === 'gateway'],
    [
      replicaSubject(owner, 'x1', internalSubject(owner, 'references.byIds')),
      (user) => user !== 'gateway' && asks(user, owner),
    ],
    [
      replicaSubject(owner, 'x1', internalSubject(owner, 'batches.commit')),
      (user) => user === 'contact' && owner === user,
    ],
    [`relay.${owner}.wake`, (user) => user === owner && isProducer(owner)],
    [sequencedSubject(owner), (user) => user === owner && isProducer(owner)],
  ]),
  ...DURABLES.map((name): Row => [
    replaySubject(name, 'contact.created'),
    (user) => isService(user) && (user === name || isProducer(user)),
  ]),
  ...NOUNS.map((noun): Row => [
    `${noun}.created`,
    (user) => isService(user) && streamOf(`${noun}.created`) === streamOfService(user),
  ]),
  ...STREAMS.flatMap(
    (stream) =>
      [
        ...[...STREAM_VERBS, ...MESSAGE_VERBS].map((verb): Row => [
          `$JS.API.STREAM.${verb}.${stream}`,
          (user) =>
            isService(user) ? serviceMay(user, verb, stream) : user === 'consumer' && isReading(verb),
        ]),
        ...DURABLES.flatMap((durable) => [
          ...CONSUMER_VERBS.map((verb): Row => [
            `$JS.API.CONSUMER.${verb}.${stream}.${durable}`,
            (user) =>
              isService(user)
                ? durable === user && readable(user).includes(stream)
                : user === 'consumer' && outsiderMay(verb, stream, durable),
          ]),
          [
            `$JS.ACK.${stream}.${durable}.1.1.1.1.0`,
            (user: User) =>
              isService(user)
                ? durable === user && readable(user).includes(stream)
                : user === 'consumer' && !isService(durable),
          ] as Row,
        ]),
        // The older form, in which the name of the consumer is in the body where no permission sees it.
        [`$JS.API.CONSUMER.CREATE.${stream}`, () => false],
      ] as Row[],
  ),
  ['$JS.API.INFO', (user) => user !== 'gateway'],
  ['$JS.API.STREAM.NAMES', (user) => user === 'consumer'],
  ['$JS.API.STREAM.LIST', (user) => user === 'consumer'],
  ['$JS.API.ACCOUNT.PURGE.$G', () => false],
  ['$SYS.REQ.SERVER.PING', () => false],
  ['_INBOX.someone', () => false],
  ['_INBOX_gateway.someone', () => false],
  [GATEWAYS_SUBJECT, (user) => user === 'gateway'],
];

const SUBSCRIBED: Row[] = [
  ...SERVICES.flatMap((owner): Row[] => [
    [rpcSubject(owner, '>'), (user) => user === owner],
    [internalSubject(owner, '>'), (user) => user === owner],
    [whoSubject(owner), (user) => user === owner],
    [replicaSubject(owner, '*', '>'), (user) => user === owner],
    [`relay.${owner}.wake`, (user) => user === owner && isProducer(owner)],
    [sequencedSubject(owner), (user) => user === 'gateway' && isProducer(owner)],
    [replaySubject(owner, '>'), () => false],
  ]),
  [GATEWAYS_SUBJECT, (user) => user === 'gateway'],
  ...NOUNS.map((noun): Row => [`${noun}.*`, (user) => user === 'consumer']),
  ...USERS.map((name): Row => [`_INBOX_${name}.>`, (user) => user === name && name !== 'consumer']),
  ['_INBOX.>', (user) => user === 'consumer'],
  ['rpc.>', () => false],
  ['>', () => false],
  ['$JS.>', () => false],
  ['$SYS.>', () => false],
];

function serviceMay(user: ServiceName, verb: string, stream: string): boolean {
  const isOwn = stream === streamOfService(user);
  if (verb === 'MSG.GET') return isOwn;
  if (verb === 'UPDATE') return isOwn || stream === replayStreamName(user);
  if (verb !== 'INFO' && verb !== 'CREATE') return false;
  // A producer sends again to whoever asks, by streams of any name.
  return isProducer(user) || followed(user).includes(stream) || stream === replayStreamName(user);
}

const isReading = (verb: string) => verb === 'INFO' || verb === 'MSG.GET';

/** Whoever is outside reads all, and keeps away from what the services read by. */
function outsiderMay(verb: string, stream: string, durable: string): boolean {
  if (verb === 'INFO') return true;
  const isServiceStream = SERVICES.map(replayStreamName).includes(stream);
  return !isService(durable) && !(isServiceStream && verb.endsWith('CREATE'));
}

const PASSWORD = 'secret';
const SENTINEL = 'nobody.may';
let dataDir: string;
let server: EmbeddedServer;
const connections: NatsConnection[] = [];

beforeAll(async () => {
  // A refusal is an error in the log of a service; here they are what is wanted.
  Logger.overrideLogger(false);
  dataDir = reachableFolder();
  const config = renderUsers(natsUsers(SERVICE_DEFINITIONS), () => `"${PASSWORD}"`);
  server = await startEmbeddedNats({ dataDir, config });
});
afterEach(async () => {
  await Promise.all(connections.splice(0).map((connection) => connection.close()));
});
afterAll(async () => {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** As that user. An outsider comes with a client's own settings. */
async function connectAs(user: User): Promise<NatsConnection> {
  const url = withCredentials(server.url, user, PASSWORD);
  const connection = user === 'consumer' ? await connect(serversOf(url)) : await connectNats(url, user);
  connections.push(connection);
  return connection;
}

/** What the server refuses of what `work` does with a new connection; it answers in order. */
async function refused(user: User, work: (connection: NatsConnection) => void): Promise<string[]> {
  const connection = await connectAs(user);
  const subjects: string[] = [];
  void (async () => {
    for await (const { permissionContext } of connection.status()) {
      if (permissionContext) subjects.push(permissionContext.subject);
    }
  })();
  work(connection);
  connection.publish(SENTINEL);
  await eventually(() => expect(subjects).toContain(SENTINEL));
  return subjects.filter((subject) => subject !== SENTINEL).sort();
}

it.each(USERS)('%s publishes where it needs to, and nowhere else', async (user) => {
  const denied = await refused(user, (connection) => {
    for (const [subject] of PUBLISHED) connection.publish(subject);
  });
  expect(denied).toEqual(
    PUBLISHED.filter(([, may]) => !may(user))
      .map(([subject]) => subject)
      .sort(),
  );
});

it.each(USERS)('%s subscribes to what it needs, and nothing else', async (user) => {
  const denied = await refused(user, (connection) => {
    for (const [subject] of SUBSCRIBED) connection.subscribe(subject, { callback: () => undefined });
  });
  expect(denied).toEqual(
    SUBSCRIBED.filter(([, may]) => !may(user))
      .map(([subject]) => subject)
      .sort(),
  );
});

it('lets in nobody without a password', async () => {
  await expect(connect({ servers: server.url })).rejects.toThrow('Authorization');
  await expect(connect({ servers: server.url, user: 'gateway', pass: 'guessed' })).rejects.toThrow();
});

it('takes the configuration of a deployment, with a password for each user', () => {
  const config = join(__dirname, '..', 'deploy', 'nats', 'nats.conf');
  const passwords = USERS.map((user) => [`NATS_${user.toUpperCase()}_PASSWORD`, 'p4ssword']);
  const test = (env: Record<string, string>) =>
    spawnSync(natsBinary(), ['-t', '--config', config], { env, encoding: 'utf8' }).stderr;
  expect(test(Object.fromEntries(passwords) as Record<string, string>)).toContain('is valid');
  for (const [missing] of passwords) {
    const others = passwords.filter(([name]) => name !== missing);
    expect(test(Object.fromEntries(others) as Record<string, string>)).toContain(`'${missing}'`);
  }
});

it('needs no users: a server without them lets everybody in', async () => {
  const open = await startEmbeddedNats({ dataDir: join(dataDir, 'open') });
  const connection = await connectNats(open.url, 'contact');
  connection.subscribe('rpc.contact.>', { callback: (_error, message) => void message.respond('yes') });
  expect((await connection.request('rpc.contact.probe')).string()).toBe('yes');
  await connection.close();
  await open.stop();
});

it('lets a service answer whoever asked it, once', async () => {
  const [gateway, contact] = [await connectAs('gateway'), await connectAs('contact')];
  contact.subscribe('rpc.contact.>', { callback: (_error, message) => void message.respond('yes') });
  await contact.flush();
  expect((await gateway.request('rpc.contact.probe')).string()).toBe('yes');
});

it('lets an outsider read events by a durable consumer of its own', async () => {
  const owner = await (await connectAs('contact')).jetstreamManager();
  await owner.streams.add({ name: 'CONTACT', subjects: ['contact.*'] });
  await owner.jetstream().publish('contact.created', 'ada');

  const outsider = await connectAs('consumer');
  const manager = await outsider.jetstreamManager();
  await manager.consumers.add('CONTACT', {
    durable_name: 'invoicing',
    ack_policy: AckPolicy.Explicit,
    filter_subjects: ['contact.created', 'contact.merged'],
  });
  const consumer = await outsider.jetstream().consumers.get('CONTACT', 'invoicing');
  const message = await consumer.next();
  expect(message?.string()).toBe('ada');
  expect(await message?.ackAck()).toBe(true);
  expect((await consumer.info()).num_ack_pending).toBe(0);
  expect(await manager.consumers.delete('CONTACT', 'invoicing')).toBe(true);
  await expect(manager.streams.purge('CONTACT')).rejects.toThrow('Permissions Violation');
});
