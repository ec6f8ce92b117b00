import { RecordView } from '../record.views';

export class TaskView extends RecordView {
  title: string;
  description: string | null;
  status: 'pending' | 'in_progress' | 'completed' | 'cancelled';
  priority: 'low' | 'normal' | 'high' | 'urgent';
  /** RFC 3339 UTC. */
  dueDate: string | null;
  /** RFC 3339 UTC; set while completed. */
  completedAt: string | null;
  contactId: string | null;
  companyId: string | null;
  dealId: string | null;
  /** User who is to do it. */
  assignedToId: string | null;
  /** User; null when the system wrote it. */
  createdById: string | null;
}
