import { SERVICES, type ServiceName } from '@relata/contracts';
import { TestSystem, eventually, unique, uniqueEmail } from '@relata/testing';
import { SERVICE_DEFINITIONS } from '../../../apps/standalone/src/services';
import { History, type Operation } from '../history';
import { saleOf } from '../load';

const ADMIN_EMAIL = 'admin@example.org';

/** In the request id of the one write that a seeded bug spoils. */
export const VICTIM = 'faults-victim';

/** All services in this process, and writes by request over the bus with a history, as the load has over HTTP. */
export class Writer {
  readonly history = new History();
  private count = 0;

  private constructor(readonly system: TestSystem) {}

  static async start(): Promise<Writer> {
    const admin = {
      ADMIN_EMAIL,
      ADMIN_PASSWORD: 'password-of-tests',
      BOOTSTRAP_API_KEY: 'rel_key-of-checker-tests',
    };
    const system = await TestSystem.start(SERVICE_DEFINITIONS, admin);
    // The user who acts is a real one here: the checker would find references that no event tells of.
    const { identity, ...others } = Object.fromEntries(SERVICES.map((name) => [name, system.service(name)]));
    const id = await eventually(async () => {
      const rows = await identity!.query<{ id: string }>('SELECT id FROM app_user WHERE email = $1', [
        ADMIN_EMAIL,
      ]);
      expect(rows).toHaveLength(1);
      return rows[0]!.id;
    });
    for (const service of [identity!, ...Object.values(others)])
      await service.query(`DELETE FROM reference WHERE id = $1`, [system.principal.id]);
    system.principal.id = id;
    return new Writer(system);
  }

  async urls(): Promise<{ databaseUrl: string; natsUrl: string }> {
    const contact = this.system.service('contact');
    const [row] = await contact.query<{ name: string }>('SELECT current_database() AS name');
    const databaseUrl = new URL(process.env.TEST_DATABASE_URL as string);
    databaseUrl.pathname = `/${row!.name}`;
    return {
      databaseUrl: databaseUrl.toString(),
      natsUrl: this.system.natsUrlOf('test'),
    };
  }

  /** One write; answers the record's id where it was acknowledged. */
  async write(operation: Operation, payload: Record<string, unknown>, isVictim = false): Promise<string> {
    const service = serviceOf(operation);
    const requestId = `${isVictim ? VICTIM : 'faults'}-${++this.count}`;
    const context = { requestId, principal: this.system.principal };
    const base = {
      requestId,
      operation,
      service,
      sentAt: Date.now(),
      doneAt: Date.now(),
      status: 200,
      code: undefined,
    };
    try {
      const answer = await this.system
        .service(service)
        .call<{ id: string; version: number }>(VERBS[operation], payload, { context, writes: true });
      this.history.add({ ...base, outcome: 'ok', recordId: answer.id, version: answer.version });
      return answer.id;
    } catch (error) {
      const { code } = error as { code?: string };
      const outcome = code === 'INTERNAL' || code === 'OUTCOME_UNKNOWN' ? 'unknown' : 'failed';
      this.history.add({ ...base, outcome, code, status: 500 });
      return '';
    }
  }

  /** A batch across services. */
  batch(isVictim = false): Promise<string> {
    const operations = saleOf(unique('sale')).map((operation, index) => ({
      ...operation,
      index,
    }));
    return this.write('batch.sale', { operations }, isVictim);
  }

  contact(isVictim = false): Promise<string> {
    return this.write('contact.create', { body: { email: uniqueEmail() } }, isVictim);
  }

  /** Some events of each stream come again, without the id by which the broker would know them. */
  async redeliver(): Promise<void> {
    for (const stream of ['CONTACT', 'DEAL']) {
      for (const event of await this.system.published(stream)) {
        await this.system.nats.jetstream().publish(event.type, JSON.stringify(event));
      }
    }
  }
}

const VERBS: Record<Operation, string> = {
  'contact.create': 'contacts.create',
  'contact.patch': 'contacts.update',
  'contact.merge': 'contacts.merge',
  'company.create': 'companies.create',
  'company.patch': 'companies.update',
  'deal.create': 'deals.create',
  'deal.patch': 'deals.update',
  'deal.stage': 'deals.changeStage',
  'deal.close': 'deals.close',
  'task.create': 'tasks.create',
  'task.patch': 'tasks.update',
  'task.complete': 'tasks.complete',
  'batch.sale': 'batches.across',
};

function serviceOf(operation: Operation): ServiceName {
  if (operation.startsWith('task')) return 'activity';
  return operation.startsWith('deal') ? 'deal' : 'contact';
}
