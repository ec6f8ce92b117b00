import { EXPORT_TYPES, type ExportView, type RecordType, type ServiceName } from '@relata/contracts';
import { recordView } from '../records/record-view';
import type { RecordKind } from '../records/record-kind';
import { ExportEntity } from './export.entity';

const TYPES: Partial<Record<ServiceName, RecordType>> = EXPORT_TYPES;

/** The kind of a service's exports; undefined of one whose records cannot be exported. */
export function exportKind(service: ServiceName): RecordKind<ExportEntity, ExportView> | undefined {
  const type = TYPES[service];
  if (!type) return undefined;
  return { type, entity: ExportEntity, toView: toExportView, searchFields: [], hasCustomFields: false };
}

const toExportView = recordView<ExportEntity, ExportView>((job) => ({
  resource: job.plan.resource,
  format: job.plan.format,
  plan: job.plan,
  status: job.status,
  rows: job.rows,
  error: job.error,
  startedAt: job.startedAt?.toISOString() ?? null,
  finishedAt: job.finishedAt?.toISOString() ?? null,
}));
