import { randomUUID } from 'node:crypto';
import { connect, type NatsConnection } from 'nats';
import type { EventEnvelope, ParkedEventView } from '@relata/contracts';
import { serversOf } from '@relata/messaging';
import { WholeSystem, eventually, uniqueEmail } from '@relata/testing';

let relata: WholeSystem;
let nats: NatsConnection;
beforeAll(async () => {
  relata = await WholeSystem.start();
  nats = await connect(serversOf(relata.natsUrlOf('consumer')));
}, 60_000);
afterAll(async () => {
  await nats.close();
  await relata.stop();
});

const parked = async (query = ''): Promise<ParkedEventView[]> =>
  (await relata.api('GET', `/events/parked${query}`)).body.data;

it('shows what services could not apply, and lets an administrator retry and drop it', async () => {
  const text = '{"no":"event"}';
  const contact = await connect(serversOf(relata.natsUrlOf('contact')));
  contact.publish('contact.updated', text);
  await contact.drain();
  const services = ['deal', 'activity'];
  await eventually(async () => expect((await parked()).map((row) => row.service)).toEqual(services), {
    withinMs: 30_000,
  });
  const rows = await parked();
  for (const row of rows) {
    expect(row).toMatchObject({ type: 'contact.updated', payload: { text } });
    expect(row.reason).toContain('is not an event');
  }

  const { body: first } = await relata.api('GET', '/events/parked?limit=1');
  expect(first.page).toMatchObject({ hasMore: true, limit: 1 });
  const rest = await parked(`?limit=1&cursor=${first.page.nextCursor}`);
  expect([...first.data, ...rest]).toEqual(rows);
  expect((await relata.api('GET', '/events/parked?cursor=x')).body.code).toBe('INVALID_CURSOR');

  const path = `/events/parked/deal/${rows[0]!.eventId}`;
  const retried = await relata.api('POST', `${path}/retry`);
  expect([retried.status, retried.body.detail]).toEqual([
    409,
    expect.stringContaining('can only be dropped'),
  ]);
  expect((await relata.api('DELETE', path)).status).toBe(204);
  expect((await relata.api('DELETE', path)).status).toBe(404);
  expect((await relata.api('DELETE', path.replace('deal', 'warehouse'))).body.detail).toContain('warehouse');
  expect((await parked()).map((row) => row.service)).toEqual(services.slice(1));
}, 60_000);

it('sends the log again to one consumer alone, from a position or a time, by type', async () => {
  const replayed = async (name: string): Promise<EventEnvelope[]> => {
    const manager = await nats.jetstreamManager();
    const { state } = await manager.streams.info(`REPLAY_${name}`);
    const sequences = Array.from({ length: state.last_seq }, (_, index) => index + 1);
    return Promise.all(
      sequences.map(async (seq) =>
        (await manager.streams.getMessage(`REPLAY_${name}`, { seq })).json<EventEnvelope>(),
      ),
    );
  };
  const replay = (body: object) => relata.api('POST', '/events/replay', body);
  await relata.api('POST', '/contacts', { email: uniqueEmail() });
  const since = new Date().toISOString();
  const { body: contact } = await relata.api('POST', '/contacts', { email: uniqueEmail() });
  await relata.api('PATCH', `/contacts/${contact.id}`, { firstName: 'Ada' });
  await eventually(async () => {
    const { body } = await relata.api('GET', `/events?record=${contact.id}`);
    expect(body.data).toHaveLength(2);
  });

  const byId = (a: EventEnvelope, b: EventEnvelope) => (a.id < b.id ? -1 : 1);
  const log = async (): Promise<EventEnvelope[]> => {
    const everything: EventEnvelope[] = [];
    for (let after = 'start', hasMore = true; hasMore;) {
      const { body } = await relata.api('GET', `/events?after=${after}`);
      everything.push(...body.data);
      hasMore = body.page.hasMore;
      after = body.page.nextCursor;
    }
    return everything.sort(byId);
  };
  // Other services still answer the events above with their own: a replay is measured against a log
  // that was the same before and after it.
  const { before, copy } = await eventually(async () => {
    const to = `all-${randomUUID().slice(0, 8)}`;
    const before = await log();
    const { body } = await replay({ to, from: 'start' });
    expect(await log()).toEqual(before);
    expect(body).toEqual({ sent: before.length, next: null });
    return { before, copy: await replayed(to) };
  });
  expect(copy.sort(byId)).toEqual(before);

  const types = ['contact.created', 'contact.updated'];
  const { body } = await replay({ to: 'late', from: since, types });
  expect(body).toEqual({ sent: 2, next: null });
  expect((await replayed('late')).map((event) => [event.type, event.subject])).toEqual(
    types.map((type) => [type, contact.id]),
  );

  const refused = await replay({ to: 'a.b', from: 'start' });
  expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/to']);
  expect((await replay({ to: 'a', from: 'yesterday' })).body.code).toBe('INVALID_CURSOR');
  expect((await replay({ to: 'a', from: '2026-99-99T00:00:00Z' })).body.errors[0].pointer).toBe('/from');
});
