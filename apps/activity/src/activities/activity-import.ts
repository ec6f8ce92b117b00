import { Injectable } from '@nestjs/common';
import { CreateActivityRequest } from '@relata/contracts';
import {
  ImportTargets,
  type Change,
  type Draft,
  type ImportHistory,
  type ImportTarget,
} from '@relata/database';
import { ServiceConfig, currentContext } from '@relata/platform';
import { ActivitiesService } from './activities.service';
import type { ActivityEntity } from './activity.entity';
import { newActivity, updateActivity } from './activity.rules';

/** Activities from a file, recognised by external id. */
@Injectable()
export class ActivityImport implements ImportTarget<ActivityEntity> {
  readonly resource = 'activities';
  readonly store;
  readonly request = CreateActivityRequest;
  readonly fields = {
    type: 'text',
    subject: 'text',
    description: 'text',
    activityDate: 'time',
    duration: 'integer',
  } as const;
  readonly references = {
    owner: { type: 'user', field: 'ownerId' },
    contact: { type: 'contact', field: 'contactId' },
    company: { type: 'company', field: 'companyId' },
    deal: { type: 'deal', field: 'dealId' },
  } as const;

  constructor(
    targets: ImportTargets,
    activities: ActivitiesService,
    private readonly config: ServiceConfig,
  ) {
    this.store = activities.store;
    targets.add(this);
  }

  defaults(_row: object, callerId: string | null): Record<string, unknown> {
    return { ownerId: callerId };
  }

  create(input: Record<string, unknown>, { createdAt }: ImportHistory): Draft<ActivityEntity> {
    const request = input as unknown as CreateActivityRequest;
    const now = createdAt ?? new Date();
    const values = newActivity(request, currentContext().principal.id, now, this.config.timeZone);
    return { values, ...(createdAt ? { createdAt } : {}) };
  }

  update(activity: ActivityEntity, input: Record<string, unknown>): Change<ActivityEntity>[] {
    return updateActivity(activity, input, this.config.timeZone);
  }
}
