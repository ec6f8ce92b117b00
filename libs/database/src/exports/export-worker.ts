import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError, Rights, eventTypeOf, type ExportView } from '@relata/contracts';
import { EventLog, Roles } from '@relata/messaging';
import { runInContext } from '@relata/platform';
import { CustomFields } from '../custom-fields/custom-fields';
import { DEAD_AFTER_SECONDS, JobLoop } from '../jobs/job-loop';
import type { RecordStore } from '../records/record-store';
import { exportFile } from './export-file';
import { ExportChunkEntity, type ExportEntity } from './export.entity';
import { ExportsService } from './exports.service';

const CHUNK_BYTES = 256 * 1024;
/** Files are kept so long; the jobs stay. */
const KEPT_DAYS = 7;
const CLEAN_EVERY_MS = 60 * 60_000;

/** The job was deleted, or another worker has it; or this one is to stop. */
class JobLost extends Error {}

/** Works on this service's exports, one at a time in each replica: each a snapshot of one moment, by the rights of who asked. */
@Injectable()
export class ExportWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly holder = randomUUID();
  private cleanedAt = 0;
  private readonly loop = new JobLoop(
    'export',
    () => this.claim(),
    (job: ExportEntity) => this.work(job),
  );

  constructor(
    private readonly dataSource: DataSource,
    private readonly eventLog: EventLog,
    private readonly exports: ExportsService,
    private readonly customFields: CustomFields,
    private readonly roles: Roles,
  ) {}

  onApplicationBootstrap(): void {
    const { store } = this.exports;
    if (store) this.loop.startAndFollow(this.eventLog, [store.kind.type]);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
    await this.dataSource
      .query(`UPDATE export_job SET heartbeat_at = '-infinity' WHERE holder = $1 AND status = 'running'`, [
        this.holder,
      ])
      .catch(() => undefined);
  }

  private async claim(): Promise<ExportEntity | undefined> {
    await this.clean();
    const { store } = this.exports;
    if (!store) return undefined;
    return this.eventLog.transaction(async (manager) => {
      const [row]: { id: string }[] = await manager.query(
        `SELECT id FROM export_job WHERE deleted_at IS NULL
         AND (status = 'queued' OR (status = 'running' AND (holder = $1 OR heartbeat_at < now() - make_interval(secs => $2))))
         ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
        [this.holder, DEAD_AFTER_SECONDS],
      );
      if (!row) return undefined;
      const now = new Date();
      const set = { status: 'running', holder: this.holder, heartbeatAt: now, startedAt: now } as const;
      return this.change(manager, store, row.id, 'started', set);
    });
  }

  private async work(job: ExportEntity): Promise<void> {
    try {
      const context = { requestId: `export:${job.id}`, principal: job.principal };
      const rights = await this.roles.rightsNow(job.principal);
      const rows = await runInContext(context, () => this.write(job), rights);
      await this.finish(job.id, { status: 'completed', rows, error: null });
    } catch (error) {
      if (error instanceof JobLost) return;
      const isFinal =
        error instanceof DomainError && error.code !== 'SERVICE_UNAVAILABLE' && error.code !== 'TIMEOUT';
      if (!isFinal) throw error;
      await this.finish(job.id, { status: 'failed', rows: null, error: error.message });
    }
  }

  /** Writes the file from its beginning; answers how many records it holds. */
  private async write(job: ExportEntity): Promise<number> {
    const records = this.exports.recordsOf(job.plan);
    const { resource } = records.access;
    await this.dataSource.manager.delete(ExportChunkEntity, { exportId: job.id });
    return this.dataSource.transaction('REPEATABLE READ', async (snapshot) => {
      const fields = await this.customFields.definitions(snapshot, records.kind.type);
      const file = exportFile(
        job.plan,
        resource,
        fields.map(({ fieldName }) => fieldName),
      );
      let [rows, position, text] = [0, 0, file.head()];
      for await (const page of records.pages(snapshot, job.plan.query, 'export')) {
        rows += page.length;
        text += file.page(page);
        if (text.length >= CHUNK_BYTES) {
          await this.keep(job.id, position++, text);
          text = '';
        }
      }
      await this.keep(job.id, position, text);
      return rows;
    });
  }

  /** Keeps a piece of the file, and gives a sign of life. Throws JobLost. */
  private async keep(exportId: string, position: number, text: string): Promise<void> {
    const [, held]: [unknown, number] = await this.dataSource.query(
      `UPDATE export_job SET heartbeat_at = now() WHERE id = $1 AND holder = $2 AND status = 'running' AND deleted_at IS NULL`,
      [exportId, this.holder],
    );
    if (held === 0 || this.loop.isStopping) throw new JobLost();
    await this.dataSource.manager.insert(ExportChunkEntity, { exportId, position, bytes: Buffer.from(text) });
  }

  private async finish(id: string, end: Pick<ExportEntity, 'status' | 'rows' | 'error'>): Promise<void> {
    const { store } = this.exports;
    if (!store) return;
    await this.eventLog.transaction(async (manager) => {
      const [held]: unknown[] = await manager.query(
        `SELECT 1 FROM export_job WHERE id = $1 AND holder = $2 AND status = 'running' AND deleted_at IS NULL FOR UPDATE`,
        [id, this.holder],
      );
      if (held) await this.change(manager, store, id, 'ended', { ...end, finishedAt: new Date() });
    });
  }

  /** A change of the job, in the name of who asked for it. */
  private async change(
    manager: EntityManager,
    store: RecordStore<ExportEntity, ExportView>,
    id: string,
    word: 'started' | 'ended',
    set: Partial<ExportEntity>,
  ): Promise<ExportEntity> {
    const [job] = await store.getMany([id], manager);
    const context = { requestId: `export:${id}`, principal: (job as ExportEntity).principal };
    const event = eventTypeOf(store.kind.type, word);
    return runInContext(
      context,
      () => store.changeIn(manager, id, () => [{ event, set }]),
      Rights.EVERYTHING,
    );
  }

  private async clean(): Promise<void> {
    if (Date.now() - this.cleanedAt < CLEAN_EVERY_MS) return;
    this.cleanedAt = Date.now();
    await this.dataSource.query(
      `DELETE FROM export_chunk USING export_job WHERE export_id = id AND finished_at < now() - make_interval(days => $1)`,
      [KEPT_DAYS],
    );
  }
}
