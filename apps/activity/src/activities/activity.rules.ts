import {
  DomainError,
  SYSTEM_ACTIVITY_TYPES,
  invalid,
  type CreateActivityRequest,
  type UpdateActivityRequest,
} from '@relata/contracts';
import type { Change } from '@relata/database';
import { toInstant } from '@relata/platform';
import type { ActivityEntity } from './activity.entity';

/** Values of a new activity. Throws VALIDATION_FAILED. */
export function newActivity(
  input: CreateActivityRequest,
  createdById: string | null,
  now: Date,
  timeZone: string,
): Partial<ActivityEntity> {
  return { activityDate: now, ...settable(input, timeZone), createdById };
}

/** A patch. What events wrote is history and stays: CONFLICT. */
export function updateActivity(
  activity: ActivityEntity,
  input: UpdateActivityRequest,
  timeZone: string,
): Change<ActivityEntity>[] {
  if (isSystemActivity(activity))
    throw new DomainError('CONFLICT', 'This activity was written by an event and cannot be changed.');
  return [{ event: 'activity.updated', set: settable(input, timeZone) }];
}

function isSystemActivity(activity: ActivityEntity): boolean {
  return (SYSTEM_ACTIVITY_TYPES as readonly string[]).includes(activity.type);
}

function settable(
  { activityDate, ...rest }: UpdateActivityRequest,
  timeZone: string,
): Partial<ActivityEntity> {
  if (activityDate === undefined) return rest;
  const instant = toInstant(activityDate, timeZone);
  if (!instant)
    throw invalid('/activityDate', 'invalid_time', 'activityDate must be a date or an RFC 3339 time.');
  return { ...rest, activityDate: instant };
}
