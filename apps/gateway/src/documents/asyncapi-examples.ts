import {
  BOOKKEEPING_FIELDS,
  EVENT_STREAMS,
  streamOf,
  type EventData,
  type EventType,
  type RecordType,
  type RecordTypeOf,
  type RecordView,
  type Snapshot,
} from '@relata/contracts';
import { EXAMPLE_ACTOR, EXAMPLE_RECORDS, EXAMPLE_TIME, OTHER_CONTACT } from './example-records';

type Json = Record<string, unknown>;

/** What can be told from the record alone. */
type LifeEvent = Extract<EventType, `${RecordType}.${'created' | 'deleted' | 'restored'}`>;

/** `data` of an event, of the record only what differs from the example record and is not in `after`. */
type Happening<T extends EventType> = Omit<EventData<T>, RecordTypeOf<T>> & {
  [R in RecordTypeOf<T>]?: Partial<Snapshot<R>>;
};

const relabelled = { before: { fieldLabel: 'Class' }, after: { fieldLabel: 'Category' } };
const WON = '01a20644-b1bc-726a-a213-000000000017';
const LOST = '01a20644-b1bc-726a-a213-000000000018';
const QUALIFICATION = '01a20644-b1bc-726a-a213-000000000019';

const unshared = { before: { visibility: 'shared' }, after: { visibility: 'private' } } as const;
const begun = {
  before: { status: 'queued', startedAt: null },
  after: { status: 'running', startedAt: EXAMPLE_TIME },
} as const;
const ended = {
  before: { status: 'running', rows: null, finishedAt: null },
  after: { status: 'completed', rows: 120, finishedAt: EXAMPLE_TIME },
} as const;

const HAPPENINGS: { [T in Exclude<EventType, LifeEvent>]: Happening<T> } = {
  'user.updated': { before: { email: 'anna@example.org' }, after: { email: 'anna@example.com' } },
  'team.updated': { before: { name: 'Sales' }, after: { name: 'Sales North' } },
  'role.updated': {
    before: { fields: {} },
    after: { fields: { deal: { amount: 'hidden' } } },
  },
  'session.ended': {
    before: { endedAt: null, endReason: null },
    after: { endedAt: EXAMPLE_TIME, endReason: 'signed_out' },
  },
  'apiKey.used': { before: {}, after: {}, address: '203.0.113.7' },
  'signIn.failed': {
    before: {},
    after: {
      email: EXAMPLE_RECORDS.signIn.email,
      userId: EXAMPLE_RECORDS.signIn.userId,
      address: EXAMPLE_RECORDS.signIn.address,
      device: EXAMPLE_RECORDS.signIn.device,
      reason: 'wrong_password',
    },
  },
  'contact.updated': { before: { title: null }, after: { title: 'Head of Computing' } },
  'contact.merged': {
    before: { secondaryEmails: [] },
    after: { secondaryEmails: ['lovelace@engines.example'] },
    duplicateIds: [OTHER_CONTACT],
  },
  'contact.absorbed': {
    before: { mergedIntoId: null, deletedAt: null },
    after: { mergedIntoId: EXAMPLE_RECORDS.contact.id, deletedAt: EXAMPLE_TIME },
    survivorId: EXAMPLE_RECORDS.contact.id,
    contact: { id: OTHER_CONTACT, email: 'lovelace@engines.example', externalKeys: [] },
  },
  'company.updated': { before: { employeeCount: 110 }, after: { employeeCount: 120 } },
  'contactExport.started': begun,
  'contactExport.ended': ended,
  'dealExport.started': begun,
  'dealExport.ended': ended,
  'activityExport.started': begun,
  'activityExport.ended': ended,
  'batch.completed': { before: { status: 'open' }, after: { status: 'completed' } },
  'batch.reverted': {
    before: { status: 'open' },
    after: { status: 'reverted' },
    code: 'DUPLICATE',
    reason: 'Another deal has the key "4711" of erp.',
  },
  'contactField.updated': relabelled,
  'contactView.updated': unshared,
  'dealView.updated': unshared,
  'activityView.updated': unshared,
  'companyField.updated': relabelled,
  'deal.updated': {
    before: { amount: null, weightedAmount: null },
    after: { amount: '12000', weightedAmount: '6000' },
  },
  'deal.stageChanged': {
    before: { stage: 'qualification', stageId: QUALIFICATION, probability: 10, weightedAmount: '1200' },
    after: {
      stage: 'proposal',
      stageId: EXAMPLE_RECORDS.deal.stageId,
      probability: 50,
      weightedAmount: '6000',
    },
    from: 'qualification',
    to: 'proposal',
  },
  'deal.won': {
    before: { status: 'open', actualCloseDate: null, wonReason: null },
    after: { status: 'won', actualCloseDate: '2026-11-23', wonReason: 'Price' },
    reason: 'Price',
    deal: { stage: 'closed_won', stageId: WON, probability: 100, weightedAmount: '12000' },
  },
  'deal.lost': {
    before: { status: 'open', actualCloseDate: null, lostReason: null },
    after: { status: 'lost', actualCloseDate: '2026-11-23', lostReason: 'No budget' },
    reason: 'No budget',
    deal: { stage: 'closed_lost', stageId: LOST, probability: 0, weightedAmount: '0' },
  },
  'deal.reopened': {
    before: { status: 'won', actualCloseDate: '2026-11-23', wonReason: 'Price' },
    after: { status: 'open', actualCloseDate: null, wonReason: null },
  },
  'pipeline.updated': { before: { isDefault: false }, after: { isDefault: true } },
  'stage.updated': { before: { probability: 40 }, after: { probability: 50 } },
  'dealField.updated': relabelled,
  'activity.updated': { before: { duration: null }, after: { duration: 15 } },
  'task.updated': { before: { priority: 'normal' }, after: { priority: 'high' } },
  'task.completed': {
    before: { status: 'pending', completedAt: null },
    after: { status: 'completed', completedAt: EXAMPLE_TIME },
  },
  'activityField.updated': relabelled,
  'taskField.updated': relabelled,
};

/** A whole event of that type, as it would come from NATS. */
export function exampleOf(type: EventType): Json {
  const [recordType, word] = type.split('.') as [RecordType, string];
  const record = EXAMPLE_RECORDS[recordType];
  const version = word === 'created' ? 1 : 2;
  const { before, after, ...rest } = happeningOf(type, record);
  const { [recordType]: differing, ...details } = rest as Record<string, object | undefined>;
  const snapshot: RecordView = { ...record, ...differing, ...after, version };
  return {
    specversion: '1.0',
    id: '01a20644-b228-731e-87b2-fc9d61426d2d',
    source: `/relata/${EVENT_STREAMS[streamOf(type)]?.service}`,
    type,
    subject: snapshot.id,
    time: EXAMPLE_TIME,
    datacontenttype: 'application/json',
    recordtype: recordType,
    recordversion: version,
    position: 7,
    recordedat: '2026-11-23T09:30:00.003Z',
    ...EXAMPLE_ACTOR,
    requestid: 'b1864206-6601-4763-86ab-a611d9824961',
    data: { ...details, before, after, [recordType]: snapshot },
  };
}

function happeningOf(type: EventType, record: RecordView): { before: object; after: object } {
  const [dead, alive] = [{ deletedAt: EXAMPLE_TIME }, { deletedAt: null }];
  if (type.endsWith('.created')) return { before: {}, after: filled(record) };
  if (type.endsWith('.deleted')) return { before: alive, after: dead };
  if (type.endsWith('.restored')) return { before: dead, after: alive };
  return HAPPENINGS[type as keyof typeof HAPPENINGS];
}

/** As a `created` event tells it: what is not blank. */
function filled(record: RecordView): Json {
  const bookkeeping: readonly string[] = BOOKKEEPING_FIELDS;
  return Object.fromEntries(
    Object.entries(record).filter(
      ([name, value]: [string, unknown]) =>
        !bookkeeping.includes(name) && value !== null && JSON.stringify(value).length > 2,
    ),
  );
}
