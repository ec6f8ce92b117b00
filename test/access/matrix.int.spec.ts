import {
  DomainError,
  SCOPES,
  type EventLogPage,
  type HistoryEntryView,
  type Page,
  type Principal,
  type RecordView,
} from '@relata/contracts';
import { uniqueEmail } from '@relata/testing';
import { answerTo, answerToCreate, mayRead, type ModelRole } from './model';
import { EVERY_ROLE, KINDS, PLACES, Stage, WORLD, type Kind, type Prop } from './stage';

jest.setTimeout(240_000);

const CALLERS = ['rep', 'manager', 'chief', 'loner'];
const READERS: ModelRole[] = SCOPES.map((read) => ({ read, write: 'none' }));

let stage: Stage;
let cells = 0;
const mismatches: string[] = [];
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(async () => {
  await stage.stop();
});

/** One cell: what the services answered is what the model says. */
function compare<T>(got: T, expected: T, ...cell: unknown[]): void {
  cells += 1;
  if (got !== expected)
    mismatches.push(
      `${cell.map((part) => JSON.stringify(part)).join(' ')}: ${String(got)}, not ${String(expected)}`,
    );
}

async function answerOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
}

const propsOf = (kind: Kind) => stage.props.filter((prop) => prop.kind === kind);
const has = (ids: string[], prop: Prop) => ids.includes(prop.id);

/** Every way to see many records at once; one answer is a cell for each record. */
async function compareLists(
  caller: string,
  role: ModelRole,
  kind: Kind,
  principal: Principal,
): Promise<void> {
  const props = propsOf(kind);
  const visible = (prop: Prop) => mayRead(WORLD, caller, role, prop.model);
  const idsOf = async (work: Promise<RecordView[]>) =>
    (
      await work.catch((error: unknown) => {
        if (error instanceof DomainError && error.code === 'FORBIDDEN' && role.read === 'none') return [];
        throw error;
      })
    ).map(({ id }) => id);
  const page = (query: object) =>
    stage.ask<Page<RecordView>>(kind, 'list', { limit: 200, ...query }, principal).then((answer) => {
      if (answer.page.total !== undefined)
        compare(answer.page.total, answer.data.length, caller, role, kind, 'count');
      return answer.data;
    });
  const walk = async () => {
    const records: RecordView[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const query = {
        limit: 5,
        sort: [{ field: 'createdAt', direction: 'asc' }],
        ...(cursor ? { cursor } : {}),
      };
      const { data, page: at } = await stage.ask<Page<RecordView>>(kind, 'list', query, principal);
      records.push(...data);
      cursor = at.nextCursor;
    }
    compare(new Set(records.map(({ id }) => id)).size, records.length, caller, role, kind, 'walked twice');
    return records;
  };
  const ways: Record<string, Promise<RecordView[]>> = {
    walked: walk(),
    list: page({ count: 'exact' }),
    sorted: page({ sort: [{ field: 'updatedAt', direction: 'asc' }] }),
    filtered: page({ filter: [{ field: 'deletedAt', op: 'isNull', value: 'true' }] }),
    include: stage.ask(kind, 'getMany', { ids: props.map(({ id }) => id) }, principal),
  };
  for (const [way, work] of Object.entries(ways)) {
    const ids = await idsOf(work);
    for (const prop of props) compare(has(ids, prop), visible(prop), caller, role, kind, way, prop.name);
  }
}

/** Every record by itself, and its events. */
async function compareReads(
  caller: string,
  role: ModelRole,
  kind: Kind,
  principal: Principal,
): Promise<void> {
  const { service } = PLACES[kind];
  const log = await stage.call<EventLogPage>(
    service,
    'events.list',
    { after: 0, limit: 200, recordType: kind, types: [`${kind}.created`] },
    principal,
  );
  const told = log.events.map(({ subject }) => subject);
  for (const prop of propsOf(kind)) {
    const expected = answerTo(WORLD, caller, role, prop.model, 'read');
    const got = await answerOf(stage.ask(kind, 'get', { id: prop.id }, principal));
    compare(got, expected, caller, role, kind, 'get', prop.name);
    const history = stage.ask<Page<HistoryEntryView>>(
      kind,
      'history.list',
      { recordType: kind, id: prop.id, limit: 50 },
      principal,
    );
    compare(await answerOf(history), expected, caller, role, kind, 'history', prop.name);
    compare(has(told, prop), expected === 'done', caller, role, kind, 'events', prop.name);
  }
}

const CHANGES: Record<Kind, () => object> = {
  contact: () => ({ title: uniqueEmail() }),
  company: () => ({ industry: uniqueEmail() }),
  deal: () => ({ name: uniqueEmail() }),
  activity: () => ({ subject: uniqueEmail() }),
  task: () => ({ title: uniqueEmail() }),
};

/** Tries to change and to delete every record; what is refused leaves rows and events as they were. */
async function compareWrites(
  caller: string,
  role: ModelRole,
  kind: Kind,
  principal: Principal,
): Promise<void> {
  // Contacts and deals that were changed before leave activities behind.
  await stage.system.effectsDone();
  let before = await stage.fingerprint(kind);
  for (const prop of propsOf(kind)) {
    for (const [action, verb, payload] of [
      ['update', 'update', { id: prop.id, body: CHANGES[kind]() }],
      ['delete', 'remove', { id: prop.id }],
    ] as const) {
      const expected = answerTo(WORLD, caller, role, prop.model, action);
      const got = await answerOf(stage.ask(kind, verb, payload, principal, { writes: true }));
      compare(got, expected, caller, role, kind, action, prop.name);
      const after = await stage.fingerprint(kind);
      if (got !== 'done') compare(after, before, caller, role, kind, action, prop.name, 'rows and events');
      if (got === 'done' && action === 'delete') await stage.ask(kind, 'restore', { id: prop.id });
      before = got === 'done' ? await stage.fingerprint(kind) : after;
    }
  }
}

async function compareCreates(
  caller: string,
  role: ModelRole,
  kind: Kind,
  principal: Principal,
): Promise<void> {
  await stage.system.effectsDone();
  for (const owner of [...Object.keys(WORLD.users), null]) {
    const before = await stage.fingerprint(kind);
    const expected = answerToCreate(WORLD, caller, role, owner);
    const work = stage.ask<RecordView>(kind, 'create', { body: stage.bodyOf(kind, owner) }, principal, {
      writes: true,
    });
    const got = await answerOf(work);
    compare(got, expected, caller, role, kind, 'create', owner);
    if (got !== 'done')
      compare(await stage.fingerprint(kind), before, caller, role, kind, 'create', owner, 'rows and events');
    else await stage.ask(kind, 'remove', { id: (await work).id });
  }
}

/** Giving a record away, or taking it: both owners must be within reach. */
async function compareOwners(
  caller: string,
  role: ModelRole,
  kind: Kind,
  principal: Principal,
): Promise<void> {
  for (const prop of propsOf(kind).slice(0, 12)) {
    for (const owner of [caller, 'loner', 'below']) {
      if (owner === prop.model.owner) continue;
      const mayUpdate = answerTo(WORLD, caller, role, prop.model, 'update');
      const mayMove = [prop.model.owner, owner].every(
        (one) => answerToCreate(WORLD, caller, role, one) === 'done',
      );
      const expected = mayUpdate === 'done' && !mayMove ? 'FORBIDDEN' : mayUpdate;
      const payload = (to: string | null) => ({
        id: prop.id,
        body: { ownerId: to === null ? null : stage.idOf(to) },
      });
      const got = await answerOf(stage.ask(kind, 'update', payload(owner), principal, { writes: true }));
      compare(got, expected, caller, role, kind, 'owner', prop.name, owner);
      if (got === 'done') await stage.ask(kind, 'update', payload(prop.model.owner));
    }
  }
}

it('answers every cell as the model does, and refusals leave no trace', async () => {
  for (const caller of CALLERS) {
    for (const role of READERS) {
      const principal = await stage.as(caller, role);
      for (const kind of KINDS) {
        await compareLists(caller, role, kind, principal);
        await compareReads(caller, role, kind, principal);
      }
    }
    for (const role of EVERY_ROLE) {
      const principal = await stage.as(caller, role);
      for (const kind of KINDS) await compareWrites(caller, role, kind, principal);
    }
    for (const write of SCOPES) {
      const role: ModelRole = { read: 'all', write };
      const principal = await stage.as(caller, role);
      for (const kind of KINDS) {
        await compareCreates(caller, role, kind, principal);
        await compareOwners(caller, role, kind, principal);
      }
    }
  }
  expect(mismatches.slice(0, 20)).toEqual([]);
  expect(cells).toBeGreaterThan(10_000);
});
