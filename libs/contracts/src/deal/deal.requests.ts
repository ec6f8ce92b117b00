import { OmitType, PartialType } from '@nestjs/swagger';
import {
  IsISO4217CurrencyCode,
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
import { IsDecimalAmount } from '../decimal';
import { RecordRequest } from '../record.requests';
import { MayBeAbsent } from '../may-be-absent';
import { IsTags } from '../tags';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_OR_TIME = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?$/;
const DATE_MESSAGE = { message: '$property must be a date such as 2026-06-30' };

export class CreateDealRequest extends RecordRequest {
  /** Words to find it by, up to 50. */
  @IsTags()
  tags?: string[];

  @IsString()
  @IsNotEmpty()
  @MaxLength(255)
  name: string;

  /** Decimal string, e.g. `"1234.50"`; zero and null are values. */
  @IsOptional()
  @IsDecimalAmount()
  amount?: string | null;

  /** ISO 4217; `USD` when absent. */
  @MayBeAbsent()
  @IsISO4217CurrencyCode()
  currency?: string;

  /** The default pipeline when absent. */
  @MayBeAbsent()
  @IsUUID()
  pipelineId?: string;

  /** Key of a stage; the pipeline's first when absent. A closing stage closes the deal. */
  @MayBeAbsent()
  @IsString()
  @IsNotEmpty()
  @MaxLength(255)
  stage?: string;

  /** Percent; the stage's when absent. */
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(100)
  probability?: number;

  @IsOptional()
  @Matches(DATE, DATE_MESSAGE)
  expectedCloseDate?: string | null;

  @IsOptional()
  @IsUUID()
  contactId?: string | null;

  @IsOptional()
  @IsUUID()
  companyId?: string | null;
}

export class UpdateDealRequest extends PartialType(
  OmitType(CreateDealRequest, ['pipelineId', 'stage'] as const),
  { skipNullProperties: false },
) {
  /** Of a closed deal. */
  @MayBeAbsent()
  @Matches(DATE, DATE_MESSAGE)
  actualCloseDate?: string;

  /** Of a won deal. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  wonReason?: string | null;

  /** Of a lost deal. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  lostReason?: string | null;
}

export class ChangeStageRequest {
  /** Key of a stage of the deal's pipeline, e.g. `proposal`. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(255)
  stage: string;
}

export class CloseDealRequest {
  @IsIn(['won', 'lost'])
  outcome: 'won' | 'lost';

  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string | null;

  /** Date or RFC 3339 time; now when absent. */
  @MayBeAbsent()
  @Matches(DATE_OR_TIME, { message: 'closedAt must be a date or an RFC 3339 time' })
  closedAt?: string;
}

export class ReopenDealRequest {
  /** Key of an open stage; the one that the deal was closed from when absent. */
  @MayBeAbsent()
  @IsString()
  @IsNotEmpty()
  @MaxLength(255)
  stage?: string;
}
