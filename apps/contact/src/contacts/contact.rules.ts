import {
  DomainError,
  invalid,
  normalTags,
  type CreateContactRequest,
  type UpdateContactRequest,
} from '@relata/contracts';
import type { Change } from '@relata/database';
import { toE164 } from '../phone';
import type { ContactEntity } from './contact.entity';

export interface ContactPolicy {
  emailRequired: boolean;
}

/** Values of a new contact: lifecycle stage `lead` unless given. Throws VALIDATION_FAILED. */
export function newContact(input: CreateContactRequest, policy: ContactPolicy): Partial<ContactEntity> {
  const contact = { secondaryEmails: [], tags: [], lifecycleStage: 'lead', ...settable(input) };
  requireEmail(contact.email ?? null, policy);
  if (!contact.email && !contact.firstName && !contact.lastName) {
    throw invalid('/lastName', 'required', 'A contact needs a name or an e-mail.');
  }
  return contact;
}

/** A patch. What is absent stays, null clears. */
export function updateContact(
  contact: ContactEntity,
  input: UpdateContactRequest,
  policy: ContactPolicy,
): Change<ContactEntity>[] {
  const set = settable(input);
  if (set.email !== undefined) requireEmail(set.email, policy);
  if (contact.mergedIntoId) throw new DomainError('CONFLICT', 'The contact was merged into another.');
  // The new first address may be one that the contact had as a further one.
  if (set.email) {
    const email = set.email.toLowerCase();
    const others = set.secondaryEmails ?? contact.secondaryEmails;
    const secondaryEmails = others.filter((other) => other.toLowerCase() !== email);
    return [{ event: 'contact.updated', set: { ...set, secondaryEmails } }];
  }
  return [{ event: 'contact.updated', set }];
}

function requireEmail(email: string | null, policy: ContactPolicy): void {
  if (policy.emailRequired && !email) throw invalid('/email', 'required', 'A contact needs an e-mail.');
}

function settable(input: UpdateContactRequest): Partial<ContactEntity> {
  const { phone, mobile, externalKeys, customFields, ownerId, ...rest } = input;
  return {
    ...rest,
    ...(rest.email ? { email: rest.email.trim() } : {}),
    ...(rest.tags ? { tags: normalTags(rest.tags) } : {}),
    ...(phone === undefined ? {} : { phone, phoneE164: toE164(phone) }),
    ...(mobile === undefined ? {} : { mobile, mobileE164: toE164(mobile) }),
    ...(externalKeys === undefined ? {} : { externalKeys }),
    ...(customFields === undefined ? {} : { customFields }),
    ...(ownerId === undefined ? {} : { ownerId }),
  };
}

/** Fields that a survivor takes from a duplicate where it has none itself. */
const FILLED_AT_MERGE = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'mobile',
  'title',
  'department',
  'addressLine1',
  'addressLine2',
  'city',
  'state',
  'postalCode',
  'country',
  'leadSource',
  'leadStatus',
  'lifecycleStage',
  'companyId',
  'ownerId',
] as const;

/**
 * The survivor of a merge: it wins, its blanks are filled from the duplicates in their order; their other
 * e-mails become further addresses, their tags, external keys and custom fields move. Id and createdAt never change.
 */
export function mergedContact(
  primary: ContactEntity,
  duplicates: ContactEntity[],
  knownCustomFields: string[],
): Partial<ContactEntity> {
  const set: Partial<ContactEntity> = {};
  for (const field of FILLED_AT_MERGE) {
    const value = [primary, ...duplicates]
      .map((contact) => contact[field])
      .find((candidate) => candidate !== null && candidate !== '');
    if (value !== undefined) Object.assign(set, { [field]: value });
  }
  set.phoneE164 = toE164(set.phone);
  set.mobileE164 = toE164(set.mobile);
  const emails = [primary, ...duplicates].flatMap((contact) => [contact.email, ...contact.secondaryEmails]);
  const kept = new Map<string, string>();
  for (const email of emails)
    if (email && !kept.has(email.toLowerCase())) kept.set(email.toLowerCase(), email);
  if (set.email) kept.delete(set.email.toLowerCase());
  return {
    ...set,
    secondaryEmails: [...kept.values()],
    tags: normalTags([primary, ...duplicates].flatMap((contact) => contact.tags)),
    externalKeys: [primary, ...duplicates].flatMap((contact) => contact.externalKeys),
    customFields: mergedCustomFields(primary, duplicates, knownCustomFields),
  };
}

/** Values of fields that are no longer defined stay where they are. */
function mergedCustomFields(
  primary: ContactEntity,
  duplicates: ContactEntity[],
  known: string[],
): Record<string, unknown> {
  const merged: Record<string, unknown> = {};
  for (const { customFields } of [...duplicates].reverse()) {
    for (const name of known) if (customFields[name] !== undefined) merged[name] = customFields[name];
  }
  return { ...merged, ...primary.customFields };
}
