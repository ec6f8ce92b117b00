import { ApiProperty } from '@nestjs/swagger';
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
  Matches,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { CRM_RESOURCES, type CrmResource } from '../crm-resources';
import { MayBeAbsent } from '../may-be-absent';
import { ExternalKeyRequest } from '../record.requests';
import { IsIdOrRef, type RecordRef } from './record-ref';

export const MAX_OPERATIONS = 1_000;
export const BATCH_OPERATIONS = ['create', 'update', 'upsert', 'delete', 'restore'] as const;
export type BatchOperation = (typeof BATCH_OPERATIONS)[number];

const WITH_ID: readonly string[] = ['update', 'delete', 'restore'];
const WITH_BODY: readonly string[] = ['create', 'update', 'upsert'];

class OperationRequest {
  @IsIn(BATCH_OPERATIONS)
  op: BatchOperation;

  /** As of the single request: of a creation for `create` and `upsert`, of a change for `update`. */
  @ValidateIf(({ op, body }: OperationRequest) => WITH_BODY.includes(op) || body !== undefined)
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

const NeedsId = () =>
  ValidateIf(({ op, id }: OperationRequest & { id?: unknown }) => WITH_ID.includes(op) || id !== undefined);

/** One write of a batch. */
export class BatchOperationRequest extends OperationRequest {
  /** Of the record; with `update`, `delete` and `restore`. */
  @NeedsId()
  @IsUUID()
  id?: string;
}

/** One write of a batch across resources. */
export class MixedOperationRequest extends OperationRequest {
  @IsIn(Object.keys(CRM_RESOURCES))
  resource: CrmResource;

  /** A name for the record, by which later operations can point at it: `{ "$ref": "acme" }`. */
  @MayBeAbsent()
  @Matches(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}$/, {
    message: 'ref must be 1–63 letters, digits, _ . - and must not begin with . or -',
  })
  ref?: string;

  /** Of the record; with `update`, `delete` and `restore`. A UUID, or the name of one: `{ "$ref": "acme" }`. */
  @NeedsId()
  @IsIdOrRef()
  @ApiProperty({
    required: false,
    oneOf: [
      { type: 'string', format: 'uuid' },
      { type: 'object', properties: { $ref: { type: 'string', maxLength: 63 } }, required: ['$ref'] },
    ],
  })
  id?: string | RecordRef;
}

export class MixedBatchRequest {
  /** Up to 1,000; those of each service are done in order. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MAX_OPERATIONS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => MixedOperationRequest)
  operations: MixedOperationRequest[];
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
