import { Injectable } from '@nestjs/common';
import { CreateTaskRequest } from '@relata/contracts';
import {
  ImportTargets,
  type Change,
  type Draft,
  type ImportHistory,
  type ImportTarget,
} from '@relata/database';
import { ServiceConfig, currentContext } from '@relata/platform';
import type { TaskEntity } from './task.entity';
import { newTask, updateTask } from './task.rules';
import { TasksService } from './tasks.service';

/** Tasks from a file, recognised by external id. */
@Injectable()
export class TaskImport implements ImportTarget<TaskEntity> {
  readonly resource = 'tasks';
  readonly store;
  readonly request = CreateTaskRequest;
  readonly fields = {
    title: 'text',
    description: 'text',
    status: 'text',
    priority: 'text',
    dueDate: 'time',
  } as const;
  readonly references = {
    owner: { type: 'user', field: 'ownerId' },
    assignedTo: { type: 'user', field: 'assignedToId' },
    contact: { type: 'contact', field: 'contactId' },
    company: { type: 'company', field: 'companyId' },
    deal: { type: 'deal', field: 'dealId' },
  } as const;

  constructor(
    targets: ImportTargets,
    tasks: TasksService,
    private readonly config: ServiceConfig,
  ) {
    this.store = tasks.store;
    targets.add(this);
  }

  defaults(_row: object, callerId: string | null): Record<string, unknown> {
    return { ownerId: callerId };
  }

  create(input: Record<string, unknown>, { createdAt }: ImportHistory): Draft<TaskEntity> {
    const draft = newTask(
      input as unknown as CreateTaskRequest,
      currentContext().principal.id,
      new Date(),
      this.config.timeZone,
    );
    return { ...draft, ...(createdAt ? { createdAt } : {}) };
  }

  update(task: TaskEntity, input: Record<string, unknown>, now: Date): Change<TaskEntity>[] {
    return updateTask(task, input, now, this.config.timeZone);
  }
}
