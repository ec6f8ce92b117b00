import * as fc from 'fast-check';
import { Column, Entity, Index, type DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { ListQuery, Page } from '@relata/contracts';
import { TestDatabase } from '@relata/testing';
import type { CustomFieldEntity } from '../custom-fields/custom-field.entity';
import { RecordSql } from '../records/record-sql';
import { RecordEntity } from '../records/record.entity';
import { createDataSource, type SchemaDefinition } from '../schema/schema';
import { listRecords, type ListSource } from './list-records';
import { withinLimit } from './statement-limit';

@Entity('widget')
@Index('widget_created', ['createdAt', 'id'], { where: 'deleted_at IS NULL' })
export class WidgetEntity extends RecordEntity {
  @Column('text', { nullable: true })
  name: string | null;

  @Column('numeric', { nullable: true })
  price: string | null;

  @Column('integer')
  rank: number;

  @Column('date', { nullable: true })
  day: string | null;

  @Column('boolean', { nullable: true })
  hot: boolean | null;
}

class WidgetTable1764000000100 implements MigrationInterface {
  name = 'WidgetTable1764000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE widget (id uuid PRIMARY KEY, version integer NOT NULL, created_at timestamptz NOT NULL,
         updated_at timestamptz NOT NULL, deleted_at timestamptz, owner_id uuid, reader_ids uuid[] NOT NULL, editor_ids uuid[] NOT NULL, external_keys jsonb NOT NULL,
         custom_fields jsonb NOT NULL, search_text text NOT NULL, name text, price numeric, rank integer NOT NULL,
         day date, hot boolean);
       CREATE INDEX widget_created ON widget (created_at, id) WHERE deleted_at IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE widget');
  }
}

const SCHEMA: SchemaDefinition = {
  name: 'contact',
  entities: [WidgetEntity],
  migrations: [WidgetTable1764000000100],
};
const CUSTOM = [
  { fieldName: 'tier', fieldType: 'text' },
  { id: 'score-id', fieldName: 'score', fieldType: 'number' },
] as CustomFieldEntity[];

export type Values = Pick<
  WidgetEntity,
  'name' | 'price' | 'rank' | 'day' | 'hot' | 'createdAt' | 'customFields'
>;

/** Few values, so that ties and nulls are the rule. */
export const values: fc.Arbitrary<Values> = fc.record({
  name: fc.option(fc.constantFrom('a', 'A', 'b', 'é', 'z', '', 'a b', '%', '_')),
  price: fc.option(fc.constantFrom('0', '-1.5', '10', '9.99', '10.0', '12345678901234.0001')),
  rank: fc.integer({ min: -1, max: 2 }),
  day: fc.option(fc.constantFrom('2017-03-01', '2017-02-28', '1999-12-31')),
  hot: fc.option(fc.boolean()),
  createdAt: fc.constantFrom(new Date('2017-01-01T00:00:00Z'), new Date('2017-01-01T00:00:00.001Z')),
  customFields: fc.record(
    { tier: fc.constantFrom('gold', 'silver'), score: fc.integer({ min: 0, max: 3 }) },
    { requiredKeys: [] },
  ),
});

/** A table with a column of every kind, and the lists of it. */
export class Widgets {
  private constructor(
    private readonly database: TestDatabase,
    private readonly source: DataSource,
    readonly sql: RecordSql,
  ) {}

  static async open(): Promise<Widgets> {
    const database = await TestDatabase.create();
    const urls = await database.migrate([SCHEMA]);
    const source = await createDataSource(SCHEMA, urls.contact!, 2).initialize();
    return new Widgets(database, source, new RecordSql(source.getMetadata(WidgetEntity)));
  }

  async close(): Promise<void> {
    await this.source.destroy();
    await this.database.drop();
  }

  async query(sql: string, parameters: unknown[] = []): Promise<unknown> {
    return this.source.query(sql, parameters);
  }

  clear(): Promise<unknown> {
    return this.query('TRUNCATE widget');
  }

  /** A page, as asked for at noon of 2 March 2017. */
  readonly list = (
    query: ListQuery,
    sql: ListSource<WidgetEntity>['sql'] = this.sql,
  ): Promise<Page<WidgetEntity>> =>
    withinLimit(this.source.manager, (manager) =>
      listRecords(
        manager,
        {
          kind: { entity: WidgetEntity, searchFields: ['name'] },
          sql,
          access: { reach: () => 'true', branches: () => null, isHidden: () => false },
          customFields: CUSTOM,
          clock: { now: new Date('2017-03-02T12:00:00Z'), timeZone: 'UTC' },
        },
        query,
      ),
    );

  /** All ids in one page, as Postgres itself orders them. */
  readonly whole = async (question: ListQuery): Promise<string[]> =>
    (await this.list({ ...question, limit: 200 })).data.map((row) => row.id);

  async insert(values: Values[]): Promise<string[]> {
    const rows = values.map((value) => ({
      version: 1,
      updatedAt: value.createdAt,
      deletedAt: null,
      ownerId: null,
      readerIds: [],
      editorIds: [],
      externalKeys: [],
      searchText: value.name ?? '',
      ...value,
      id: uuidv7(),
    }));
    await this.query(this.sql.insert, [JSON.stringify(rows)]);
    // Postgres keeps microseconds, JavaScript does not: a cursor must not round them.
    const ids = rows.map((row) => row.id);
    await this.query(
      `UPDATE widget SET created_at = created_at + (rank % 3) * interval '1 microsecond' WHERE id = ANY($1::uuid[])`,
      [ids],
    );
    return ids;
  }
}
