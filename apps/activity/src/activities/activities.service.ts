import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ActivityView, CreateActivityRequest, UpdateActivityRequest } from '@relata/contracts';
import {
  BatchTargets,
  RecordStores,
  References,
  referenceClaims,
  type Draft,
  type RecordStore,
  type ReferenceClaim,
  type Move,
} from '@relata/database';
import { EventLog } from '@relata/messaging';
import { ServiceConfig, currentContext } from '@relata/platform';
import type { ActivityEntity } from './activity.entity';
import { activityKind } from './activity.mapper';
import { newActivity, updateActivity } from './activity.rules';

const REFERENCES = {
  ownerId: 'user',
  contactId: 'contact',
  companyId: 'company',
  dealId: 'deal',
} as const;

@Injectable()
export class ActivitiesService {
  readonly store: RecordStore<ActivityEntity, ActivityView>;
  private readonly timeZone: string;

  constructor(
    stores: RecordStores,
    batches: BatchTargets,
    config: ServiceConfig,
    private readonly eventLog: EventLog,
    private readonly references: References,
  ) {
    this.store = stores.define(activityKind);
    this.timeZone = config.timeZone;
    batches.add('activities', this);
  }

  async get(id: string): Promise<ActivityView> {
    return this.store.present(await this.store.get(id));
  }

  async create(request: CreateActivityRequest): Promise<ActivityView> {
    const [activity] = await this.createMany([request]);
    return activity as ActivityView;
  }

  /** Makes all, or none. */
  async createMany(requests: CreateActivityRequest[]): Promise<ActivityView[]> {
    for (const request of requests) this.store.access.requireWritable(request);
    const caller = currentContext().principal.id;
    const inputs = requests.map((request) => ({ ownerId: caller, ...request }));
    const drafts = inputs.map((input) => ({
      values: newActivity(input, caller, new Date(), this.timeZone),
    }));
    await this.references.require(inputs.flatMap(claimsOf));
    await this.store.learnReferences(inputs);
    const activities = await this.eventLog.transaction(async (manager) =>
      this.store.createMany(manager, await this.references.resolveDrafts(manager, drafts, REFERENCES)),
    );
    return activities.map((activity) => this.store.present(activity));
  }

  async update(id: string, request: UpdateActivityRequest, ifMatch?: number): Promise<ActivityView> {
    this.store.access.requireWritable(request);
    await this.references.require(claimsOf(request));
    await this.store.learnReferences([request]);
    const activity = await this.eventLog.transaction(async (manager) => {
      const input = { ...request, ...(await this.references.resolveAll(manager, claimsOf(request))) };
      return this.store.changeIn(manager, id, (current) => updateActivity(current, input, this.timeZone), {
        ifMatch,
      });
    });
    return this.store.present(activity);
  }

  async remove(id: string, ifMatch?: number): Promise<void> {
    await this.store.remove(id, { ifMatch });
  }

  async restore(id: string): Promise<ActivityView> {
    return this.store.present(await this.store.restore(id));
  }

  /** Writes activities in the transaction of the events that they tell of, under the contacts as they go by now. */
  readonly record = async (manager: EntityManager, drafts: Draft<ActivityEntity>[]): Promise<void> => {
    const ids = drafts.flatMap(({ values }) => (values.contactId ? [values.contactId] : []));
    const current = await this.references.follow(manager, ids);
    const moved = drafts.map((draft) => {
      const contactId = current.get(draft.values.contactId ?? '') ?? null;
      return { ...draft, values: { ...draft.values, contactId } };
    });
    await this.store.createMany(manager, moved);
  };

  /** Moves what belongs to merged contacts to the survivors, in the transaction of the events that told of it. */
  followMerges(manager: EntityManager, moves: Move[]): Promise<void> {
    return this.store.repoint(manager, moves, 'contactId');
  }
}

function claimsOf(input: UpdateActivityRequest): ReferenceClaim[] {
  return referenceClaims(input, REFERENCES);
}
