import {
  snapshotOf,
  type ActivityType,
  type ContactView,
  type DealStageChangedData,
  type DealView,
  type EventEnvelope,
} from '@relata/contracts';
import type { Draft } from '@relata/database';
import type { ActivityEntity } from './activity.entity';

/** The activity that an event becomes. It took place when the event did. */
export function systemActivity(event: EventEnvelope): Draft<ActivityEntity> {
  return event.recordtype === 'contact' ? ofContact(event) : ofDeal(event);
}

function ofContact(event: EventEnvelope): Draft<ActivityEntity> {
  const contact = snapshotOf(event) as unknown as ContactView;
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(' ') || contact.email || contact.id;
  return draft(event, 'contact_created', `Contact created: ${name}`, {
    contactId: contact.id,
    companyId: contact.companyId,
    dealId: null,
    ownerId: contact.ownerId,
  });
}

function ofDeal(event: EventEnvelope): Draft<ActivityEntity> {
  const deal = snapshotOf(event) as unknown as DealView;
  const { type, words } = wordsFor(event, deal);
  return draft(event, type, words, {
    contactId: deal.contactId,
    companyId: deal.companyId,
    dealId: deal.id,
    ownerId: deal.ownerId,
  });
}

function wordsFor(event: EventEnvelope, deal: DealView): { type: ActivityType; words: string } {
  switch (event.type) {
    case 'deal.created':
      return { type: 'deal_created', words: `Deal created: ${deal.name}` };
    case 'deal.won':
      return { type: 'deal_won', words: `Deal won: ${deal.name}` };
    case 'deal.lost':
      return { type: 'deal_lost', words: `Deal lost: ${deal.name}` };
    default: {
      const { from, to } = event.data as unknown as DealStageChangedData;
      return { type: 'deal_stage_changed', words: `Stage changed from ${from} to ${to}: ${deal.name}` };
    }
  }
}

const MAX_SUBJECT = 255;

function draft(
  event: EventEnvelope,
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
