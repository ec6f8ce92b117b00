import { snapshotOf, type ActivityType, type EventEnvelope } from '@relata/contracts';
import type { Draft } from '@relata/database';
import type { ActivityEntity } from './activity.entity';

/** The event types that become activities. */
export const SYSTEM_ACTIVITY_EVENTS = [
  'contact.created',
  'deal.created',
  'deal.stageChanged',
  'deal.won',
  'deal.lost',
] as const;
export type SystemActivityEvent = EventEnvelope<(typeof SYSTEM_ACTIVITY_EVENTS)[number]>;
type DealEvent = Exclude<SystemActivityEvent, { recordtype: 'contact' }>;

/** The activity that an event becomes. It took place when the event did. */
export function systemActivity(event: SystemActivityEvent): Draft<ActivityEntity> {
  return event.type === 'contact.created' ? ofContact(event) : ofDeal(event);
}

function ofContact(event: EventEnvelope<'contact.created'>): Draft<ActivityEntity> {
  const contact = snapshotOf(event);
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(' ') || contact.email || contact.id;
  return draft(event, 'contact_created', `Contact created: ${name}`, {
    contactId: contact.id,
    companyId: contact.companyId,
    dealId: null,
    ownerId: contact.ownerId,
  });
}

function ofDeal(event: DealEvent): Draft<ActivityEntity> {
  const deal = snapshotOf(event);
  const { type, words } = wordsFor(event);
  return draft(event, type, words, {
    contactId: deal.contactId,
    companyId: deal.companyId,
    dealId: deal.id,
    ownerId: deal.ownerId,
  });
}

function wordsFor(event: DealEvent): { type: ActivityType; words: string } {
  const { name } = event.data.deal;
  switch (event.type) {
    case 'deal.created':
      return { type: 'deal_created', words: `Deal created: ${name}` };
    case 'deal.won':
      return { type: 'deal_won', words: `Deal won: ${name}` };
    case 'deal.lost':
      return { type: 'deal_lost', words: `Deal lost: ${name}` };
    case 'deal.stageChanged': {
      const { from, to } = event.data;
      return { type: 'deal_stage_changed', words: `Stage changed from ${from} to ${to}: ${name}` };
    }
  }
}

const MAX_SUBJECT = 255;

function draft(
  event: SystemActivityEvent,
  type: ActivityType,
  subject: string,
  about: Pick<ActivityEntity, 'contactId' | 'companyId' | 'dealId' | 'ownerId'>,
): Draft<ActivityEntity> {
  return {
    values: {
      type,
      subject: subject.slice(0, MAX_SUBJECT),
      ...about,
      createdById: event.actorid ?? null,
      activityDate: new Date(event.time),
    },
  };
}
