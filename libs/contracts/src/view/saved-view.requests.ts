import { OmitType, PartialType, PickType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import { CRM_RESOURCES, type CrmResource } from '../crm-resources';
import { MayBeAbsent } from '../may-be-absent';
import type { FilterNode, SortKey } from '../query';
import { RecordRequest } from '../record.requests';

/** The record types under which services keep the views of their records. */
export const VIEW_TYPES = {
  contact: 'contactView',
  deal: 'dealView',
  activity: 'activityView',
} as const;

export const VIEW_VISIBILITIES = ['private', 'shared'] as const;
export type ViewVisibility = (typeof VIEW_VISIBILITIES)[number];

export class CreateSavedViewRequest extends PickType(RecordRequest, ['ownerId', 'externalKeys'] as const) {
  /** Of what it is a list; fixed once made. */
  @IsIn(Object.keys(CRM_RESOURCES))
  resource: CrmResource;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  /** `private` when absent: for the owner, and for those it is shared with. `shared`: for everybody who may read the resource. */
  @MayBeAbsent()
  @IsIn(VIEW_VISIBILITIES)
  visibility?: ViewVisibility;

  /** As of `POST /v1/<resource>/search`; all records when absent. A PATCH replaces it as a whole. */
  @IsOptional()
  @IsObject()
  filter?: object | null;

  /** `["-createdAt", "lastName"]`; newest first when absent. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5)
  @IsString({ each: true })
  @MaxLength(255, { each: true })
  sort?: string[] | null;

  /** The fields to answer; all when absent. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(255, { each: true })
  fields?: string[] | null;

  /** Related records in the same answer. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(255, { each: true })
  include?: string[] | null;

  /** Words that must all occur. */
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  q?: string | null;
}

export class UpdateSavedViewRequest extends PartialType(
  OmitType(CreateSavedViewRequest, ['resource'] as const),
  { skipNullProperties: false },
) {}

/** A view as its service takes it: the filter and the sort as lists take them. */
export interface SavedViewValues extends Pick<
  CreateSavedViewRequest,
  'resource' | 'name' | 'ownerId' | 'externalKeys'
> {
  visibility: ViewVisibility;
  filter: FilterNode | null;
  sort: SortKey[];
  fields: string[];
  include: string[];
  q: string | null;
}
