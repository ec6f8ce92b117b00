import type { ActivityView } from '../activity/activity.views';
import type { CompanyView } from '../company/company.views';
import type { ContactView } from '../contact/contact.views';
import type { DealView } from '../deal/deal.views';
import type { RecordView } from '../record.views';
import type { TaskView } from '../task/task.views';
import type { Resource } from './rules';

interface Guarded {
  contact: ContactView;
  company: CompanyView;
  deal: DealView;
  activity: ActivityView;
  task: TaskView;
}

/** Of every view all fields but the bookkeeping ones; the compiler says which is missing. */
type FieldsOf<V extends RecordView> = Record<
  Exclude<keyof V, keyof RecordView> | 'ownerId' | 'externalKeys' | 'customFields',
  true
>;

const RECORD = { ownerId: true, externalKeys: true, customFields: true } as const;
const ADDRESS = {
  addressLine1: true,
  addressLine2: true,
  city: true,
  state: true,
  postalCode: true,
  country: true,
} as const;

/** The fields that a role can hide or make read-only, by resource. */
const GUARDED_FIELDS: { [R in keyof Guarded]: FieldsOf<Guarded[R]> } = {
  contact: {
    ...RECORD,
    tags: true,
    ...ADDRESS,
    firstName: true,
    lastName: true,
    email: true,
    secondaryEmails: true,
    phone: true,
    phoneE164: true,
    mobile: true,
    mobileE164: true,
    title: true,
    department: true,
    leadSource: true,
    leadStatus: true,
    lifecycleStage: true,
    companyId: true,
    mergedIntoId: true,
  },
  company: {
    ...RECORD,
    tags: true,
    ...ADDRESS,
    name: true,
    domain: true,
    industry: true,
    employeeCount: true,
    annualRevenue: true,
    phone: true,
    phoneE164: true,
    website: true,
  },
  deal: {
    ...RECORD,
    tags: true,
    name: true,
    amount: true,
    currency: true,
    pipelineId: true,
    stageId: true,
    stage: true,
    probability: true,
    weightedAmount: true,
    status: true,
    expectedCloseDate: true,
    actualCloseDate: true,
    contactId: true,
    companyId: true,
    wonReason: true,
    lostReason: true,
  },
  activity: {
    ...RECORD,
    type: true,
    subject: true,
    description: true,
    contactId: true,
    companyId: true,
    dealId: true,
    createdById: true,
    activityDate: true,
    duration: true,
  },
  task: {
    ...RECORD,
    title: true,
    description: true,
    status: true,
    priority: true,
    dueDate: true,
    completedAt: true,
    contactId: true,
    companyId: true,
    dealId: true,
    assignedToId: true,
    createdById: true,
  },
};

/** Every member of a resource's view; of the resources that have field rules. */
export function viewFields(resource: Resource): readonly string[] {
  return [
    ...['id', 'version', 'createdAt', 'updatedAt', 'deletedAt', 'readerIds', 'editorIds'],
    ...guardedFields(resource),
  ];
}

const CUSTOM_FIELD = /^customFields\.[a-zA-Z][a-zA-Z0-9_]{0,62}$/;

/** Names of the fields of a resource that rules can be made for; none of a resource that has no such rules. */
export function guardedFields(resource: Resource): readonly string[] {
  return Object.keys((GUARDED_FIELDS as Partial<Record<Resource, object>>)[resource] ?? {});
}

/** Whether a rule can be made for that field; custom ones need not exist yet. */
export function isGuardedField(resource: Resource, field: string): boolean {
  const fields = guardedFields(resource);
  return fields.includes(field) || (fields.length > 0 && CUSTOM_FIELD.test(field));
}
