import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsUUID,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { MayBeAbsent } from '../may-be-absent';
import { ExternalKeyRequest } from '../record.requests';

export const MAX_OPERATIONS = 1_000;
export const BATCH_OPERATIONS = ['create', 'update', 'upsert', 'delete', 'restore'] as const;
export type BatchOperation = (typeof BATCH_OPERATIONS)[number];

const WITH_ID: readonly string[] = ['update', 'delete', 'restore'];
const WITH_BODY: readonly string[] = ['create', 'update', 'upsert'];

/** One write of a batch. */
export class BatchOperationRequest {
  @IsIn(BATCH_OPERATIONS)
  op: BatchOperation;

  /** Of the record; with `update`, `delete` and `restore`. */
  @ValidateIf(({ op, id }: BatchOperationRequest) => WITH_ID.includes(op) || id !== undefined)
  @IsUUID()
  id?: string;

  /** As of the single request: of a creation for `create` and `upsert`, of a change for `update`. */
  @ValidateIf(({ op, body }: BatchOperationRequest) => WITH_BODY.includes(op) || body !== undefined)
  @IsObject()
  body?: Record<string, unknown>;

  /** The version that the record must have; with `update` and `delete`. */
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  ifMatch?: number;

  /** With `upsert`: the key by which the record is known. */
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => ExternalKeyRequest)
  externalKey?: ExternalKeyRequest;

  /** With `upsert`, instead of `externalKey`: the unique field of the body by which the record is known. */
  @MayBeAbsent()
  @IsIn(['email', 'domain'])
  by?: 'email' | 'domain';
}

export class BatchRequest {
  /** Up to 1,000, done in order. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MAX_OPERATIONS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => BatchOperationRequest)
  operations: BatchOperationRequest[];

  /** All or nothing when true, as without it; else each by itself. */
  @MayBeAbsent()
  @IsBoolean()
  atomic?: boolean;
}

/** Asks a service to do a batch among the records of one resource. */
export interface BatchPayload {
  resource: string;
  operations: BatchOperationRequest[];
  atomic: boolean;
}

/** Asks a service to make a record, or to change the one that is known by that key. */
export interface UpsertPayload {
  resource: string;
  externalKey: ExternalKeyRequest;
  body: Record<string, unknown>;
}
