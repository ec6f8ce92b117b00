import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { CUSTOM_FIELD_OWNERS, Rights, SYSTEM, type CustomFieldEntityType } from '@relata/contracts';
import { EventLog } from '@relata/messaging';
import { runInContext } from '@relata/platform';
import { JobLoop } from '../jobs/job-loop';
import { RecordStores } from '../records/record-stores';
import { buildIndexes, dropIndexes } from '../schema/build-indexes';
import { CustomFieldDefinitions } from './custom-field-definitions';
import { INDEX_NAME, customFieldSql, indexColumns } from './custom-field-sql';
import { MAX_INDEXED_TEXT } from './custom-field-value';
import type { CustomFieldEntity } from './custom-field.entity';

/** Sets our lock apart from whatever else takes advisory locks in the database. */
const LOCK = 7_201_005;
/** How long to leave it to the replica that is at it. */
const AWAY_MS = 1_000;
const CONNECT_MS = 5_000;
/** An error that may pass, such as a lost connection, is none of the field until it came so often. */
const MAX_TRIES = 3;
/** SQLSTATE of what does not pass by itself: values of another type, no space, an entry that is too large. */
const LASTING = /^(22|53100|54)/;
/** A session that is stopped or cut off gives up what it holds; one at work leaves the other cores to those who write. */
const SESSION = `SET statement_timeout = 0; SET max_parallel_maintenance_workers = 0; SET client_connection_check_interval = '2s'; SET idle_session_timeout = '30s'`;

/** An index that is to be built, or one that is to go: that of no indexed field. */
interface Difference {
  name: string;
  field?: Pick<CustomFieldEntity, 'id' | 'fieldName' | 'fieldType' | 'entityType'>;
}

/** The values of records do not allow an index. */
class Unindexable extends Error {}

/**
 * Keeps the indexes of custom fields as the definitions want them, while others write: builds what is missing, drops
 * what nobody wants, and builds anew what a process left half-done when it died. What is to be done is read off the
 * definitions and Postgres' own catalogue, so that there is no list of jobs that could disagree with either.
 *
 * One replica works at a time: who holds a lock of its own session, which ends with the session, not before it. (A lease
 * could pass on while Postgres still builds for the former holder.)
 */
@Injectable()
export class CustomFieldIndexes implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly tries = new Map<string, number>();
  private session: Client | undefined;
  private readonly loop = new JobLoop(
    'index of a custom field',
    async () => (await this.differences())[0],
    () => this.work(),
  );

  constructor(
    private readonly dataSource: DataSource,
    private readonly stores: RecordStores,
    private readonly definitions: CustomFieldDefinitions,
    private readonly eventLog: EventLog,
  ) {}

  onApplicationBootstrap(): void {
    const { schema } = this.dataSource.options as { schema?: string };
    const types = Object.entries<string | undefined>(CUSTOM_FIELD_OWNERS)
      .filter(([, owner]) => owner === schema)
      .map(([type]) => this.definitions.storeOf(type as CustomFieldEntityType).kind.type);
    if (types.length > 0) this.loop.startAndFollow(this.eventLog, types);
  }

  /** A build may take minutes: it is given up, and whoever leads next begins anew. */
  async beforeApplicationShutdown(): Promise<void> {
    this.loop.isStopping = true;
    await this.session?.end().catch(() => undefined);
    await this.loop.stop();
  }

  private async differences(): Promise<Difference[]> {
    const rows: { name: string; field: Difference['field'] | null; isReady: boolean | null }[] =
      await this.dataSource.query(
        `WITH wanted AS (
           SELECT 'custom_value_' || replace(id::text, '-', '') AS name, index_state = 'ready' AS "isReady",
                  json_build_object('id', id, 'fieldName', field_name, 'fieldType', field_type, 'entityType', entity_type) AS field
           FROM custom_field WHERE indexed AND index_state <> $1 AND deleted_at IS NULL
         ), there AS (
           SELECT relname AS name, indisvalid FROM pg_class JOIN pg_index ON indexrelid = pg_class.oid
           WHERE relnamespace = current_schema()::regnamespace AND relname LIKE 'custom\\_value\\_%'
         )
         SELECT name, field, "isReady" FROM wanted FULL JOIN there USING (name)
         WHERE NOT coalesce("isReady" AND indisvalid, false) ORDER BY field IS NOT NULL, name`,
        // (What has parameters is planned once: this is asked again and again, and planning it takes milliseconds.)
        ['failed'],
      );
    return rows
      .filter(({ name }) => INDEX_NAME.test(name))
      .map(({ name, field }) => ({ name, ...(field ? { field } : {}) }));
  }

  /** All that is to be done, on a connection of its own; nothing while another replica does it. */
  private async work(): Promise<void> {
    const { url, extra } = this.dataSource.options as { url?: string; extra?: { options?: string } };
    const session = new Client({
      connectionString: url,
      options: extra?.options,
      application_name: 'relata-custom-field-indexes',
      connectionTimeoutMillis: CONNECT_MS,
    });
    // Whoever waits for an answer gets the error too.
    session.on('error', () => undefined);
    try {
      await session.connect();
      // (One that is ended while it connects would never answer.)
      this.session = session;
      if (this.loop.isStopping) return;
      await session.query(SESSION);
      const { rows } = await session.query<{ locked: boolean }>(
        'SELECT pg_try_advisory_lock($1, hashtext(current_schema())) AS locked',
        [LOCK],
      );
      if (!rows[0]?.locked) return await delay(AWAY_MS);
      for (const { name, field } of await this.differences()) {
        if (this.loop.isStopping) return;
        if (field) await this.build(session, name, field);
        else await dropIndexes(session, [name]);
      }
    } finally {
      this.session = undefined;
      await session.end().catch(() => undefined);
    }
  }

  private async build(session: Client, name: string, field: NonNullable<Difference['field']>): Promise<void> {
    try {
      await this.buildOn(session, name, field);
      await this.conclude(field, { indexState: 'ready', indexError: null });
    } catch (error) {
      if (this.loop.isStopping) return;
      const { code = '', message } = error as Error & { code?: string };
      const tries = (this.tries.get(field.id) ?? 0) + 1;
      this.tries.set(field.id, tries);
      if (!(error instanceof Unindexable) && !LASTING.test(code) && tries < MAX_TRIES) throw error;
      // Also a half-built index has each write put its values in, and refuses what does not fit.
      await dropIndexes(session, [name]);
      await this.conclude(field, { indexState: 'failed', indexError: message });
    }
    this.tries.delete(field.id);
  }

  private async buildOn(
    session: Client,
    name: string,
    field: NonNullable<Difference['field']>,
  ): Promise<void> {
    const sql = customFieldSql(field);
    const table = this.stores.find(field.entityType)?.table;
    if (!sql || !table) throw new Unindexable(`There are no ${field.entityType} records to index.`);
    await dropIndexes(session, [name]);
    if (sql.type === 'text') {
      const { rows } = await session.query<{ id: string }>(
        `SELECT id FROM ${table} WHERE length(${sql.expression}) > ${MAX_INDEXED_TEXT} LIMIT 1`,
      );
      if (rows[0]) {
        const where = `The ${field.entityType} ${rows[0].id} has a longer ${field.fieldName}`;
        throw new Unindexable(
          `${where} than the ${MAX_INDEXED_TEXT} characters that an indexed one can have.`,
        );
      }
    }
    await buildIndexes(session, {
      [name]: `${table} ${indexColumns(sql)}`,
    });
    // Postgres knows how common the values of an expression are only once it has looked at them for an index.
    await session.query(`ANALYZE ${table}`);
  }

  /** Says in the definition what became of the index, if the field is still to have one. */
  private async conclude(
    { id, entityType }: NonNullable<Difference['field']>,
    set: Pick<CustomFieldEntity, 'indexState' | 'indexError'>,
  ): Promise<void> {
    const store = this.definitions.storeOf(entityType);
    await runInContext(
      { requestId: `index:${id}`, principal: SYSTEM },
      () =>
        store.change(
          id,
          (field) =>
            field.indexed && !field.deletedAt ? [{ event: `${entityType}Field.updated`, set }] : [],
          {
            evenDeleted: true,
          },
        ),
      Rights.EVERYTHING,
    );
  }
}
