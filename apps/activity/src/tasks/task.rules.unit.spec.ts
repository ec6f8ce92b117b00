import type { TaskEntity } from './task.entity';
import { completeTask, giveBackTask, updateTask } from './task.rules';

const NOW = new Date('2026-11-25T10:00:00Z');
const EARLIER = new Date('2026-11-24T10:00:00Z');
const pending = { title: 'Call', status: 'pending', completedAt: null } as TaskEntity;
const completed = { ...pending, status: 'completed', completedAt: EARLIER } as TaskEntity;

describe('a task that gets former values back', () => {
  it('is completed again by the event that tells so, at the time that it was', () => {
    const reopened = updateTask(completed, { status: 'pending', title: 'Ring' }, NOW, 'UTC');
    expect(reopened).toMatchObject([{ set: { status: 'pending', completedAt: null } }]);
    expect(giveBackTask({ title: 'Call', status: 'completed', completedAt: EARLIER })).toEqual([
      { event: 'task.updated', set: { title: 'Call' } },
      { event: 'task.completed', set: { status: 'completed', completedAt: EARLIER } },
    ]);
  });

  it('is pending again by an update', () => {
    expect(completeTask(pending, NOW)).toMatchObject([{ event: 'task.completed' }]);
    const former = { status: 'pending', completedAt: null } as const;
    expect(giveBackTask(former)).toEqual([{ event: 'task.updated', set: former }]);
  });
});
