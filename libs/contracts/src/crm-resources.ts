/** The records of the CRM by the word in the path: the services that own them, and their types. */
export const CRM_RESOURCES = {
  contacts: { service: 'contact', type: 'contact' },
  companies: { service: 'contact', type: 'company' },
  deals: { service: 'deal', type: 'deal' },
  activities: { service: 'activity', type: 'activity' },
  tasks: { service: 'activity', type: 'task' },
} as const;
export type CrmResource = keyof typeof CRM_RESOURCES;
export type CrmRecordType = (typeof CRM_RESOURCES)[CrmResource]['type'];
