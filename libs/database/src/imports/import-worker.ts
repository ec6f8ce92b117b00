import { Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { parse, type Parser } from 'csv-parse';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '@relata/contracts';
import { Roles } from '@relata/messaging';
import { ServiceConfig, runInContext } from '@relata/platform';
import { CustomFields } from '../custom-fields/custom-fields';
import { DEAD_AFTER_SECONDS, JobLoop } from '../jobs/job-loop';
import { ImportBatch, type BatchResult } from './import-batch';
import { readRow, type ImportRow } from './import-row';
import { ImportChunkEntity, ImportEntity } from './import.entity';
import { ImportTargets } from './import-target';
import { ImportUndo, importRequestId } from './import-undo';

const BATCH_ROWS = 250;
const MAX_ROW_BYTES = 1024 * 1024;

/** The job was cancelled, or another worker has it. */
class JobLost extends Error {}

/** Works on this service's imports, one at a time in each replica, row by row from where the last sign was left. */
@Injectable()
export class ImportWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly holder = randomUUID();
  private readonly loop = new JobLoop(
    'import',
    () => this.claim(),
    (job: ImportEntity) => this.work(job),
  );

  constructor(
    private readonly dataSource: DataSource,
    private readonly config: ServiceConfig,
    private readonly targets: ImportTargets,
    private readonly customFields: CustomFields,
    private readonly batch: ImportBatch,
    private readonly undo: ImportUndo,
    private readonly roles: Roles,
  ) {}

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  /** A job was queued. */
  wake(): void {
    this.loop.wake();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
    // Another replica, or our successor, goes on at once.
    await this.dataSource
      .query(`UPDATE import_job SET heartbeat_at = '-infinity' WHERE holder = $1 AND status = 'running'`, [
        this.holder,
      ])
      .catch(() => undefined);
  }

  private async claim(): Promise<ImportEntity | undefined> {
    const [[row]] = await this.dataSource.query<[{ id: string }[]]>(
      `UPDATE import_job SET status = 'running', holder = $1, heartbeat_at = now(), started_at = coalesce(started_at, now())
       WHERE id = (SELECT id FROM import_job
                   WHERE status = 'queued' OR (status = 'running' AND (holder = $1 OR heartbeat_at < now() - make_interval(secs => $2)))
                   ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING id`,
      [this.holder, DEAD_AFTER_SECONDS],
    );
    return row
      ? ((await this.dataSource.manager.findOneBy(ImportEntity, { id: row.id })) ?? undefined)
      : undefined;
  }

  private async work(job: ImportEntity): Promise<void> {
    try {
      if (job.total === null) await (job.undoOf ? this.countWritten(job, job.undoOf) : this.count(job));
      await runInContext(
        { requestId: importRequestId(job.id), principal: job.principal },
        () => (job.undoOf ? this.takeBack(job, job.undoOf) : this.importRows(job)),
        await this.roles.rightsNow(job.principal),
      );
      if (this.loop.isStopping) return;
      await this.finish(job.id, null);
    } catch (error) {
      if (error instanceof JobLost) return;
      const isFinal =
        isCsvError(error) ||
        (error instanceof DomainError && error.code !== 'SERVICE_UNAVAILABLE' && error.code !== 'TIMEOUT');
      if (!isFinal) throw error;
      await this.finish(job.id, (error as Error).message);
    }
  }

  /** One pass to count the rows and to see whether the file can be read at all. */
  private async count(job: ImportEntity): Promise<void> {
    let total = 0;
    let columns: string[] = [];
    for await (const row of this.rows(job.id)) {
      if (total === 0) columns = Object.keys(row);
      total += 1;
    }
    const missing = Object.keys(job.plan.mapping).filter((column) => total > 0 && !columns.includes(column));
    if (missing.length > 0)
      throw new DomainError(
        'VALIDATION_FAILED',
        `The file has no column ${missing.join(', ')}; it has: ${columns.join(', ')}.`,
      );
    const ignored = columns.filter((column) => !Object.hasOwn(job.plan.mapping, column));
    await this.dataSource.query('UPDATE import_job SET total = $2, ignored_columns = $3 WHERE id = $1', [
      job.id,
      total,
      JSON.stringify(ignored),
    ]);
  }

  private async importRows(job: ImportEntity): Promise<void> {
    const target = this.targets.of(job.plan.resource);
    const customFields = await this.customFields.definitions(this.dataSource.manager, target.store.kind.type);
    let number = 0;
    let rows: ImportRow[] = [];
    let writing = Promise.resolve();
    // The next rows are read while these are written.
    const flush = async () => {
      await writing;
      const batch = rows;
      rows = [];
      writing = this.batch.write(batch, job.plan, target, (manager, result) =>
        this.record(manager, job.id, result),
      );
      // Who waits for it is told.
      writing.catch(() => undefined);
    };
    try {
      for await (const cells of this.rows(job.id)) {
        number += 1;
        if (number <= job.processed) continue;
        rows.push(readRow(number, cells, job.plan, target, customFields, this.config.timeZone));
        if (rows.length >= BATCH_ROWS) await flush();
        if (this.loop.isStopping) return;
      }
      if (rows.length > 0) await flush();
    } finally {
      await writing;
    }
  }

  private async countWritten(job: ImportEntity, importId: string): Promise<void> {
    const { type } = this.targets.of(job.plan.resource).store.kind;
    await this.dataSource.query('UPDATE import_job SET total = $2 WHERE id = $1', [
      job.id,
      await this.undo.count(importId, type),
    ]);
  }

  private async takeBack(job: ImportEntity, importId: string): Promise<void> {
    const target = this.targets.of(job.plan.resource);
    await target.prepare?.(this.dataSource.manager, []);
    for (let done = job.processed; !this.loop.isStopping;) {
      const written = await this.undo.next(importId, target.store.kind.type, done, BATCH_ROWS);
      if (written.length === 0) return;
      await this.undo.takeBack(written, target, (manager, result) => this.record(manager, job.id, result));
      done += written.length;
    }
  }

  /** Counts rows in the transaction that wrote them. Throws JobLost when the job is not ours any more. */
  private async record(manager: EntityManager, id: string, result: BatchResult): Promise<void> {
    const outcomes = [...result.values()];
    const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
    const failed = outcomes.filter((one) => typeof one !== 'string').length;
    const [, changed] = await manager.query<[unknown, number]>(
      `UPDATE import_job SET processed = processed + $3, created = created + $4, updated = updated + $5, unchanged = unchanged + $6,
              deleted = deleted + $7, failed = failed + $8, heartbeat_at = now()
       WHERE id = $1 AND holder = $2 AND status = 'running'`,
      [
        id,
        this.holder,
        outcomes.length,
        count('created'),
        count('updated'),
        count('unchanged'),
        count('deleted'),
        failed,
      ],
    );
    if (changed === 0) throw new JobLost();
    const errors = [...result].flatMap(([row, outcome]) =>
      typeof outcome === 'string'
        ? []
        : outcome.map(({ column, reason }, position) => ({ id, row, position, column, reason })),
    );
    if (errors.length === 0) return;
    await manager.query(
      `INSERT INTO import_error (import_id, row, position, column_name, reason)
       SELECT id, row, position, "column", reason
       FROM jsonb_to_recordset($1::jsonb) AS error (id uuid, row int, position int, "column" text, reason text)`,
      [JSON.stringify(errors)],
    );
  }

  private async finish(id: string, error: string | null): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query(
        `UPDATE import_job SET error = $3, finished_at = now(),
                status = CASE WHEN $3::text IS NOT NULL THEN 'failed' WHEN failed > 0 THEN 'completed_with_errors' ELSE 'completed' END
         WHERE id = $1 AND holder = $2 AND status = 'running'`,
        [id, this.holder, error],
      );
      await manager.delete(ImportChunkEntity, { importId: id });
    });
  }

  /** Rows of the file by column name; the chunks are read as the parser asks for them. */
  private rows(id: string): AsyncIterable<Record<string, string>> {
    const parser: Parser = parse({
      columns: true,
      bom: true,
      skip_empty_lines: true,
      relax_column_count: false,
      max_record_size: MAX_ROW_BYTES,
    });
    const source = Readable.from(this.chunks(id));
    source.once('error', (error) => parser.destroy(error));
    return source.pipe(parser) as AsyncIterable<Record<string, string>>;
  }

  private async *chunks(id: string): AsyncGenerator<Buffer> {
    for (let position = 0; ; position++) {
      const chunk = await this.dataSource.manager.findOneBy(ImportChunkEntity, { importId: id, position });
      if (!chunk) return;
      yield chunk.bytes;
    }
  }
}

function isCsvError(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && code.startsWith('CSV_');
}
