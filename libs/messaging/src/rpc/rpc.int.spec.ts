import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect } from 'nats';
import { ERROR_CODES } from '@relata/contracts';
import { startEmbeddedNats } from '@relata/embedded';
import {
  errorOf,
  eventually,
  probeProducer,
  reachableFolder,
  startTestService,
  type TestService,
} from '@relata/testing';
import { serversOf } from '../nats-connection';
import { RpcClient } from './rpc-client';

let producer: TestService;
beforeAll(async () => {
  producer = await startTestService(probeProducer);
});
afterAll(async () => producer.system.stop());

it('answers with what the handler answered', async () => {
  const payload = { text: 'Ærø ✓', list: [1, null, { deep: true }], nothing: null };
  expect(await producer.call('probe.echo', payload)).toEqual(payload);
});

it('carries who asks, in which request, in any script', async () => {
  const context = {
    requestId: randomUUID(),
    principal: { id: null, name: 'Ὑπατία 海', kind: 'user' as const },
  };
  expect(await producer.call('probe.context', {}, { context })).toMatchObject(context);
});

it('says at once that nobody listens', async () => {
  const started = Date.now();
  expect(await errorOf(producer.system.rpc.call('deal', 'deals.list', {}))).toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
  });
  expect(Date.now() - started).toBeLessThan(1_000);
});

it.each([...ERROR_CODES])('keeps the code %s, its message and its details', async (code) => {
  const details = { existingId: randomUUID(), errors: [{ pointer: '/a', code: 'b', message: 'c' }] };
  expect(await errorOf(producer.call('probe.refuse', { code, details }, { writes: true }))).toMatchObject({
    code,
    message: 'Refused, as asked.',
    details,
  });
});

it('tells nothing of the inside when a handler fails', async () => {
  const error = await errorOf(producer.call('probe.crash'));
  expect(error.code).toBe('INTERNAL');
  expect(JSON.stringify(error) + error.message).not.toContain('secret');
});

it('gives up at the deadline: TIMEOUT for a read, OUTCOME_UNKNOWN for a write', async () => {
  const slow = { milliseconds: 1_000 };
  expect(await errorOf(producer.call('probe.slow', slow, { timeoutMs: 100 }))).toMatchObject({
    code: 'TIMEOUT',
  });
  expect(await errorOf(producer.call('probe.slow', slow, { timeoutMs: 100, writes: true }))).toMatchObject({
    code: 'OUTCOME_UNKNOWN',
  });
});

it('asks a living replica when the one that got a read is frozen; a write stays alone', async () => {
  const frozen = producer.system.nats.subscribe('rpc.contact.>', {
    queue: 'contact',
    callback: () => undefined,
  });
  await producer.system.nats.flush();
  const reads = Array.from({ length: 20 }, (_, n) => producer.call('probe.echo', n));
  const recordIds = Array.from({ length: 20 }, () => randomUUID());
  const writes = recordIds.map((recordId) =>
    producer.call('probe.write', { recordId, version: 1, count: 1 }, { writes: true, timeoutMs: 3_000 }).then(
      () => recordId,
      () => undefined,
    ),
  );
  expect(await Promise.all(reads)).toEqual(reads.map((_, n) => n));
  const written = (await Promise.all(writes)).filter((recordId) => recordId !== undefined);
  frozen.unsubscribe();
  // Neither replica got all of them.
  expect(written.length).toBeGreaterThan(0);
  expect(written.length).toBeLessThan(20);
  const rows = await producer.query<{ record_id: string }>(
    'SELECT record_id FROM event WHERE record_id = ANY($1::uuid[])',
    [recordIds],
  );
  expect(rows.map((row) => row.record_id).sort()).toEqual(written.sort());
});

it('does not begin what nobody waits for any more', async () => {
  const recordId = randomUUID();
  const context = { requestId: 'late', principal: producer.system.principal };
  const past = new RpcClient(producer.system.nats);
  // Its deadline lies in the past before it arrives.
  await errorOf(
    past.call('contact', 'probe.write', { recordId, version: 1, count: 1 }, { context, timeoutMs: -1_000 }),
  ).catch(() => undefined);
  await producer.call('probe.echo');
  expect(await producer.query('SELECT 1 FROM event WHERE record_id = $1', [recordId])).toHaveLength(0);
});

it('answers other services on a subject of its own, and only there', async () => {
  expect(await producer.system.rpc.ask('contact', 'probe.echo', { a: 1 })).toEqual({ a: 1 });
  expect(await errorOf(producer.system.rpc.ask('contact', 'probe.crash', {}))).toMatchObject({
    code: 'NOT_FOUND',
  });
});

it('takes each request to one of two replicas, and spreads them', async () => {
  const second = await producer.system.startReplica(probeProducer);
  const recordIds = Array.from({ length: 40 }, () => randomUUID());
  await Promise.all(
    recordIds.map((recordId) => producer.call('probe.write', { recordId, version: 1, count: 1 })),
  );
  const rows = await producer.query('SELECT record_id FROM event WHERE record_id = ANY($1::uuid[])', [
    recordIds,
  ]);
  expect(rows).toHaveLength(40);
  await second.close();
});

it('says at once that NATS is away, also to who waits for an answer', async () => {
  const dataDir = reachableFolder();
  const server = await startEmbeddedNats({ dataDir });
  const connection = await connect({ servers: server.url, maxReconnectAttempts: -1, reconnectTimeWait: 50 });
  // It hears, and never answers.
  connection.subscribe('rpc.contact.>');
  const rpc = new RpcClient(connection);
  const [read, write] = [false, true].map((writes) =>
    errorOf(rpc.call('contact', 'contacts.any', {}, { writes, timeoutMs: 20_000 })),
  );
  await connection.flush();
  await server.stop();
  expect(await read).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  expect(await write).toMatchObject({ code: 'OUTCOME_UNKNOWN' });
  const started = Date.now();
  expect(await errorOf(rpc.call('contact', 'contacts.any', {}, { writes: true }))).toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
  });
  expect(Date.now() - started).toBeLessThan(1_000);
  const again = await startEmbeddedNats({ dataDir });
  await eventually(async () =>
    expect(await errorOf(rpc.call('contact', 'contacts.any', {}, { timeoutMs: 100 }))).toMatchObject({
      code: 'TIMEOUT',
    }),
  );
  await connection.close();
  await again.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

it('finishes what runs before it closes, and takes nothing new', async () => {
  const system = producer.system;
  const answers = Promise.all(
    Array.from({ length: 20 }, () => producer.call('probe.slow', { milliseconds: 300 })),
  );
  const other = await connect(serversOf(system.natsUrlOf('test')));
  await eventually(() => expect(system.nats.stats().outMsgs).toBeGreaterThan(0));
  await producer.call('probe.echo');
  await system.stopServices();
  expect(await answers).toEqual(Array(20).fill('late'));
  expect(await errorOf(producer.call('probe.echo'))).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  await other.close();
});
