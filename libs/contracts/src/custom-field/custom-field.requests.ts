import { OmitType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { MayBeAbsent } from '../may-be-absent';
import type { ReferenceType } from '../reference';

/** Types of record that can have custom fields, and the services that own them. */
export const CUSTOM_FIELD_OWNERS = {
  contact: 'contact',
  company: 'contact',
  deal: 'deal',
  activity: 'activity',
  task: 'activity',
} as const;
export type CustomFieldEntityType = keyof typeof CUSTOM_FIELD_OWNERS;

export const CUSTOM_FIELD_TYPES = [
  'text',
  'number',
  'boolean',
  'date',
  'datetime',
  'select',
  'multiselect',
  'url',
  'email',
  'phone',
  'currency',
  'reference',
] as const;
export type CustomFieldType = (typeof CUSTOM_FIELD_TYPES)[number];

/** How many fields of one type of record can be indexed: each makes every write of such a record a little slower. */
export const MAX_INDEXED_FIELDS = 20;

/** What a field of type `reference` can point at. */
export const CUSTOM_FIELD_TARGETS = ['contact', 'company', 'deal', 'user'] as const satisfies ReferenceType[];
export type CustomFieldTarget = (typeof CUSTOM_FIELD_TARGETS)[number];

export class CustomFieldOptionRequest {
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  value: string;

  /** The value itself when absent. */
  @MayBeAbsent()
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  label?: string;
}

export class CreateCustomFieldRequest {
  @IsIn(Object.keys(CUSTOM_FIELD_OWNERS))
  entityType: CustomFieldEntityType;

  /** Key in `customFields`; fixed once made, unique for the type of record. */
  @Matches(/^[a-zA-Z][a-zA-Z0-9_]{0,62}$/, {
    message: 'fieldName must begin with a letter and have letters, digits and _ only',
  })
  fieldName: string;

  /** Fixed once made. */
  @IsIn(CUSTOM_FIELD_TYPES)
  fieldType: CustomFieldType;

  /** Of a reference: the type of record whose ids are its values. Fixed once made. */
  @MayBeAbsent()
  @IsIn(CUSTOM_FIELD_TARGETS)
  target?: CustomFieldTarget;

  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  fieldLabel: string;

  /** Of a select or multiselect. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(500)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => CustomFieldOptionRequest)
  options?: CustomFieldOptionRequest[];

  /** Whether new records must have it; what exists already stays as it is. */
  @MayBeAbsent()
  @IsBoolean()
  required?: boolean;

  /**
   * Whether lists can filter and sort by it fast, however many records there are. The index is built while others write;
   * `indexState` tells when it is ready. Texts of an indexed field have at most 500 characters. A
   * reference always is: it follows the merges of what it points at.
   */
  @MayBeAbsent()
  @IsBoolean()
  indexed?: boolean;
}

export class UpdateCustomFieldRequest extends PartialType(
  OmitType(CreateCustomFieldRequest, ['entityType', 'fieldName', 'fieldType', 'target'] as const),
  { skipNullProperties: false },
) {}
