import { ValidationPipe } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  DomainError,
  REP_ROLE,
  Rights,
  UpdateDealRequest,
  type EventLogPage,
  type HistoryEntryView,
  type Page,
  type Permissions,
  type Principal,
  type RecordView,
  type SessionView,
} from '@relata/contracts';
import { Parameters, RecordAccess, VisibleEvents } from '@relata/database';
import { outcomesOf, unique, uniqueEmail } from '@relata/testing';
import { bodyValidation } from '../../apps/gateway/src/http/body-validation';
import { SignInGuesses } from '../../apps/identity/src/sessions/sign-in-guesses';
import { UsersService } from '../../apps/identity/src/users/users.service';
import { userKind } from '../../apps/identity/src/users/user.mapper';
import { Stage } from './stage';
import { found, nothing, proveAll, prototypeOf, replace, type Weakness } from './weakness';

jest.setTimeout(120_000);

let stage: Stage;
let secretId: string;
const AMOUNT = '73519';
beforeAll(async () => {
  stage = await Stage.set();
  const body = stage.bodyOf('deal', 'rep', { name: 'Secret', amount: AMOUNT });
  secretId = (await stage.ask<RecordView>('deal', 'create', { body })).id;
});
afterAll(() => stage.stop());

const ALL: Permissions = { deal: { read: 'all', create: 'all', update: 'all' }, user: { read: 'all' } };
/** May see and change every deal, but no amount. */
const blind = () => stage.withRules('colleague', ALL, { deal: { amount: 'hidden' } });
/** May see and change the own records alone. */
const stranger = () => stage.as('loner', { read: 'own', write: 'own' });

type Access = RecordAccess<never, never>;

const WEAKNESSES: Weakness[] = [
  {
    name: 'a filter or sort as an oracle',
    async probe() {
      const principal = await blind();
      const ask = (query: object) =>
        stage.ask<Page<RecordView>>('deal', 'list', query, principal).catch(() => ({ data: [] }));
      const filtered = await ask({ filter: [{ field: 'amount', op: 'startsWith', value: '7' }] });
      const ranged = await ask({ filter: [{ field: 'amount', op: 'gt', value: '73518' }] });
      const sorted = await ask({ sort: [{ field: 'weightedAmount', direction: 'desc' }] });
      return [...filtered.data, ...ranged.data, ...sorted.data].map(({ id }) => id);
    },
    seed: () => replace(prototypeOf(RecordAccess) as Access, 'isHidden', () => () => false),
  },
  {
    name: 'a hidden field in history',
    async probe() {
      const query = { recordType: 'deal', id: secretId, limit: 20 };
      const { data } = await stage.ask<Page<HistoryEntryView>>('deal', 'history.list', query, await blind());
      return found(JSON.stringify(data).includes(AMOUNT), 'amount');
    },
    seed: () => replace(prototypeOf(Rights), 'cut', () => (_, json) => json),
  },
  {
    name: 'a hidden field, or a hidden record, in the event log',
    async probe() {
      const query = { after: 0, limit: 200, recordId: secretId };
      const logs = [await blind(), await stranger()].map((principal) =>
        stage.call<EventLogPage>('deal', 'events.list', query, principal),
      );
      const [cut, none] = await Promise.all(logs);
      return [...found(JSON.stringify(cut?.events).includes(AMOUNT), 'amount'), ...(none?.events ?? [])];
    },
    seed: () => replace(prototypeOf(VisibleEvents), 'of', () => () => undefined),
  },
  {
    name: 'writing first, and authorising later',
    async probe() {
      const before = await stage.fingerprint('deal');
      const payload = { id: secretId, body: { name: unique('Mine') } };
      await stage.ask('deal', 'update', payload, await stranger(), { writes: true }).catch(nothing);
      return found((await stage.fingerprint('deal')) !== before, 'changed');
    },
    seed: () =>
      replace(
        prototypeOf(RecordAccess) as Access,
        'lock',
        () =>
          async function (this: Access, manager: EntityManager, ids: string[]) {
            const rows: { id: string }[] = await manager.query(
              `SELECT ${this['sql'].select} FROM ${this['sql'].table} WHERE id = ANY($1::uuid[]) FOR UPDATE`,
              [ids],
            );
            return new Map(rows.map((row) => [row.id, row as never]));
          },
      ),
  },
  {
    name: 'guessing ids',
    async probe() {
      const principal = await stranger();
      const one = await stage.ask<RecordView>('deal', 'get', { id: secretId }, principal).catch(() => null);
      const many = await stage.ask<RecordView[]>('deal', 'getMany', { ids: [secretId] }, principal);
      return [one, ...many].filter((record) => record !== null);
    },
    seed: () => replace(prototypeOf(RecordAccess) as Access, 'reach', () => () => 'true'),
  },
  {
    name: 'SQL in a value',
    async probe() {
      const principal = await stranger();
      const rows: RecordView[] = [];
      for (const value of [`x' OR true OR 'x' = 'x`, `x') OR true OR ('x' = 'x`]) {
        for (const query of [{ filter: [{ field: 'name', op: 'eq', value }] }, { q: value }]) {
          const { data } = await stage
            .ask<Page<RecordView>>('deal', 'list', query, principal)
            .catch(() => ({ data: [] }));
          rows.push(...data);
        }
      }
      return rows;
    },
    seed: () =>
      replace(
        prototypeOf(Parameters),
        'add',
        (add) =>
          function (this: Parameters, value) {
            return typeof value === 'string' ? `'${value}'` : add.call(this, value);
          },
      ),
  },
  {
    name: 'mass assignment of what no request can set',
    async probe() {
      const { id } = await stage.ask<RecordView>('deal', 'create', { body: stage.bodyOf('deal', 'rep') });
      const raw = { name: unique('Renamed'), editorIds: [stage.idOf('loner')], version: 99 };
      const body: unknown = await bodyValidation()
        .transform(raw, { type: 'body', metatype: UpdateDealRequest })
        .catch(() => null);
      if (body === null) return [];
      const options = { writes: true };
      const changed = await stage.ask<RecordView>('deal', 'update', { id, body }, undefined, options);
      return [...changed.editorIds, ...found(changed.version === 99, 'version')];
    },
    seed: () =>
      replace(prototypeOf(ValidationPipe), 'transform', () => (body: unknown) => Promise.resolve(body)),
  },
  {
    name: 'mass assignment of the owner',
    async probe() {
      const principal = await stranger();
      const body = stage.bodyOf('deal', 'chief');
      const made = await stage
        .ask<RecordView>('deal', 'create', { body }, principal, { writes: true })
        .catch(() => null);
      return made ? [made] : [];
    },
    seed: () => replace(prototypeOf(RecordAccess) as Access, 'requireOwners', () => () => Promise.resolve()),
  },
  {
    name: 'mass assignment of the role',
    async probe() {
      const principal = await stage.letIn('loner', REP_ROLE.id);
      const body = { roleId: stage.system.principal.access?.roleId };
      const id = stage.idOf('loner');
      const raised = await stage
        .call<RecordView>('identity', 'users.update', { id, body }, principal)
        .then(() => ['raised'], nothing);
      if (raised.length > 0)
        await stage.call('identity', 'users.update', { id, body: { roleId: REP_ROLE.id } });
      return raised;
    },
    seed: () =>
      replace(
        prototypeOf(UsersService),
        'update',
        () =>
          async function (this: UsersService, id, { password: _, ...set }) {
            const change = { event: 'user.updated' as const, set };
            return this.store.present(await this.store.change(id, () => [change]));
          },
      ),
  },
  {
    name: 'secrets in answers and events',
    async probe() {
      const body = { name: unique('User'), email: uniqueEmail(), password: 'a long password' };
      const { id } = await stage.call<RecordView>('identity', 'users.create', { body });
      const answers = [
        await stage.call('identity', 'users.get', { id }),
        await stage.call('identity', 'users.list', { limit: 200 }),
        await stage.call('identity', 'events.list', { after: 0, limit: 200, recordId: id }),
      ];
      return found(JSON.stringify(answers).includes('argon2'), 'hash');
    },
    seed: () => replace(userKind, 'toView', () => (user) => ({ ...user }) as never),
  },
  {
    name: 'a race of refreshes',
    async probe() {
      const login = { email: uniqueEmail(), password: 'a long password' };
      await stage.call('identity', 'users.create', { body: { name: unique('User'), ...login } });
      const payload = { body: login, device: null, address: '192.0.2.1' };
      const { refreshToken } = await stage.call<SessionView>('identity', 'sessions.create', payload);
      const refresh = () =>
        stage.call<SessionView>('identity', 'sessions.refresh', { body: { refreshToken } });
      const { answers } = await outcomesOf(Array.from({ length: 20 }, refresh));
      return answers.slice(1);
    },
    seed: () => {
      const { manager } = stage.system.service('identity').dataSource;
      return replace(
        prototypeOf(manager.constructor as new () => EntityManager),
        'query',
        (query) =>
          function (this: EntityManager, sql: string, parameters?: never) {
            const unlocked = sql.includes('FROM refresh_token') ? sql.replace('FOR UPDATE', '') : sql;
            return query.call(this, unlocked, parameters) as never;
          },
      );
    },
  },
  {
    name: 'telling by the answer to a sign-in who exists',
    async probe() {
      const [email, nobody] = [uniqueEmail(), uniqueEmail()];
      const body = { name: unique('User'), email, password: 'a long password' };
      await stage.call('identity', 'users.create', { body });
      const attempt = async (who: string) => {
        const started = performance.now();
        const payload = { body: { email: who, password: 'wrong' }, device: null, address: '192.0.2.1' };
        const error: unknown = await stage
          .call('identity', 'sessions.create', payload)
          .catch((caught: unknown) => caught);
        return { took: performance.now() - started, said: JSON.stringify(error, ['code', 'message']) };
      };
      const known = [];
      const unknown = [];
      for (let round = 0; round < 8; round++) {
        known.push(await attempt(email));
        unknown.push(await attempt(nobody));
      }
      const median = (all: { took: number }[]) => all.map(({ took }) => took).sort((a, b) => a - b)[4] ?? 0;
      const ratio = median(known) / median(unknown);
      const says = new Set([...known, ...unknown].map(({ said }) => said));
      return [...found(says.size > 1, 'words'), ...found(ratio > 2 || ratio < 0.5, 'time')];
    },
    seed: () =>
      replace(
        prototypeOf(SignInGuesses),
        'attempt',
        (attempt) =>
          async function (this: SignInGuesses, email, userId, token) {
            if (userId === null) throw new DomainError('NOT_FOUND', 'There is no such user.');
            return attempt.call(this, email, userId, token);
          },
      ),
  },
  {
    // Limits by address alone are none for who has many: every request of this probe could come from another.
    name: 'guessing at passwords without end',
    async probe() {
      const login = { email: uniqueEmail(), password: 'a long password' };
      await stage.call('identity', 'users.create', { body: { name: unique('User'), ...login } });
      const guess = () =>
        stage.call('identity', 'sessions.create', {
          body: { ...login, password: 'wrong' },
          device: null,
          address: '192.0.2.1',
        });
      const { errors } = await outcomesOf(Array.from({ length: 14 }, guess));
      return errors.filter(({ code }) => code === 'UNAUTHENTICATED').slice(10);
    },
    seed: () =>
      replace(prototypeOf(SignInGuesses), 'attempt', () => () => Promise.resolve({ bucket: 'none' })),
  },
];

proveAll(WEAKNESSES);

/** Texts that end a string, a statement or a path where they are not parameters. */
const INJECTIONS = [
  `'`,
  `"`,
  `id"; DROP TABLE deal; --`,
  `name) ; SELECT pg_sleep(2) --`,
  `customFields.x'||(select 1)||'`,
  `$1`,
  `\\u0000`,
  `__proto__`,
  `constructor`,
];

it('takes no text of a request for SQL, wherever it stands', async () => {
  const principal: Principal = stage.system.principal;
  const before = await stage.fingerprint('deal');
  const started = Date.now();
  for (const text of INJECTIONS) {
    const attempts = [
      stage.ask('deal', 'list', { sort: [{ field: text, direction: 'asc' }] }, principal),
      stage.ask('deal', 'list', { filter: [{ field: text, op: 'eq', value: 'x' }] }, principal),
      stage.ask('deal', 'list', { filter: [{ field: 'name', op: text, value: 'x' }] }, principal),
      stage.ask(
        'deal',
        'customFields.create',
        { body: { entityType: 'deal', fieldName: text, fieldType: 'text', fieldLabel: 'x' } },
        principal,
      ),
    ];
    // The gateway's classes refuse such names of fields; one that comes past them never becomes part of a statement.
    const { errors } = await outcomesOf<unknown>(attempts);
    expect(errors.map(({ code }) => code)).not.toContain('INTERNAL');
    const values = ['eq', 'contains', 'startsWith', 'in'].map((op) =>
      stage
        .ask<Page<RecordView>>(
          'deal',
          'list',
          { filter: [{ field: 'name', op, value: text }], q: text },
          principal,
        )
        .catch(() => ({ data: [] })),
    );
    for (const { data } of await Promise.all(values)) expect(data).toEqual([]);
  }
  expect(Date.now() - started).toBeLessThan(20_000);
  expect(await stage.fingerprint('deal')).toBe(before);
});

it('pollutes no prototype by custom fields', async () => {
  const body = JSON.parse(
    `{"name":"x","customFields":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}}`,
  ) as object;
  await stage.ask('deal', 'create', { body }).catch(nothing);
  await stage.ask('deal', 'update', { id: secretId, body }).catch(nothing);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});
