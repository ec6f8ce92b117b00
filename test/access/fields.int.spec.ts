import {
  DERIVED_FIELDS,
  guardedFields,
  type EventLogPage,
  type FieldRule,
  type HistoryEntryView,
  type Page,
  type Permissions,
  type Principal,
  type RecordView,
} from '@relata/contracts';
import { errorOf } from '@relata/testing';
import { KINDS, PLACES, Stage, type Kind } from './stage';

jest.setTimeout(240_000);

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
  for (const kind of KINDS) {
    const field = { entityType: kind, fieldName: 'margin', fieldType: 'text', fieldLabel: 'Margin' };
    await stage.call(PLACES[kind].service, 'customFields.create', { body: field });
  }
});
afterAll(() => stage.stop());

const EVERYTHING: Permissions = Object.fromEntries(
  KINDS.map((kind) => [kind, { read: 'all', create: 'all', update: 'all', delete: 'all', import: 'all' }]),
);
/** A value that the field takes; null clears most. */
const VALUES: Record<string, unknown> = {
  ownerId: null,
  tags: ['vip'],
  externalKeys: [{ system: 'old', key: 'k1' }],
  customFields: { margin: '12' },
  'customFields.margin': '12',
};
/** Fields that no request sets by that name. */
const MADE = [
  'phoneE164',
  'mobileE164',
  'mergedIntoId',
  'weightedAmount',
  'stageId',
  'status',
  'createdById',
  'completedAt',
  'actualCloseDate',
  'wonReason',
  'lostReason',
  'pipelineId',
  'stage',
];
/** Not lists' to filter by, whoever asks. */
const UNLISTED = ['secondaryEmails', 'externalKeys', 'customFields'];

const as = (kind: Kind, field: string, rule: FieldRule): Promise<Principal> =>
  stage.withRules('rep', { ...EVERYTHING, user: { read: 'all' } }, { [kind]: { [field]: rule } });

const withheld = (field: string) => [field, ...(DERIVED_FIELDS[field] ?? [])];
/** Whether a JSON object shows a field, custom ones by their own name. */
function shows(json: object, field: string): boolean {
  const [first = '', name] = field.split('.');
  const value = (json as Record<string, unknown>)[first];
  return name === undefined ? first in json : typeof value === 'object' && value !== null && name in value;
}

const cases = KINDS.flatMap((kind) =>
  [...guardedFields(kind), 'customFields.margin'].map((field) => [kind, field] as const),
);

it.each(cases)('%s.%s: hidden is seen nowhere and asked for in vain', async (kind, field) => {
  const body = stage.bodyOf(kind, 'rep', { customFields: { margin: '7' } });
  const { id } = await stage.ask<RecordView>(kind, 'create', { body });
  const principal = await as(kind, field, 'hidden');
  const gone = withheld(field);

  const record = await stage.ask<RecordView>(kind, 'get', { id }, principal);
  const [listed] = (await stage.ask<Page<RecordView>>(kind, 'list', { limit: 1 }, principal)).data;
  const [included] = await stage.ask<RecordView[]>(kind, 'getMany', { ids: [id] }, principal);
  const changed = await stage.ask<RecordView>(kind, 'restore', { id }, principal, { writes: true });
  for (const json of [record, listed, included, changed]) {
    expect(json?.id).toBeDefined();
    expect(gone.filter((name) => shows(json ?? {}, name))).toEqual([]);
  }

  const history = await stage.ask<Page<HistoryEntryView>>(
    kind,
    'history.list',
    { recordType: kind, id, limit: 9 },
    principal,
  );
  const told = history.data.flatMap(({ changes }) => changes);
  expect(told.filter((change) => gone.includes(change.field))).toEqual([]);
  const custom = told.flatMap(({ before, after }) => [before, after]).map((value) => JSON.stringify(value));
  expect(custom.filter((json) => gone.includes('customFields.margin') && json.includes('margin'))).toEqual(
    [],
  );

  const log = await stage.call<EventLogPage>(
    PLACES[kind].service,
    'events.list',
    { after: 0, limit: 50, recordId: id },
    principal,
  );
  expect(log.events).not.toHaveLength(0);
  for (const { data } of log.events)
    for (const part of Object.values(data))
      expect(gone.filter((name) => shows(part as object, name))).toEqual([]);

  if (UNLISTED.includes(field)) return;
  for (const query of [
    { filter: [{ field, op: 'isNull', value: 'true' }] },
    { sort: [{ field, direction: 'asc' }] },
  ]) {
    const error = await errorOf(stage.ask(kind, 'list', query, principal));
    expect(error.code).toBe('INVALID_QUERY');
    // The list of what can be asked for does not name it either.
    const known = error.details.errors?.[0]?.message.split(/[:, ]+|\.$/) ?? [];
    expect(known).not.toContain(field);
  }
});

it.each(cases.flatMap(([kind, field]) => (MADE.includes(field) ? [] : [[kind, field] as const])))(
  '%s.%s: read-only and hidden are refused in writes, and nothing is written',
  async (kind, field) => {
    const { id } = await stage.ask<RecordView>(kind, 'create', { body: stage.bodyOf(kind, 'rep') });
    const [first = '', name] = field.split('.');
    const value = VALUES[field] ?? 'x';
    const body = { [first]: name === undefined ? value : { [name]: value } };
    for (const rule of ['readOnly', 'hidden'] as const) {
      const principal = await as(kind, field, rule);
      // Contacts and deals of the tests before leave activities behind.
      await stage.system.effectsDone();
      const before = await stage.fingerprint(kind);
      for (const work of [
        stage.ask(kind, 'update', { id, body }, principal),
        stage.ask(kind, 'create', { body: { ...stage.bodyOf(kind, 'rep'), ...body } }, principal),
      ]) {
        const error = await errorOf(work);
        expect(error).toMatchObject({ code: 'FORBIDDEN' });
        expect(error.details.errors?.map(({ pointer }) => pointer)).toContain(`/${field.replace('.', '/')}`);
      }
      expect(await stage.fingerprint(kind)).toBe(before);
    }
    const reader = await as(kind, field, 'readOnly');
    expect(shows(await stage.ask<RecordView>(kind, 'get', { id }, reader), first)).toBe(true);
  },
);

it('finds nothing by a hidden field, and what the others say as ever', async () => {
  const body = {
    firstName: 'Zoë',
    lastName: 'Zwölfbaum',
    title: 'Förster',
    email: 'geheim@wald.example',
    phone: '+49 30 901820',
  };
  const { id } = await stage.ask<RecordView>('contact', 'create', { body });
  const principal = await stage.withRules('rep', EVERYTHING, {
    contact: { email: 'hidden', phone: 'hidden' },
  });
  const found = async (q: string) =>
    (await stage.ask<Page<RecordView>>('contact', 'list', { q }, principal)).data.map(
      (contact) => contact.id,
    );
  expect(await found('zwolfbaum ZOE')).toEqual([id]);
  expect(await found('forst')).toEqual([id]);
  for (const hidden of ['geheim', 'wald.example', '901820', 'zwolfbaum geheim'])
    expect(await found(hidden)).toEqual([]);
});

it('closes and moves no deal whose stage may not be set', async () => {
  const { id } = await stage.ask<RecordView>('deal', 'create', { body: stage.bodyOf('deal', 'rep') });
  const principal = await as('deal', 'stage', 'readOnly');
  for (const [verb, body] of [
    ['changeStage', { stage: 'proposal' }],
    ['close', { outcome: 'won' }],
  ] as const) {
    const error = await errorOf(stage.ask('deal', verb, { id, body }, principal, { writes: true }));
    expect(error).toMatchObject({ code: 'FORBIDDEN' });
  }
});
