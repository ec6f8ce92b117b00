import { IsIn, IsInt, IsObject, IsString, IsUUID, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import { MayBeAbsent } from '../may-be-absent';
import type { ListQuery } from '../query';
import { MAX_OPERATIONS } from './batch.requests';

export const BULK_OPERATIONS = ['update', 'delete', 'restore'] as const;
export type BulkOperation = (typeof BULK_OPERATIONS)[number];

/** One write of all records that a filter leaves. */
export class BulkRequest {
  @IsIn(BULK_OPERATIONS)
  op: BulkOperation;

  /** With `update`: as of the single request. */
  @ValidateIf(({ op, body }: BulkRequest) => op === 'update' || body !== undefined)
  @IsObject()
  body?: Record<string, unknown>;

  /** As of `POST /v1/<resource>/search`. One of `filter`, `q` and `view` must be there. */
  @MayBeAbsent()
  filter?: object;

  /** Words that must all occur. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(1_000)
  q?: string;

  /** A saved view, whose filter must hold, too. */
  @MayBeAbsent()
  @IsUUID()
  view?: string;

  /** At most so many records in this request, newest first; 1,000 when absent. */
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(MAX_OPERATIONS)
  limit?: number;

  /** From `page.nextCursor` of the answer before. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(4_000)
  cursor?: string;
}

/** Asks a service for a write of the records of one resource that a query finds. */
export interface BulkPayload {
  resource: string;
  op: BulkOperation;
  body?: Record<string, unknown>;
  query: Pick<ListQuery, 'filter' | 'q' | 'cursor'>;
  limit: number;
}
