import { ACTIVITY_TYPES, type ActivityView, type EventEnvelope, type TaskView } from '@relata/contracts';
import type { ActivityEntity } from '../../apps/activity/src/activities/activity.entity';
import { activityKind } from '../../apps/activity/src/activities/activity.mapper';
import {
  SYSTEM_ACTIVITY_EVENTS,
  systemActivity,
  type SystemActivityEvent,
} from '../../apps/activity/src/activities/system-activity';
import type { TaskEntity, TaskPriority } from '../../apps/activity/src/tasks/task.entity';
import { taskKind } from '../../apps/activity/src/tasks/task.mapper';
import { completeTask } from '../../apps/activity/src/tasks/task.rules';
import * as words from './words';
import type { Contact, Customers } from './customers';
import { RecordWriter, type Step, type WrittenEvent } from './record-writer';
import type { Deal, Sales } from './sales';
import { DAY_MS, type World } from './world';

const SYSTEM_EVENTS = new Set<string>(SYSTEM_ACTIVITY_EVENTS);
/** Until an event has become an activity. */
const DELIVERY_MS = 25;
const PRIORITIES: TaskPriority[] = ['normal', 'high', 'low', 'urgent'];

/** What people do for customers and deals, and what events write about them. */
export class Work {
  /** Activities, of both kinds. */
  made = 0;
  private readonly activities: RecordWriter<ActivityEntity, ActivityView>;
  private readonly tasks: RecordWriter<TaskEntity, TaskView>;

  constructor(
    private readonly world: World,
    private readonly customers: Customers,
    private readonly sales: Sales,
  ) {
    const { loads, chance } = world;
    this.activities = new RecordWriter(activityKind, 'activity', loads.activity, chance);
    this.tasks = new RecordWriter(taskKind, 'task', loads.activity, chance);
  }

  /** The activities that events become. */
  follow(events: WrittenEvent[]): void {
    for (const event of events) {
      if (!SYSTEM_EVENTS.has(event.type)) continue;
      const { values } = systemActivity(envelopeOf(event));
      this.activities.write({ ...values, customFields: {} }, event.at + DELIVERY_MS, event.by, [], event);
      this.made++;
    }
  }

  addActivity(day: number): void {
    const { chance } = this.world;
    const { contact, deal } = this.occasion();
    const type = chance.pickEarly(ACTIVITY_TYPES);
    const at = this.world.time(day, 13, 18);
    const sentences = Array.from({ length: chance.between(1, 3) }, () => chance.pick(words.SENTENCES));
    this.activities.write(
      {
        type,
        subject: chance.pickEarly(words.SUBJECTS[type]),
        description: chance.unless(0.3, () => sentences.join(' ')),
        ...aboutOf(contact, deal),
        createdById: contact.owner.id,
        activityDate: new Date(chance.isLikely(0.7) ? at : at - chance.between(0, 3) * DAY_MS),
        duration: type === 'call' || type === 'meeting' ? chance.between(1, 12) * 10 : null,
      },
      at,
      contact.owner,
    );
    this.made++;
  }

  addTask(day: number): void {
    const { chance } = this.world;
    const { contact, deal } = this.occasion();
    const at = this.world.time(day, 13, 18);
    const by = contact.owner;
    const fate = chance.next();
    const when = fate < 0.68 ? this.world.later(at, 0, 30) : undefined;
    const cancelled = { event: 'task.updated' as const, set: { status: 'cancelled' as const } };
    const steps: Step<TaskEntity>[] =
      when === undefined
        ? []
        : [
            {
              at: when,
              by,
              changes: (task) => (fate < 0.6 ? completeTask(task, new Date(when)) : [cancelled]),
            },
          ];
    this.tasks.write(
      {
        title: chance.pickEarly(words.TASK_TITLES),
        description: chance.unless(0.6, () => chance.pick(words.SENTENCES)),
        status: fate > 0.85 ? 'in_progress' : 'pending',
        priority: chance.pickEarly(PRIORITIES),
        dueDate: chance.unless(0.1, () => new Date(Math.floor(at / DAY_MS + chance.between(0, 45)) * DAY_MS)),
        ...aboutOf(contact, deal),
        assignedToId: chance.isLikely(0.9) ? by.id : this.world.anybody().id,
        createdById: by.id,
      },
      at,
      by,
      steps,
    );
  }

  /** Somebody to deal with, about a deal or not: rather a new one. */
  private occasion(): { contact: Contact; deal: Deal | null } {
    const { chance } = this.world;
    const latest = <T>(list: T[]) => list[list.length - 1 - chance.slanted(list.length, 2)];
    const deal = chance.isLikely(0.5) ? latest(this.sales.deals) : undefined;
    return deal
      ? { contact: deal.contact, deal }
      : { contact: latest(this.customers.contacts) as Contact, deal: null };
  }
}

function aboutOf(contact: Contact, deal: Deal | null) {
  return {
    contactId: contact.id,
    companyId: contact.company?.id ?? null,
    dealId: deal?.id ?? null,
    ownerId: contact.owner.id,
    customFields: {},
  };
}

/** As much of the envelope as activities are made of. */
function envelopeOf({ type, recordType, details, snapshot, at, by }: WrittenEvent): SystemActivityEvent {
  const envelope = {
    type,
    recordtype: recordType,
    time: new Date(at).toISOString(),
    actorid: by.id,
    data: { ...details, [recordType]: snapshot },
  };
  return envelope as unknown as EventEnvelope as SystemActivityEvent;
}
