import { randomUUID } from 'node:crypto';
import type {
  BatchAcrossAnswer,
  ContactView,
  DealView,
  MixedOperationRequest,
  RecordView,
} from '@relata/contracts';
import type { CallOptions } from '@relata/messaging';
import { TestSystem, errorOf, eventually, unique, uniqueEmail, type TestService } from '@relata/testing';
import { activityService } from '../../apps/activity/src/activity.service-definition';
import { contactService } from '../../apps/contact/src/contact.service-definition';
import { dealService } from '../../apps/deal/src/deal.service-definition';

export type Operation = Partial<MixedOperationRequest>;

export const company = (body: object = {}): Operation => ({
  op: 'create',
  resource: 'companies',
  ref: 'acme',
  body: { name: unique('Acme'), ...body },
});
export const person = (body: object = {}): Operation => ({
  op: 'create',
  resource: 'contacts',
  ref: 'ada',
  body: { email: uniqueEmail(), companyId: { $ref: 'acme' }, ...body },
});
export const sale = (body: object = {}): Operation => ({
  op: 'create',
  resource: 'deals',
  ref: 'sale',
  body: { name: unique('Deal'), contactId: { $ref: 'ada' }, companyId: { $ref: 'acme' }, ...body },
});
export const task = (body: object = {}): Operation => ({
  op: 'create',
  resource: 'tasks',
  body: { title: unique('Call'), dealId: { $ref: 'sale' }, contactId: { $ref: 'ada' }, ...body },
});
export const update = (
  resource: 'contacts' | 'companies' | 'deals' | 'tasks',
  id: string,
  body: object,
): Operation => ({
  op: 'update',
  resource,
  id,
  body: { ...body },
});
export const dataOf = <T extends RecordView>({ results }: BatchAcrossAnswer, at: number) =>
  results[at]!.data as unknown as T;

/** Events of a record, or of all of a service that a request caused, in order. */
export const eventsOf = (service: TestService, id: string) =>
  service.query<{
    type: string;
    version: number;
    request: string;
    causation: string | null;
    actor: string;
    id: string;
  }>(
    `SELECT id, type, version, request_id AS request, causation_id AS causation, actor_name AS actor FROM event
     WHERE record_id = $1 ORDER BY version`,
    [id],
  );
export const typesOf = async (service: TestService, id: string) =>
  (await eventsOf(service, id)).map(({ type }) => type);
export const countOf = async (service: TestService, table: string) =>
  (await service.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`))[0]!.count;
/** Holds whoever writes to the table, until what this answers is called. */
export async function held(service: TestService, table: string): Promise<() => Promise<void>> {
  const runner = service.dataSource.createQueryRunner();
  await runner.startTransaction();
  // As long as a test wants: services' own sessions may not rest so long.
  await runner.query('SET LOCAL idle_in_transaction_session_timeout = 0');
  await runner.query(`LOCK TABLE ${table} IN EXCLUSIVE MODE`);
  return async () => {
    await runner.rollbackTransaction();
    await runner.release();
  };
}

/** Waits until a part about to be done waits for what `held` holds. */
export const untilPartWaits = (service: TestService) =>
  eventually(async () => {
    const waiting = await service.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
       AND application_name = 'relata-${service.name}' AND query LIKE 'INSERT INTO batch_part%''[]''%'`,
    );
    expect(waiting.length).toBeGreaterThan(0);
  });

/** The three services that have parts of batches. */
export class BatchStage {
  readonly contact: TestService;
  readonly deal: TestService;
  readonly activity: TestService;

  private constructor(readonly system: TestSystem) {
    this.contact = system.service('contact');
    this.deal = system.service('deal');
    this.activity = system.service('activity');
  }

  static async set(): Promise<BatchStage> {
    return new BatchStage(await TestSystem.start([contactService, dealService, activityService]));
  }

  clear(): Promise<void> {
    return this.system.stop();
  }

  /** A batch as the gateway sends it. */
  batch(operations: Operation[], asked: object = {}, options: CallOptions = {}): Promise<BatchAcrossAnswer> {
    const placed = operations.map((operation, index) => ({ ...operation, index }));
    const payload = { operations: placed, ...asked };
    return this.contact.call('batches.across', payload, { writes: true, timeoutMs: 20_000, ...options });
  }

  createContact(body: object = {}): Promise<ContactView> {
    return this.contact.call('contacts.create', { body: { email: uniqueEmail(), ...body } });
  }

  getContact(id: string): Promise<ContactView> {
    return this.contact.call('contacts.get', { id });
  }

  createDeal(body: object = {}): Promise<DealView> {
    return this.deal.call('deals.create', { body: { name: unique('Deal'), ...body } });
  }

  getDeal(id: string): Promise<DealView> {
    return this.deal.call('deals.get', { id });
  }

  /** The batch that began last. */
  async lastBatch(): Promise<{ id: string; status: string; requestId: string }> {
    const [row] = await this.contact.query<{ id: string; status: string; requestId: string }>(
      'SELECT id, status, request_id AS "requestId" FROM batch ORDER BY id DESC LIMIT 1',
    );
    return row!;
  }

  /** Ids of the deals that a request wrote and that are not in the trash. */
  liveDealsOf(requestId: string): Promise<{ id: string }[]> {
    return this.deal.query(
      `SELECT id FROM deal WHERE deleted_at IS NULL AND id IN (SELECT record_id FROM event WHERE request_id = $1)`,
      [requestId],
    );
  }

  /** How many events each of the three has written. */
  written(): Promise<number[]> {
    return Promise.all([this.contact, this.deal, this.activity].map((service) => countOf(service, 'event')));
  }

  /** Has the deal service fail at its part, though it was rehearsed well; `work` is done between contact's part and that. */
  async failing(
    operations: Operation[],
    work: () => Promise<unknown> = () => Promise.resolve(),
  ): Promise<{ id: string; requestId: string }> {
    const key = unique('taken');
    const taken = sale({ contactId: null, companyId: null, externalKeys: [{ system: 'erp', key }] });
    const release = await held(this.deal, 'batch_part');
    const requestId = randomUUID();
    const context = { requestId, principal: this.system.principal };
    const refused = errorOf(this.batch([...operations, taken], {}, { context }));
    await untilPartWaits(this.deal);
    await work();
    await this.createDeal({ externalKeys: [{ system: 'erp', key }] });
    await release();
    const error = await refused;
    expect(error).toMatchObject({ code: 'DUPLICATE', details: { batchId: expect.any(String) } });
    expect(error.details.errors![0]!.pointer).toBe(`/operations/${operations.length}/body/externalKeys/0`);
    return { id: error.details.batchId as string, requestId };
  }
}
