import { WholeSystem, unique, uniqueEmail } from '@relata/testing';
import { KnownRecords } from './known-records';
import { SIGNS_IN } from './requests/exceptions';

const NO_LIMIT = '1000000000';

/** The whole system, with some records of every resource, and somebody who may do little. */
export class Stage {
  readonly known = new KnownRecords();
  readerKey = '';

  private constructor(readonly system: WholeSystem) {}

  static async start(): Promise<Stage> {
    const env = {
      REQUESTS_PER_MINUTE_PER_ADDRESS: NO_LIMIT,
      REQUESTS_PER_MINUTE_PER_KEY: NO_LIMIT,
      REQUESTS_PER_MINUTE_PER_USER: NO_LIMIT,
    };
    const stage = new Stage(await WholeSystem.start({ env }));
    await stage.fill();
    return stage;
  }

  stop(): Promise<number | null> {
    return this.system.stop();
  }

  private async fill(): Promise<void> {
    for (const [fieldName, fieldType] of [
      ['score', 'number'],
      ['newsletter', 'boolean'],
      ['tier', 'select'],
    ]) {
      for (const entityType of ['contact', 'company', 'deal', 'activity', 'task']) {
        const options = fieldType === 'select' ? [{ value: 'gold' }, { value: 'silver' }] : undefined;
        await this.make('custom-fields', {
          entityType,
          fieldName,
          fieldType,
          fieldLabel: fieldName,
          options,
        });
      }
    }
    // Nobody's request is to be about the reader.
    const role = await this.system.post('/roles', {
      name: unique('role'),
      permissions: { contact: { read: 'own', create: 'own' }, deal: { read: 'all' } },
      fields: { deal: { amount: 'hidden' } },
    });
    const { id: userId } = await this.system.post('/users', { name: unique('Reader'), roleId: role.id });
    this.readerKey = (await this.system.post('/api-keys', { name: unique('key'), userId })).key;
    await this.system.post('/users', { name: 'Somebody who signs in', ...SIGNS_IN });
    const { data: pipelines } = (await this.system.api('GET', '/pipelines')).body;
    for (const { id, stages } of pipelines) {
      this.known.learn('pipelines', id);
      for (const stage of stages ?? []) this.known.learn('stages', stage.id);
    }
    for (let round = 0; round < 3; round++) {
      await this.make('users', { name: unique('User') });
      await this.make('teams', { name: unique('Team') });
      const company = await this.make('companies', { name: unique('Company'), tags: ['vip'] });
      const about = { companyId: company.id };
      const contact = await this.make('contacts', { email: uniqueEmail(), lastName: 'Fuzz', ...about });
      const deal = await this.make('deals', { name: unique('Deal'), amount: '10', contactId: contact.id });
      await this.make('activities', { type: 'call', subject: 'Hello', contactId: contact.id });
      await this.make('tasks', { title: 'Call back', dealId: deal.id });
      await this.make('views', { resource: 'contacts', name: unique('view') });
      await this.make('exports', { resource: 'contacts' });
    }
  }

  private async make(resource: string, body: object): Promise<Record<string, unknown>> {
    const made = (await this.system.post(`/${resource}`, body)) as Record<string, unknown>;
    this.known.learn(resource, String(made.id));
    return made;
  }
}
