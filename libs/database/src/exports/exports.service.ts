import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  DomainError,
  CRM_RESOURCES,
  invalid,
  notFound,
  type ExportPlan,
  type ExportView,
  type ListQuery,
  type Page,
} from '@relata/contracts';
import { SERVICE_SETTINGS, type ServiceSettings } from '@relata/messaging';
import { currentContext, currentRights } from '@relata/platform';
import { RecordStores } from '../records/record-stores';
import type { RecordStore } from '../records/record-store';
import { exportKind } from './export-kind';
import { ExportChunkEntity, type ExportEntity } from './export.entity';

/** Exports as clients see them; the files are the worker's business. */
@Injectable()
export class ExportsService {
  /** Undefined where nothing can be exported. */
  readonly store: RecordStore<ExportEntity, ExportView> | undefined;

  constructor(
    private readonly stores: RecordStores,
    private readonly dataSource: DataSource,
    @Inject(SERVICE_SETTINGS) settings: ServiceSettings,
  ) {
    const kind = exportKind(settings.service);
    this.store = kind && stores.define(kind);
  }

  /** A job that waits for a worker. Throws FORBIDDEN, INVALID_QUERY, VALIDATION_FAILED. */
  async create(plan: ExportPlan): Promise<ExportView> {
    const records = this.recordsOf(plan);
    const { resource } = records.access;
    currentRights().require(resource, 'export');
    const hidden = plan.fields?.find((field) => currentRights().isHidden(resource, field));
    if (hidden !== undefined)
      throw invalid('/fields', 'forbidden_field', `Your role may not see ${hidden} of a ${resource}.`);
    // Whether it can be asked so.
    await records.list({ ...plan.query, limit: 1 });
    const { principal } = currentContext();
    const values = { plan, principal, status: 'queued', ownerId: principal.id } as const;
    return this.own.present(await this.own.create({ values }));
  }

  async get(id: string): Promise<ExportView> {
    return this.own.present(await this.own.get(id));
  }

  list(query: ListQuery): Promise<Page<ExportView>> {
    return this.own.list(query);
  }

  /** Ends the job, and throws its file away. */
  async remove(id: string): Promise<void> {
    await this.own.remove(id);
    await this.dataSource.manager.delete(ExportChunkEntity, { exportId: id });
  }

  /** A piece of the file; null behind the last. Throws CONFLICT for a file that is not complete. */
  async chunk(id: string, position: number): Promise<{ data: string } | null> {
    const { status } = await this.own.get(id);
    if (status !== 'completed')
      throw new DomainError(
        'CONFLICT',
        `The export is ${status}: there is no file${status === 'failed' ? '' : ' yet'}.`,
      );
    const chunk = await this.dataSource.manager.findOneBy(ExportChunkEntity, { exportId: id, position });
    return chunk && { data: chunk.bytes.toString('base64') };
  }

  /** The store of what a plan exports. Throws NOT_FOUND for a resource of another service. */
  recordsOf({ resource }: ExportPlan): RecordStore<never> {
    const store = this.stores.find(CRM_RESOURCES[resource].type);
    if (!store) throw notFound('resource', resource);
    return store as unknown as RecordStore<never>;
  }

  private get own(): RecordStore<ExportEntity, ExportView> {
    if (!this.store) throw notFound('resource', 'exports');
    return this.store;
  }
}
