import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CreateTaskRequest, TaskView, UpdateTaskRequest } from '@relata/contracts';
import {
  BatchTargets,
  RecordStores,
  References,
  referenceClaims,
  type Change,
  type RecordStore,
  type ReferenceClaim,
  type Move,
} from '@relata/database';
import { EventLog } from '@relata/messaging';
import { ServiceConfig, currentContext } from '@relata/platform';
import type { TaskEntity } from './task.entity';
import { taskKind } from './task.mapper';
import { completeTask, giveBackTask, newTask, updateTask } from './task.rules';

const REFERENCES = {
  ownerId: 'user',
  assignedToId: 'user',
  contactId: 'contact',
  companyId: 'company',
  dealId: 'deal',
} as const;

@Injectable()
export class TasksService {
  readonly store: RecordStore<TaskEntity, TaskView>;
  private readonly timeZone: string;

  constructor(
    stores: RecordStores,
    batches: BatchTargets,
    config: ServiceConfig,
    private readonly eventLog: EventLog,
    private readonly references: References,
  ) {
    this.store = stores.define(taskKind);
    this.timeZone = config.timeZone;
    batches.add('tasks', this);
  }

  async get(id: string): Promise<TaskView> {
    return this.store.present(await this.store.get(id));
  }

  async create(request: CreateTaskRequest): Promise<TaskView> {
    const [task] = await this.createMany([request]);
    return task as TaskView;
  }

  /** Makes all, or none. */
  async createMany(requests: CreateTaskRequest[]): Promise<TaskView[]> {
    for (const request of requests) this.store.access.requireWritable(request);
    const caller = currentContext().principal.id;
    const inputs = requests.map((request) => ({ ownerId: caller, assignedToId: caller, ...request }));
    const drafts = inputs.map((input) => newTask(input, caller, new Date(), this.timeZone));
    await this.references.require(inputs.flatMap(claimsOf));
    await this.store.learnReferences(inputs);
    const tasks = await this.eventLog.transaction(async (manager) =>
      this.store.createMany(manager, await this.references.resolveDrafts(manager, drafts, REFERENCES)),
    );
    return tasks.map((task) => this.store.present(task));
  }

  async update(id: string, request: UpdateTaskRequest, ifMatch?: number): Promise<TaskView> {
    this.store.access.requireWritable(request);
    await this.references.require(claimsOf(request));
    await this.store.learnReferences([request]);
    const task = await this.eventLog.transaction(async (manager) => {
      const input = { ...request, ...(await this.references.resolveAll(manager, claimsOf(request))) };
      return this.store.changeIn(
        manager,
        id,
        (current, now) => updateTask(current, input, now, this.timeZone),
        { ifMatch },
      );
    });
    return this.store.present(task);
  }

  async complete(id: string, ifMatch?: number): Promise<TaskView> {
    return this.store.present(
      await this.store.change(id, (task, now) => completeTask(task, now), { ifMatch }),
    );
  }

  async remove(id: string, ifMatch?: number): Promise<void> {
    await this.store.remove(id, { ifMatch });
  }

  async restore(id: string): Promise<TaskView> {
    return this.store.present(await this.store.restore(id));
  }

  giveBack(_task: TaskEntity, former: Partial<TaskEntity>): Change<TaskEntity>[] {
    return giveBackTask(former);
  }

  /** Moves what belongs to merged contacts to the survivors, in the transaction of the events that told of it. */
  followMerges(manager: EntityManager, moves: Move[]): Promise<void> {
    return this.store.repoint(manager, moves, 'contactId');
  }
}

function claimsOf(input: UpdateTaskRequest): ReferenceClaim[] {
  return referenceClaims(input, REFERENCES);
}
