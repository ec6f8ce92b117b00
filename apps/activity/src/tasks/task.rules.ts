import { DomainError, invalid, type CreateTaskRequest, type UpdateTaskRequest } from '@relata/contracts';
import type { Change, Draft } from '@relata/database';
import { toInstant } from '@relata/platform';
import type { TaskEntity } from './task.entity';

/** A new task: pending and of normal priority unless given. One that begins completed was completed now. */
export function newTask(
  input: CreateTaskRequest,
  createdById: string | null,
  now: Date,
  timeZone: string,
): Draft<TaskEntity> {
  const { status = 'pending', ...rest } = input;
  const values = { priority: 'normal' as const, ...settable(rest, timeZone), createdById };
  if (status !== 'completed') return { values: { ...values, status } };
  return { values: { ...values, status: 'pending' }, then: [completion(now)] };
}

/** A patch. Setting the status to completed completes the task; any other takes its completion back. */
export function updateTask(
  task: TaskEntity,
  input: UpdateTaskRequest,
  now: Date,
  timeZone: string,
): Change<TaskEntity>[] {
  const { status, ...rest } = input;
  const set = settable(rest, timeZone);
  if (status === undefined || status === task.status) return [{ event: 'task.updated', set }];
  if (status === 'completed') return [{ event: 'task.updated', set }, completion(now)];
  return [{ event: 'task.updated', set: { ...set, status, completedAt: null } }];
}

/** Completes a task; one that is completed stays as it is. Throws CONFLICT for a cancelled one. */
export function completeTask(task: TaskEntity, now: Date): Change<TaskEntity>[] {
  if (task.status === 'completed') return [];
  if (task.status === 'cancelled')
    throw new DomainError('CONFLICT', 'The task is cancelled. Set its status to pending first.');
  return [completion(now)];
}

/** A task gets former values back; that it is completed again is told by its own event. */
export function giveBackTask(former: Partial<TaskEntity>): Change<TaskEntity>[] {
  const { status, completedAt, ...rest } = former;
  if (status !== 'completed') return [{ event: 'task.updated', set: former }];
  return [
    { event: 'task.updated', set: rest },
    { event: 'task.completed', set: { status, ...(completedAt ? { completedAt } : {}) } },
  ];
}

function completion(at: Date): Change<TaskEntity> {
  return { event: 'task.completed', set: { status: 'completed', completedAt: at }, occurredAt: at };
}

function settable({ dueDate, ...rest }: UpdateTaskRequest, timeZone: string): Partial<TaskEntity> {
  if (dueDate === undefined) return rest;
  if (dueDate === null) return { ...rest, dueDate: null };
  const instant = toInstant(dueDate, timeZone);
  if (!instant) throw invalid('/dueDate', 'invalid_time', 'dueDate must be a date or an RFC 3339 time.');
  return { ...rest, dueDate: instant };
}
