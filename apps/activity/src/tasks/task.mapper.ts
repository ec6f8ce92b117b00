import type { TaskView } from '@relata/contracts';
import { recordView, type RecordKind } from '@relata/database';
import { TaskEntity } from './task.entity';

export const toTaskView = recordView<TaskEntity, TaskView>((task) => ({
  title: task.title,
  description: task.description,
  status: task.status,
  priority: task.priority,
  dueDate: task.dueDate?.toISOString() ?? null,
  completedAt: task.completedAt?.toISOString() ?? null,
  contactId: task.contactId,
  companyId: task.companyId,
  dealId: task.dealId,
  assignedToId: task.assignedToId,
  createdById: task.createdById,
}));

export const taskKind: RecordKind<TaskEntity, TaskView> = {
  type: 'task',
  entity: TaskEntity,
  toView: toTaskView,
  searchFields: ['title', 'description'],
  hasCustomFields: true,
  together: [['status', 'completedAt']],
  parents: { contactId: 'contact', companyId: 'company', dealId: 'deal' },
  related: {
    owner: { field: 'ownerId', type: 'user' },
    company: { field: 'companyId', type: 'company' },
    contact: { field: 'contactId', type: 'contact' },
    assignee: { field: 'assignedToId', type: 'user' },
  },
};
