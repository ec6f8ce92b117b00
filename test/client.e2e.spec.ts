import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RelataClient, RelataError } from '@relata/client';
import { WholeSystem, unique, uniqueEmail } from '@relata/testing';

jest.setTimeout(60_000);

/** What becomes of a request on its way; null lets it through. */
type Mishap = 'refused 503' | 'refused 429' | 'answer lost' | null;

let relata: WholeSystem;
let front: Server;
let mishaps: Mishap[] = [];
let requests: IncomingMessage[] = [];
let client: RelataClient;

beforeAll(async () => {
  relata = await WholeSystem.start();
  front = createServer((incoming, answer) => {
    requests.push(incoming);
    pass(incoming, answer, mishaps.shift() ?? null);
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  const { port } = front.address() as AddressInfo;
  client = relata.client({ baseUrl: `http://127.0.0.1:${port}`, firstDelayMs: 10 });
});
afterAll(async () => {
  front.close();
  await relata.stop();
});
beforeEach(() => {
  mishaps = [];
  requests = [];
});

/** A network between client and server, and what goes wrong in it. */
function pass(incoming: IncomingMessage, answer: ServerResponse, mishap: Mishap): void {
  if (mishap === 'refused 503' || mishap === 'refused 429') {
    answer.writeHead(Number(mishap.slice(-3)), {
      'content-type': 'application/problem+json',
      'retry-after': '0',
    });
    answer.end(JSON.stringify({ code: 'SERVICE_UNAVAILABLE', detail: 'Not now.' }));
    return;
  }
  const { method, headers, url } = incoming;
  const onward = request(relata.url + url, { method, headers }, (real) => {
    if (mishap === 'answer lost') {
      real.resume();
      real.on('end', () => answer.destroy());
      return;
    }
    answer.writeHead(real.statusCode ?? 500, real.headers);
    real.pipe(answer);
  });
  incoming.pipe(onward);
}

const refusal = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );
const create = (body: { lastName: string; email?: string }) =>
  client.ok(client.http.POST('/v1/contacts', { body: { email: uniqueEmail(), ...body } }));

it.each<Mishap[]>([
  ['refused 503', 'refused 429', null],
  ['answer lost', null],
  ['answer lost', 'refused 503', 'answer lost', null],
])('makes one contact of a write that goes %s, %s', async (...way) => {
  mishaps = [...way];
  const lastName = unique('Once');
  const contact = await create({ lastName });
  expect(requests).toHaveLength(way.length);
  expect(new Set(requests.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  const found = await client.ok(
    client.http.GET('/v1/contacts', {
      params: { query: { filter: { lastName } } },
    }),
  );
  expect(found.data.map(({ id }) => id)).toEqual([contact.id]);
});

it('asks again for what it reads, and gives up in the end', async () => {
  const { id } = await create({ lastName: unique('Read') });
  mishaps = ['answer lost', 'refused 503', null];
  const path = { params: { path: { id } } };
  expect((await client.ok(client.http.GET('/v1/contacts/{id}', path))).id).toBe(id);
  mishaps = Array<Mishap>(10).fill('refused 503');
  requests = [];
  const error = await refusal(client.ok(client.http.GET('/v1/contacts/{id}', path)));
  expect(error).toBeInstanceOf(RelataError);
  expect(error).toMatchObject({ status: 503, code: 'SERVICE_UNAVAILABLE' });
  expect(requests).toHaveLength(6);
});

it('does not ask again where the answer would be the same', async () => {
  const error = await refusal(client.ok(client.http.POST('/v1/contacts', { body: { email: 'nonsense' } })));
  expect(error).toMatchObject({ status: 422, code: 'VALIDATION_FAILED' });
  expect(requests).toHaveLength(1);
});

it('walks a list to its end, each entry once, while others come', async () => {
  const lastName = unique('Walk');
  const made: string[] = [];
  for (let number = 0; number < 7; number++) made.push((await create({ lastName })).id);
  const seen: string[] = [];
  for await (const contact of client.items('/v1/contacts', { filter: { lastName }, limit: 2 })) {
    seen.push(contact.id);
    // Newest first: what comes now is before what is still to be seen.
    if (seen.length < 4) await create({ lastName });
  }
  expect(seen).toEqual(made.reverse());
});
