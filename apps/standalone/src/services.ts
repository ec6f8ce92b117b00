import type { ServiceDefinition } from '@relata/service';
import { activityService } from '../../activity/src/activity.service-definition';
import { contactService } from '../../contact/src/contact.service-definition';
import { dealService } from '../../deal/src/deal.service-definition';
import { identityService } from '../../identity/src/identity.service-definition';
import { reportingService } from '../../reporting/src/reporting.service-definition';

/** Every service, in the order in which they start. */
export const SERVICE_DEFINITIONS: ServiceDefinition[] = [
  identityService,
  contactService,
  dealService,
  activityService,
  reportingService,
];
