import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { CRM_RESOURCES, type CrmResource } from '../crm-resources';
import { AreFieldNames } from '../field-names';
import { MayBeAbsent } from '../may-be-absent';
import type { ListQuery } from '../query';

/** The record types under which services keep their exports. */
export const EXPORT_TYPES = {
  contact: 'contactExport',
  deal: 'dealExport',
  activity: 'activityExport',
} as const;

export const EXPORT_FORMATS = ['csv', 'ndjson'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export class CreateExportRequest {
  @IsIn(Object.keys(CRM_RESOURCES))
  resource: CrmResource;

  /** `csv` when absent; `ndjson` is a JSON object a line. */
  @MayBeAbsent()
  @IsIn(EXPORT_FORMATS)
  format?: ExportFormat;

  /** A saved view, whose filter must hold, too; its sort and fields stand unless they are given here. */
  @MayBeAbsent()
  @IsUUID()
  view?: string;

  /** As of `POST /v1/<resource>/search`; all records when absent. */
  @MayBeAbsent()
  filter?: object;

  @AreFieldNames()
  sort?: string[];

  @MayBeAbsent()
  @IsString()
  @MaxLength(1_000)
  q?: string;

  @MayBeAbsent()
  @IsIn(['only'])
  deleted?: 'only';

  /** The columns; all when absent. */
  @AreFieldNames()
  fields?: string[];
}

/** What is to be exported, as its service takes it. */
export interface ExportPlan {
  resource: CrmResource;
  format: ExportFormat;
  query: Pick<ListQuery, 'filter' | 'sort' | 'q' | 'deleted'>;
  /** All when null. */
  fields: string[] | null;
}
