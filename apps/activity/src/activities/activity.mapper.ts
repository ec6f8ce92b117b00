import { ACTIVITY_TYPES, type ActivityView } from '@relata/contracts';
import { recordView, type RecordKind } from '@relata/database';
import { ActivityEntity } from './activity.entity';

export const toActivityView = recordView<ActivityEntity, ActivityView>((activity) => ({
  type: activity.type,
  subject: activity.subject,
  description: activity.description,
  contactId: activity.contactId,
  companyId: activity.companyId,
  dealId: activity.dealId,
  createdById: activity.createdById,
  activityDate: activity.activityDate.toISOString(),
  duration: activity.duration,
}));

export const activityKind: RecordKind<ActivityEntity, ActivityView> = {
  type: 'activity',
  entity: ActivityEntity,
  toView: toActivityView,
  searchFields: ['subject', 'description'],
  // What events wrote repeats the names of the records that it tells of.
  isFoundByWords: ({ type }) => (ACTIVITY_TYPES as readonly string[]).includes(type),
  hasCustomFields: true,
  parents: { contactId: 'contact', companyId: 'company', dealId: 'deal' },
  related: {
    owner: { field: 'ownerId', type: 'user' },
    company: { field: 'companyId', type: 'company' },
    contact: { field: 'contactId', type: 'contact' },
  },
};
