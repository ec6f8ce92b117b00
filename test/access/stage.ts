import { createHash, randomUUID } from 'node:crypto';
import {
  SCOPES,
  type Permissions,
  type FieldRules,
  type Principal,
  type RecordView,
  type Scope,
  type ServiceName,
} from '@relata/contracts';
import type { CallOptions } from '@relata/messaging';
import { TestSystem, unique, uniqueEmail } from '@relata/testing';
import { activityService } from '../../apps/activity/src/activity.service-definition';
import { contactService } from '../../apps/contact/src/contact.service-definition';
import { dealService } from '../../apps/deal/src/deal.service-definition';
import { identityService } from '../../apps/identity/src/identity.service-definition';
import type { ModelRecord, ModelRole, World } from './model';

export const KINDS = ['contact', 'company', 'deal', 'activity', 'task'] as const;
export type Kind = (typeof KINDS)[number];

export const PLACES: Record<Kind, { service: ServiceName; noun: string }> = {
  contact: { service: 'contact', noun: 'contacts' },
  company: { service: 'contact', noun: 'companies' },
  deal: { service: 'deal', noun: 'deals' },
  activity: { service: 'activity', noun: 'activities' },
  task: { service: 'activity', noun: 'tasks' },
};

/** Top above A and B, A above AA; M stands alone, and the manager of B looks after it, too. */
export const WORLD: World = {
  parents: { top: null, A: 'top', AA: 'A', B: 'top', M: null },
  users: {
    chief: { team: 'top', manages: [] },
    rep: { team: 'A', manages: [] },
    colleague: { team: 'A', manages: [] },
    below: { team: 'AA', manages: [] },
    manager: { team: 'B', manages: ['M'] },
    managed: { team: 'M', manages: [] },
    loner: { team: null, manages: [] },
  },
};

/** A record on the stage, by its name in the model and its id in the services. */
export interface Prop {
  kind: Kind;
  name: string;
  id: string;
  model: ModelRecord;
}

/** Four services with people, teams and records of every relation to them. */
export class Stage {
  readonly ids = new Map<string, string>();
  readonly props: Prop[] = [];
  private readonly principals = new Map<string, Principal>();

  private constructor(readonly system: TestSystem) {}

  static async set(): Promise<Stage> {
    const system = await TestSystem.start([identityService, contactService, dealService, activityService]);
    const stage = new Stage(system);
    await stage.people();
    for (const kind of KINDS) await stage.records(kind);
    // Every service knows then who is in which team, and who reaches what activities are about.
    await system.effectsDone();
    return stage;
  }

  /** Asks as the gateway would on behalf of `principal`; without one, as an administrator. */
  ask<T>(
    kind: Kind,
    verb: string,
    payload: unknown,
    principal?: Principal,
    options: CallOptions = {},
  ): Promise<T> {
    const { service, noun } = PLACES[kind];
    return this.call<T>(service, verb.includes('.') ? verb : `${noun}.${verb}`, payload, principal, options);
  }

  call<T>(
    service: ServiceName,
    verb: string,
    payload: unknown,
    principal: Principal = this.system.principal,
    options: CallOptions = {},
  ): Promise<T> {
    const context = { requestId: randomUUID(), principal };
    return this.system.service(service).call<T>(verb, payload, { context, ...options });
  }

  idOf(name: string): string {
    const id = this.ids.get(name);
    if (!id) throw new Error(`Nobody on the stage is called ${name}.`);
    return id;
  }

  /** The user with these scopes for every kind of record, let in by an API key of that role, as any client is. */
  as(user: string, { read, write }: ModelRole, fields: FieldRules = {}): Promise<Principal> {
    const actions = { read, create: write, update: write, delete: write, merge: write, import: write };
    const permissions: Permissions = Object.fromEntries(KINDS.map((kind) => [kind, actions]));
    return this.withRules(user, { ...permissions, user: { read: 'all' } }, fields);
  }

  async withRules(user: string, permissions: Permissions, fields: FieldRules = {}): Promise<Principal> {
    const name = JSON.stringify([user, permissions, fields]);
    const known = this.principals.get(name);
    if (known) return known;
    const role = await this.call<RecordView>('identity', 'roles.create', {
      body: { name: unique('Role'), permissions, fields },
    });
    const principal = await this.letIn(user, role.id);
    this.principals.set(name, principal);
    return principal;
  }

  async letIn(user: string, roleId: string): Promise<Principal> {
    const body = { name: unique('Key'), userId: this.idOf(user), roleId };
    const { key } = await this.call<{ key: string }>('identity', 'apiKeys.create', { body });
    const keyHash = createHash('sha256').update(key).digest('hex');
    const principal = await this.call<Principal | null>('identity', 'credentials.ofKey', {
      keyHash,
      address: '127.0.0.1',
    });
    if (!principal) throw new Error('The new key was not accepted.');
    return principal;
  }

  /** What a service keeps of its records and their events: equal before and after whatever was refused. */
  async fingerprint(kind: Kind): Promise<string> {
    const table = kind;
    const [row] = await this.system.service(PLACES[kind].service).query<{ print: string }>(
      `SELECT md5((SELECT coalesce(string_agg(t::text, ',' ORDER BY id), '') FROM ${table} t)) || (SELECT count(*) FROM event
       WHERE record_type = '${kind}')::text || (SELECT count(*) FROM record_key WHERE record_type = '${kind}')::text AS print`,
    );
    return row?.print ?? '';
  }

  bodyOf(kind: Kind, owner: string | null, more: object = {}): object {
    const ownerId = owner === null ? null : this.idOf(owner);
    const own: Record<Kind, object> = {
      contact: { email: uniqueEmail(), firstName: 'Ada' },
      company: { name: unique('Company') },
      deal: { name: unique('Deal'), amount: '100' },
      activity: { type: 'note', subject: unique('Note') },
      task: { title: unique('Task') },
    };
    return { ...own[kind], ownerId, ...more };
  }

  stop(): Promise<void> {
    return this.system.stop();
  }

  private async people(): Promise<void> {
    for (const [name, parent] of Object.entries(WORLD.parents)) {
      const body = { name, ...(parent ? { parentId: this.idOf(parent) } : {}) };
      this.ids.set(name, (await this.call<RecordView>('identity', 'teams.create', { body })).id);
    }
    for (const [name, { team }] of Object.entries(WORLD.users)) {
      const body = { name, ...(team ? { teamId: this.idOf(team) } : {}) };
      this.ids.set(name, (await this.call<RecordView>('identity', 'users.create', { body })).id);
    }
    for (const [name, { manages }] of Object.entries(WORLD.users)) {
      for (const team of manages)
        await this.call('identity', 'teams.update', {
          id: this.idOf(team),
          body: { managerIds: [this.idOf(name)] },
        });
    }
  }

  /** One record of every owner, one of nobody, some that are shared, and activities and tasks about every contact. */
  private async records(kind: Kind): Promise<void> {
    for (const owner of [...Object.keys(WORLD.users), null])
      await this.record(kind, `of ${owner ?? 'nobody'}`, { owner, readers: [], editors: [], about: [] });
    for (const [name, readers, editors] of [
      ['shared with rep', ['rep'], []],
      ['shared with rep to write', ['rep'], ['rep']],
      ['shared with A', ['A'], []],
      ['shared with top to write', ['top'], ['top']],
    ] as const)
      await this.record(kind, name, {
        owner: 'managed',
        readers: [...readers],
        editors: [...editors],
        about: [],
      });
    if (kind !== 'activity' && kind !== 'task') return;
    for (const contact of this.props.filter((prop) => prop.kind === 'contact')) {
      const model = { owner: 'loner', readers: [], editors: [], about: [contact.model] };
      await this.record(kind, `about contact ${contact.name}`, model, { contactId: contact.id });
    }
  }

  private async record(kind: Kind, name: string, model: ModelRecord, more: object = {}): Promise<void> {
    const { id } = await this.ask<RecordView>(kind, 'create', { body: this.bodyOf(kind, model.owner, more) });
    for (const grantee of model.readers) {
      const type = grantee in WORLD.users ? 'user' : 'team';
      const level = model.editors.includes(grantee) ? 'write' : 'read';
      const share = { recordType: kind, id, granteeId: this.idOf(grantee), share: { type, level } };
      await this.ask(kind, 'access.share', share);
    }
    this.props.push({ kind, name, id, model });
  }
}

export const EVERY_ROLE: ModelRole[] = SCOPES.flatMap((read: Scope) =>
  SCOPES.map((write) => ({ read, write })),
);
