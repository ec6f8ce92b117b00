import { RecordView } from '../record.views';

export class ActivityView extends RecordView {
  /** `call`, `email`, `meeting`, `note`; written by events: `contact_created`, `deal_created`, `deal_stage_changed`, `deal_won`, `deal_lost`. */
  type: string;
  subject: string;
  description: string | null;
  contactId: string | null;
  companyId: string | null;
  dealId: string | null;
  /** User; null when the system wrote it. */
  createdById: string | null;
  /** When it took place, RFC 3339 UTC. */
  activityDate: string;
  /** Minutes. */
  duration: number | null;
}

/** One entry of a timeline, newest first. */
export class TimelineEntryView {
  kind: 'activity' | 'task';
  /** The activity's date; a task's creation. */
  at: string;
  id: string;
  /** The activity's type; `task` for a task. */
  type: string;
  /** Subject of the activity, title of the task. */
  subject: string;
  description: string | null;
  /** Of a task. */
  status: string | null;
  contactId: string | null;
  companyId: string | null;
  dealId: string | null;
  /** User; null when the system wrote it. */
  createdById: string | null;
}

export interface TimelineQuery {
  type: 'contact' | 'company' | 'deal';
  id: string;
  limit: number;
  cursor?: string;
}
