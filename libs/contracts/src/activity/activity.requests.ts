import { PartialType } from '@nestjs/swagger';
import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { RecordRequest } from '../record.requests';
import { MayBeAbsent } from '../may-be-absent';

/** What people do; system kinds are written by events alone. */
export const ACTIVITY_TYPES = ['call', 'email', 'meeting', 'note'] as const;
export const SYSTEM_ACTIVITY_TYPES = [
  'contact_created',
  'deal_created',
  'deal_stage_changed',
  'deal_won',
  'deal_lost',
] as const;
export type ActivityType = (typeof ACTIVITY_TYPES)[number] | (typeof SYSTEM_ACTIVITY_TYPES)[number];

const DATE_OR_TIME = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?$/;

export class CreateActivityRequest extends RecordRequest {
  @IsIn(ACTIVITY_TYPES)
  type: 'call' | 'email' | 'meeting' | 'note';

  @IsString()
  @IsNotEmpty()
  @MaxLength(255)
  subject: string;

  @IsOptional()
  @IsString()
  @MaxLength(20_000)
  description?: string | null;

  @IsOptional()
  @IsUUID()
  contactId?: string | null;

  @IsOptional()
  @IsUUID()
  companyId?: string | null;

  @IsOptional()
  @IsUUID()
  dealId?: string | null;

  /** When it took place: date or RFC 3339 time; now when absent. */
  @MayBeAbsent()
  @Matches(DATE_OR_TIME, { message: 'activityDate must be a date or an RFC 3339 time' })
  activityDate?: string;

  /** Minutes. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000)
  duration?: number | null;
}

export class UpdateActivityRequest extends PartialType(CreateActivityRequest, {
  skipNullProperties: false,
}) {}
