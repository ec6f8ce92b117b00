import {
  REP_ROLE,
  type ExportView,
  type SavedView,
  type RecordType,
  type RecordView,
  type Snapshot,
} from '@relata/contracts';

/** Ids that tell examples apart; the first part is a time, as in every UUIDv7. */
const id = (number: number) => `01a20644-b1bc-726a-a213-${String(number).padStart(12, '0')}`;
const ANNA = id(1);
const TEAM = id(2);
const COMPANY = id(4);
const CONTACT = id(5);
const PIPELINE = id(6);
const STAGE = id(7);
const DEAL = id(8);

export const EXAMPLE_TIME = '2026-11-23T09:30:00.000Z';
export const EXAMPLE_ACTOR = { actorid: ANNA, actorname: 'Anna Weber' };
export const OTHER_CONTACT = id(15);

function record(number: number, ownerId: string | null = ANNA): RecordView {
  return {
    id: id(number),
    version: 1,
    createdAt: EXAMPLE_TIME,
    updatedAt: EXAMPLE_TIME,
    deletedAt: null,
    ownerId,
    readerIds: [],
    editorIds: [],
    externalKeys: [],
    customFields: {},
  };
}

const NO_ADDRESS = {
  addressLine1: null,
  addressLine2: null,
  city: null,
  state: null,
  postalCode: null,
  country: null,
};

const field = (number: number, entityType: string, fieldName: string, fieldLabel: string) => ({
  ...record(number, null),
  entityType,
  fieldName,
  fieldType: 'select',
  target: null,
  fieldLabel,
  options: [
    { value: 'a', label: 'First class' },
    { value: 'b', label: 'Second class' },
  ],
  required: false,
  indexed: true,
  indexState: 'ready',
  indexError: null,
});

const exported = (number: number, resource: string): ExportView => ({
  ...record(number),
  resource,
  format: 'csv',
  plan: { resource, format: 'csv', query: {}, fields: null },
  status: 'queued',
  rows: null,
  error: null,
  startedAt: null,
  finishedAt: null,
});

const saved = (number: number, resource: string): SavedView => ({
  ...record(number),
  resource,
  name: 'New this month',
  visibility: 'shared',
  filter: { field: 'createdAt', op: 'eq', value: 'this_month' },
  sort: ['-createdAt'],
  fields: ['ownerId'],
  include: [],
  q: null,
});

/** A record of each type as its events would carry it. */
export const EXAMPLE_RECORDS: { [R in RecordType]: Snapshot<R> } = {
  user: {
    ...record(1, null),
    name: 'Anna Weber',
    email: 'anna@example.com',
    teamId: TEAM,
    roleId: REP_ROLE.id,
    status: 'active',
    kind: 'person',
  },
  team: { ...record(2, null), name: 'Sales North', parentId: null, managerIds: [ANNA] },
  role: {
    ...record(16, null),
    name: 'Sales assistant',
    description: 'Sees what the team works on, but no amounts.',
    permissions: { contact: { read: 'team' }, deal: { read: 'team' } },
    fields: { deal: { amount: 'hidden' } },
  },
  apiKey: {
    ...record(3, null),
    name: 'Invoicing',
    userId: ANNA,
    roleId: null,
    ipRanges: ['203.0.113.0/24'],
    prefix: 'rel_3fA9',
    expiresAt: '2027-11-23T00:00:00.000Z',
  },
  session: {
    ...record(20, null),
    userId: ANNA,
    device: 'Mozilla/5.0',
    address: '203.0.113.7',
    endedAt: null,
    endReason: null,
  },
  signIn: {
    ...record(21, null),
    email: 'anna@example.com',
    userId: ANNA,
    address: '198.51.100.23',
    device: 'curl/8.5.0',
    reason: 'wrong_password',
  },
  batch: { ...record(24), status: 'open', services: ['contact', 'deal'], operations: 3 },
  contactExport: exported(22, 'contacts'),
  dealExport: exported(23, 'deals'),
  activityExport: exported(24, 'activities'),
  contactView: saved(25, 'contacts'),
  dealView: saved(26, 'deals'),
  activityView: saved(27, 'activities'),
  company: {
    ...record(4),
    ...NO_ADDRESS,
    name: 'Analytical Engines Ltd',
    tags: ['customer'],
    domain: 'engines.example',
    industry: 'Manufacturing',
    employeeCount: 120,
    annualRevenue: '2500000.50',
    phone: '+44 20 7946 0958',
    phoneE164: '+442079460958',
    website: 'https://engines.example',
    city: 'London',
    country: 'GB',
  },
  contact: {
    ...record(5),
    ...NO_ADDRESS,
    externalKeys: [{ system: 'hubspot', key: '4711' }],
    customFields: { newsletter: true },
    tags: ['vip'],
    firstName: 'Ada',
    lastName: 'Lovelace',
    email: 'ada@engines.example',
    secondaryEmails: [],
    phone: '020 7946 0991',
    phoneE164: '+442079460991',
    mobile: null,
    mobileE164: null,
    title: 'Head of Computing',
    department: null,
    leadSource: 'Fair',
    leadStatus: null,
    lifecycleStage: 'customer',
    companyId: COMPANY,
    mergedIntoId: null,
  },
  pipeline: { ...record(6, null), name: 'Sales', isDefault: true },
  stage: {
    ...record(7, null),
    pipelineId: PIPELINE,
    key: 'proposal',
    label: 'Proposal',
    probability: 50,
    kind: 'open',
    position: 1,
  },
  deal: {
    ...record(8),
    tags: [],
    name: 'Difference engine',
    amount: '12000',
    currency: 'EUR',
    pipelineId: PIPELINE,
    stageId: STAGE,
    stage: 'proposal',
    probability: 50,
    weightedAmount: '6000',
    status: 'open',
    expectedCloseDate: '2026-12-31',
    actualCloseDate: null,
    contactId: CONTACT,
    companyId: COMPANY,
    wonReason: null,
    lostReason: null,
  },
  activity: {
    ...record(9),
    type: 'call',
    subject: 'Asked for a proposal',
    description: null,
    contactId: CONTACT,
    companyId: COMPANY,
    dealId: DEAL,
    createdById: ANNA,
    activityDate: EXAMPLE_TIME,
    duration: 15,
  },
  task: {
    ...record(10),
    title: 'Send the proposal',
    description: null,
    status: 'pending',
    priority: 'high',
    dueDate: '2026-11-27T17:00:00.000Z',
    completedAt: null,
    contactId: CONTACT,
    companyId: COMPANY,
    dealId: DEAL,
    assignedToId: ANNA,
    createdById: ANNA,
  },
  contactField: field(11, 'contact', 'grade', 'Grade'),
  companyField: field(12, 'company', 'tier', 'Tier'),
  dealField: field(13, 'deal', 'risk', 'Risk'),
  activityField: field(14, 'activity', 'outcome', 'Outcome'),
  taskField: field(16, 'task', 'effort', 'Effort'),
};
