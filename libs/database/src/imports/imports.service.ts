import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import {
  DomainError,
  notFound,
  type ImportErrorView,
  type ImportOptionsRequest,
  type ImportView,
} from '@relata/contracts';
import { keyMismatch } from '@relata/messaging';
import { currentContext, currentRights } from '@relata/platform';
import { CustomFields } from '../custom-fields/custom-fields';
import { planOf } from './import-plan';
import { ImportTargets, type ImportTarget } from './import-target';
import { ImportWorker } from './import-worker';
import { ImportChunkEntity, ImportEntity, ImportErrorEntity, type ImportPlan } from './import.entity';

/** Imports as clients see them; the rows are the worker's business. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly targets: ImportTargets,
    private readonly customFields: CustomFields,
    private readonly worker: ImportWorker,
  ) {}

  /** A job without its file yet. Throws VALIDATION_FAILED for a mapping that cannot work. */
  async create(options: ImportOptionsRequest, fileName: string | null): Promise<ImportView> {
    const target = this.targets.of(options.resource);
    const definitions = target.store.kind.hasCustomFields
      ? await this.customFields.definitions(this.dataSource.manager, target.store.kind.type)
      : [];
    const plan = planOf(options, target, definitions);
    requireImport(target, plan);
    const job = this.newJob(plan, fileName, null);
    await this.dataSource.manager.insert(ImportEntity, job);
    return this.get(job.id);
  }

  /** Keeps a piece of the file; sending one again changes nothing. Throws IDEMPOTENCY_MISMATCH for another piece in its place. */
  async append(importId: string, position: number, data: string): Promise<void> {
    const { status } = await this.find(importId);
    // Its file is complete, or not wanted any more.
    if (status !== 'uploading') return;
    const bytes = Buffer.from(data, 'base64');
    const kept: { isSame: boolean }[] = await this.dataSource.query(
      `INSERT INTO import_chunk AS known (import_id, position, bytes) VALUES ($1, $2, $3)
       ON CONFLICT (import_id, position) DO UPDATE SET position = known.position RETURNING bytes = $3 AS "isSame"`,
      [importId, position, bytes],
    );
    if (!kept[0]?.isSame) throw keyMismatch();
  }

  /**
   * The file is complete: the job waits for a worker. One that was started before, by the same file, answers how far it is;
   * throws IDEMPOTENCY_MISMATCH for another file.
   *
   * @param fileHash SHA-256, hexadecimal; a gateway from before it was sent has none
   */
  async start(id: string, fileHash: string | null): Promise<ImportView> {
    const { affected } = await this.dataSource.manager.update(
      ImportEntity,
      { id: (await this.find(id)).id, status: 'uploading' },
      { status: 'queued', fileHash },
    );
    if (affected) this.worker.wake();
    const job = await this.find(id);
    if (job.fileHash !== fileHash) throw keyMismatch();
    return toView(job);
  }

  async get(id: string): Promise<ImportView> {
    return toView(await this.find(id));
  }

  /** This service's newest imports. */
  async list(limit: number): Promise<ImportView[]> {
    const jobs = await this.dataSource.manager.find(ImportEntity, {
      order: { createdAt: 'DESC', id: 'DESC' },
      take: limit,
    });
    return jobs.filter((job) => job.status !== 'uploading' && this.maySee(job)).map(toView);
  }

  async errors(id: string, afterRow: number, limit: number): Promise<ImportErrorView[]> {
    await this.find(id);
    const rows = await this.dataSource.manager
      .createQueryBuilder(ImportErrorEntity, 'error')
      .where('error.importId = :id AND error.row > :afterRow', { id, afterRow })
      .orderBy({ 'error.row': 'ASC', 'error.position': 'ASC' })
      .take(limit)
      .getMany();
    return rows.map(({ row, columnName, reason }) => ({ row, column: columnName, reason }));
  }

  /** Stops a job; what it has written stays. Throws CONFLICT for one that has ended. */
  async cancel(id: string): Promise<ImportView> {
    await this.find(id);
    const { affected } = await this.dataSource.manager
      .createQueryBuilder()
      .update(ImportEntity)
      .set({ status: 'cancelled', finishedAt: () => 'now()' })
      .where(`id = :id AND status IN ('uploading', 'queued', 'running')`, { id })
      .execute();
    const job = await this.find(id);
    if (affected === 0) throw new DomainError('CONFLICT', `The import has ended: ${job.status}.`);
    await this.dataSource.manager.delete(ImportChunkEntity, { importId: id });
    return toView(job);
  }

  /**
   * A job that takes back what an import wrote; the one that is already at it, if there is one. Throws CONFLICT for an
   * import that has not ended, and for an undo.
   */
  async undo(id: string): Promise<ImportView> {
    const undo = await this.dataSource.transaction(async (manager) => {
      const job = await manager.findOne(ImportEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!job || !this.maySee(job)) throw notFound('import', id);
      if (job.undoOf) throw new DomainError('CONFLICT', 'An undo cannot be undone; import the file again.');
      if (!job.finishedAt)
        throw new DomainError('CONFLICT', `The import is ${toView(job).status}; cancel it first.`);
      const running = await manager.findOneBy(ImportEntity, { undoOf: id, finishedAt: IsNull() });
      return toView(running ?? (await manager.save(this.newJob(job.plan, job.fileName, id))));
    });
    this.worker.wake();
    return undo;
  }

  private newJob(plan: ImportPlan, fileName: string | null, undoOf: string | null): ImportEntity {
    return this.dataSource.manager.create(ImportEntity, {
      id: uuidv7(),
      status: undoOf ? 'queued' : 'uploading',
      plan,
      principal: currentContext().principal,
      undoOf,
      fileName,
      fileHash: null,
      total: null,
      processed: 0,
      created: 0,
      updated: 0,
      unchanged: 0,
      deleted: 0,
      failed: 0,
      ignoredColumns: [],
      error: null,
      createdAt: new Date(),
      startedAt: null,
      finishedAt: null,
    });
  }

  private async find(id: string): Promise<ImportEntity> {
    const job = await this.dataSource.manager.findOneBy(ImportEntity, { id });
    if (!job || !this.maySee(job)) throw notFound('import', id);
    return job;
  }

  /** One's own imports, and of others those of resources that one may import with everybody's records. */
  private maySee(job: ImportEntity): boolean {
    const { resource } = this.targets.of(job.plan.resource).store.access;
    const rights = currentRights();
    return rights.scope(resource, 'import') === 'all' || job.principal.id === currentContext().principal.id;
  }
}

/** Throws FORBIDDEN for a resource that the caller may not import, and for fields that he may not set. */
function requireImport(target: ImportTarget, plan: ImportPlan): void {
  const { access } = target.store;
  currentRights().require(access.resource, 'import');
  const fields = Object.values(plan.mapping).map(({ field }) => fieldOf(target, field));
  access.requireWritable(Object.fromEntries(fields.map((field) => [field, null])));
}

/** What a column of the file sets: `company.name` sets `companyId`. */
function fieldOf(target: ImportTarget, field: string): string {
  const [first = '', rest] = field.split('.');
  if (first === 'externalId') return 'externalKeys';
  return rest !== undefined && first !== 'customFields' ? (target.references[first]?.field ?? first) : field;
}

function toView(job: ImportEntity): ImportView {
  const end = job.finishedAt ?? new Date();
  const seconds = job.startedAt ? (end.getTime() - job.startedAt.getTime()) / 1000 : 0;
  const rowsPerSecond = seconds > 0 && job.processed > 0 ? Math.round(job.processed / seconds) : null;
  const left = job.total === null || job.finishedAt ? null : job.total - job.processed;
  return {
    id: job.id,
    resource: job.plan.resource,
    status: job.status === 'uploading' ? 'queued' : job.status,
    fileName: job.fileName,
    undoOf: job.undoOf,
    total: job.total,
    processed: job.processed,
    created: job.created,
    updated: job.updated,
    unchanged: job.unchanged,
    deleted: job.deleted,
    failed: job.failed,
    ignoredColumns: job.ignoredColumns,
    rowsPerSecond,
    secondsLeft: left !== null && rowsPerSecond ? Math.ceil(left / rowsPerSecond) : null,
    error: job.error,
    createdAt: job.createdAt.toISOString(),
    startedAt: job.startedAt?.toISOString() ?? null,
    finishedAt: job.finishedAt?.toISOString() ?? null,
  };
}
