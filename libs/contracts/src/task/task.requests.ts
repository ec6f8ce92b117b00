import { PartialType } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { RecordRequest } from '../record.requests';
import { MayBeAbsent } from '../may-be-absent';

export const TASK_STATUSES = ['pending', 'in_progress', 'completed', 'cancelled'] as const;
export const TASK_PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;

const DATE_OR_TIME = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?$/;

export class CreateTaskRequest extends RecordRequest {
  @IsString()
  @IsNotEmpty()
  @MaxLength(255)
  title: string;

  @IsOptional()
  @IsString()
  @MaxLength(20_000)
  description?: string | null;

  /** `pending` when absent. */
  @MayBeAbsent()
  @IsIn(TASK_STATUSES)
  status?: 'pending' | 'in_progress' | 'completed' | 'cancelled';

  /** `normal` when absent. */
  @MayBeAbsent()
  @IsIn(TASK_PRIORITIES)
  priority?: 'low' | 'normal' | 'high' | 'urgent';

  /** Date or RFC 3339 time. */
  @IsOptional()
  @Matches(DATE_OR_TIME, { message: 'dueDate must be a date or an RFC 3339 time' })
  dueDate?: string | null;

  @IsOptional()
  @IsUUID()
  contactId?: string | null;

  @IsOptional()
  @IsUUID()
  companyId?: string | null;

  @IsOptional()
  @IsUUID()
  dealId?: string | null;

  /** User who is to do it. */
  @IsOptional()
  @IsUUID()
  assignedToId?: string | null;
}

export class UpdateTaskRequest extends PartialType(CreateTaskRequest, { skipNullProperties: false }) {}
