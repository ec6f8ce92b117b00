import { IsIn, IsObject, Matches } from 'class-validator';
import type { ServiceName } from '../services';
import { MayBeAbsent } from '../may-be-absent';

/** Resources that can be imported, and the services that own them. */
export const IMPORT_OWNERS = {
  users: 'identity',
  companies: 'contact',
  contacts: 'contact',
  deals: 'deal',
  activities: 'activity',
  tasks: 'activity',
} as const satisfies Record<string, ServiceName>;
export type ImportResource = keyof typeof IMPORT_OWNERS;

/** What becomes of a column: the name of a field, or the field with a transform. */
export interface ColumnMapping {
  /** A field of the resource, `externalId`, `fullName`, `customFields.<name>`, or a reference such as `company.name`. */
  field: string;
  /** Cells by what they mean; a cell that is not listed is an error. */
  values?: Record<string, string>;
  /** How dates are written: `YYYY`, `MM`, `DD`, `M`, `D`, `HH`, `mm`, `ss` and what stands between them. */
  format?: string;
}

export class ImportOptionsRequest {
  @IsIn(Object.keys(IMPORT_OWNERS))
  resource: ImportResource;

  /** System whose keys `externalId` and `….externalId` are; required with them. */
  @MayBeAbsent()
  @Matches(/^[a-z0-9][a-z0-9_.-]{0,62}$/, { message: 'externalSystem must be 1–63 of a-z, 0-9, _ . -' })
  externalSystem?: string;

  /** Column → field, or column → `{ field, values, format }`. Columns that are not named are ignored and listed. */
  @IsObject()
  mapping: Record<string, string | ColumnMapping>;
}
