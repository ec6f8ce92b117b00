import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { MayBeAbsent } from './may-be-absent';

export class ExternalKeyRequest {
  /** Name of the other system: lower-case letters, digits, `_`, `.` and `-`. */
  @Matches(/^[a-z0-9][a-z0-9_.-]{0,62}$/, { message: 'system must be 1–63 of a-z, 0-9, _ . -' })
  system: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(255)
  key: string;
}

/** Fields that a client may give on every record. */
export class RecordRequest {
  /** User who is responsible; the caller when absent. */
  @IsOptional()
  @IsUUID()
  ownerId?: string | null;

  /** Keys by which other systems know the record; unique among live records. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ExternalKeyRequest)
  externalKeys?: ExternalKeyRequest[];

  /** Values by field name. In a PATCH they are merged; null removes one. */
  @MayBeAbsent()
  @IsObject()
  customFields?: Record<string, unknown>;
}
