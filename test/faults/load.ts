import { setTimeout as delay } from 'node:timers/promises';
import type { HttpAnswer, HttpClient } from './http-client';
import type { History, Operation, Outcome } from './history';
import { Random } from './random';

/** How often each write comes. A deal, a task and a merge need records to point at. */
const MIX: Record<Operation, number> = {
  'contact.create': 16,
  'contact.patch': 14,
  'contact.merge': 2,
  'company.create': 5,
  'company.patch': 6,
  'deal.create': 13,
  'deal.patch': 9,
  'deal.stage': 14,
  'deal.close': 6,
  'task.create': 8,
  'task.patch': 4,
  'task.complete': 3,
  'batch.sale': 4,
};
const STAGES = ['qualification', 'needs_analysis', 'proposal', 'negotiation', 'closed_won', 'closed_lost'];
/** Records of each type that later writes are about: few enough that writes meet. */
const POOL = 400;

const NOUNS = ['company', 'contact', 'deal', 'task'] as const;
type Noun = (typeof NOUNS)[number];

const PATHS: Record<Noun, string> = {
  contact: '/v1/contacts',
  company: '/v1/companies',
  deal: '/v1/deals',
  task: '/v1/tasks',
};
/** Who is asked for it. */
const OWNERS = {
  contact: 'contact',
  company: 'contact',
  deal: 'deal',
  task: 'activity',
  batch: 'contact',
} as const;

export interface LoadOptions {
  seed: number;
  /** Writes a second, at most. */
  rate: number;
  /** Requests at once, at most. */
  workers: number;
  /** Ends by itself after so many acknowledged writes. */
  writes?: number;
  mix?: Partial<Record<Operation, number>>;
}

interface Request {
  method: string;
  path: string;
  body?: unknown;
}

/** Mixed writes over HTTP. Each is sent once; what the answer says, or that there was none, is the history. */
export class Load {
  private readonly pools: Record<Noun, string[]> = { contact: [], company: [], deal: [], task: [] };
  private readonly mix: Record<Operation, number>;
  private stopping = false;
  private sent = 0;
  private acknowledged = 0;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly http: HttpClient,
    private readonly history: History,
    private readonly options: LoadOptions,
  ) {
    this.mix = options.mix ? { ...zero(MIX), ...options.mix } : MIX;
  }

  start(): void {
    const { workers, seed } = this.options;
    this.running = Promise.all(
      Array.from({ length: workers }, (_, at) => this.work(new Random(seed * 1_000 + at))),
    );
  }

  /** Sends no more; waits for the answers under way. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  /** Waits until it ended by itself. */
  async ended(): Promise<void> {
    await this.running;
  }

  get acknowledgedCount(): number {
    return this.acknowledged;
  }

  get isDone(): boolean {
    return this.stopping || this.acknowledged >= (this.options.writes ?? Infinity);
  }

  private async work(random: Random): Promise<void> {
    const interval = (1_000 * this.options.workers) / this.options.rate;
    let due = Date.now() + random.next() * interval;
    while (!this.isDone) {
      const wait = due - Date.now();
      if (wait > 0) await delay(wait);
      // After a pause the rate is kept, not made up for.
      due = Math.max(due, Date.now() - interval) + interval;
      if (!this.isDone) await this.write(random);
    }
  }

  private async write(random: Random): Promise<void> {
    const operation = this.possible(random.weighted(this.mix));
    const noun = operation.split('.')[0] as keyof typeof OWNERS;
    const requestId = `faults-${this.options.seed}-${++this.sent}`;
    const { method, path, body } = this.request(operation, requestId, random);
    const sentAt = Date.now();
    const answer = await this.http.send(method, path, body, { requestId });
    const outcome = outcomeOf(answer);
    const record = answer.body as { id?: string; version?: number; code?: string } | null;
    this.history.add({
      requestId,
      operation,
      service: OWNERS[noun],
      sentAt,
      doneAt: Date.now(),
      outcome,
      status: answer.status,
      code: record?.code,
      ...(outcome === 'ok' ? { recordId: record?.id, version: record?.version } : {}),
    });
    if (outcome !== 'ok') return;
    this.acknowledged++;
    if (operation === 'batch.sale') {
      const { results } = answer.body as { results: { data: { id: string } }[] };
      for (const [at, made] of NOUNS.entries()) this.remember(made, results[at]!.data.id, random);
    } else if (operation.endsWith('.create') && record?.id) this.remember(noun as Noun, record.id, random);
  }

  private remember(noun: Noun, id: string, random: Random): void {
    const pool = this.pools[noun];
    if (pool.length < POOL) pool.push(id);
    else pool[random.between(0, POOL - 1)] = id;
  }

  /** What the record is missing for is made first. */
  private possible(operation: Operation): Operation {
    const noun = operation.split('.')[0] as Noun;
    if (operation.endsWith('.create') || operation === 'batch.sale') return operation;
    const least = operation === 'contact.merge' ? 10 : 1;
    return this.pools[noun].length >= least ? operation : (`${noun}.create` as Operation);
  }

  private request(operation: Operation, token: string, random: Random): Request {
    const noun = operation.split('.')[0] as Noun;
    const path = PATHS[noun];
    const one = () => `${path}/${random.pick(this.pools[noun])}`;
    const maybe = (of: Noun) =>
      this.pools[of].length > 0 && random.chance(0.6) ? { [`${of}Id`]: random.pick(this.pools[of]) } : {};
    switch (operation) {
      case 'contact.create':
        return post(path, {
          firstName: 'Ada',
          lastName: token,
          email: `${token}@example.org`,
          ...maybe('company'),
        });
      case 'contact.patch':
        return patch(one(), { title: token, ...maybe('company') });
      case 'contact.merge':
        return this.merge(random);
      case 'company.create':
        return post(path, { name: `Company ${token}`, domain: `${token}.example.org` });
      case 'company.patch':
        return patch(one(), { industry: token });
      case 'deal.create':
        return post(path, {
          name: `Deal ${token}`,
          amount: `${random.between(1, 99_999)}.50`,
          currency: 'EUR',
          ...maybe('contact'),
          ...maybe('company'),
        });
      case 'deal.patch':
        return patch(one(), { name: `Deal ${token}`, ...maybe('company') });
      case 'deal.stage':
        return patch(`${one()}/stage`, { stage: random.pick(STAGES) });
      case 'deal.close':
        return post(`${one()}/close`, { outcome: random.pick(['won', 'lost']), reason: token });
      case 'task.create':
        return post(path, { title: token, ...maybe('contact'), ...maybe('deal') });
      case 'task.patch':
        return patch(one(), { title: token });
      case 'task.complete':
        return { method: 'POST', path: `${one()}/complete` };
      case 'batch.sale':
        return post('/v1/batch', { operations: saleOf(token) });
    }
  }

  /** The duplicate leaves the pool: it is gone, or about to be. */
  private merge(random: Random): Request {
    const pool = this.pools.contact;
    const [duplicate] = pool.splice(random.between(0, pool.length - 1), 1);
    return post(`${PATHS.contact}/${random.pick(pool)}/merge`, { duplicateIds: [duplicate] });
  }
}

/** A record of each noun, in their order, which point at one another. */
export function saleOf(token: string): object[] {
  const [acme, ada, engine] = [{ $ref: 'acme' }, { $ref: 'ada' }, { $ref: 'engine' }];
  const create = (resource: string, ref: string, body: object) => ({ op: 'create', resource, ref, body });
  return [
    create('companies', 'acme', { name: `Company ${token}`, domain: `${token}.example.org` }),
    create('contacts', 'ada', { email: `${token}@example.org`, companyId: acme }),
    create('deals', 'engine', { name: `Deal ${token}`, contactId: ada, companyId: acme }),
    create('tasks', 'call', { title: token, contactId: ada, dealId: engine }),
  ];
}

/** A refusal says that nothing happened; an error or silence says nothing. */
function outcomeOf({ status, sent }: HttpAnswer): Outcome {
  if (status >= 200 && status < 300) return 'ok';
  if (status === 0) return sent ? 'unknown' : 'failed';
  return status >= 500 && status !== 503 ? 'unknown' : 'failed';
}

function post(path: string, body: unknown): Request {
  return { method: 'POST', path, body };
}

function patch(path: string, body: unknown): Request {
  return { method: 'PATCH', path, body };
}

function zero(mix: Record<Operation, number>): Record<Operation, number> {
  return Object.fromEntries(Object.keys(mix).map((operation) => [operation, 0])) as Record<Operation, number>;
}
