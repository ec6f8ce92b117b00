import type { ContactView } from '@relata/contracts';
import type { RecordKind } from '@relata/database';
import { recordView } from '@relata/database';
import { ContactEntity } from './contact.entity';

export const toContactView = recordView<ContactEntity, ContactView>((contact) => ({
  tags: contact.tags,
  firstName: contact.firstName,
  lastName: contact.lastName,
  email: contact.email,
  secondaryEmails: contact.secondaryEmails,
  phone: contact.phone,
  phoneE164: contact.phoneE164,
  mobile: contact.mobile,
  mobileE164: contact.mobileE164,
  title: contact.title,
  department: contact.department,
  addressLine1: contact.addressLine1,
  addressLine2: contact.addressLine2,
  city: contact.city,
  state: contact.state,
  postalCode: contact.postalCode,
  country: contact.country,
  leadSource: contact.leadSource,
  leadStatus: contact.leadStatus,
  lifecycleStage: contact.lifecycleStage,
  companyId: contact.companyId,
  mergedIntoId: contact.mergedIntoId,
}));

export const contactKind: RecordKind<ContactEntity, ContactView> = {
  type: 'contact',
  entity: ContactEntity,
  toView: toContactView,
  uniqueKeys: (contact) =>
    [contact.email, ...contact.secondaryEmails]
      .filter((email) => email !== null)
      .map((email) => ({ namespace: 'email', key: email.toLowerCase(), pointer: '/email' })),
  searchFields: [
    'firstName',
    'lastName',
    'email',
    'secondaryEmails',
    'phone',
    'phoneE164',
    'mobile',
    'mobileE164',
    'title',
  ],
  hasCustomFields: true,
  together: [
    ['email', 'secondaryEmails'],
    ['phone', 'phoneE164'],
    ['mobile', 'mobileE164'],
  ],
  related: {
    owner: { field: 'ownerId', type: 'user' },
    company: { field: 'companyId', type: 'company', table: 'company' },
  },
};
