import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { type DataSource, QueryFailedError } from 'typeorm';
import { TestDatabase } from '@relata/testing';
import { createDataSource } from '../schema/schema';
import { RowsById } from './rows-by-id';

const SCHEMA = { name: 'contact' as const, entities: [], migrations: [] };
const NAMES = { text: (condition: string) => `SELECT name, id FROM thing WHERE ${condition}` };
const [ADA, BOB, CAL] = [randomUUID(), randomUUID(), randomUUID()];

let database: TestDatabase;
let source: DataSource;
let statements: jest.SpiedFunction<Pool['query']>;
const rows = new RowsById();
beforeAll(async () => {
  database = await TestDatabase.create();
  const urls = await database.migrate([SCHEMA]);
  source = await createDataSource(SCHEMA, urls.contact as string).initialize();
  await source.query('CREATE TABLE thing (id uuid PRIMARY KEY, name text)');
  await source.query(`INSERT INTO thing VALUES ($1, 'Ada'), ($2, 'Bob'), ($3, 'Cal')`, [ADA, BOB, CAL]);
  statements = jest.spyOn((source.driver as PostgresDriver).master as Pool, 'query');
});
beforeEach(() => statements.mockClear());
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const read = (ids: string[], statement: Parameters<RowsById['read']>[2] = NAMES) =>
  rows.read(source.manager, ids, statement);

it('reads those of one turn by one statement, and gives each what it asked for', async () => {
  const asked = [[ADA], [BOB.toUpperCase()], [randomUUID()], [ADA], [CAL, ADA, CAL.toUpperCase()], []];
  expect(await Promise.all(asked.map((ids) => read(ids)))).toEqual([
    [['Ada', ADA]],
    [['Bob', BOB]],
    [],
    [['Ada', ADA]],
    [
      ['Cal', CAL],
      ['Ada', ADA],
    ],
    [],
  ]);
  expect(statements).toHaveBeenCalledTimes(1);
  expect(await read([BOB])).toEqual([['Bob', BOB]]);
  expect(statements).toHaveBeenCalledTimes(2);
});

it('reads apart what is asked for by another statement, or with other parameters', async () => {
  const named = (name: string) => ({
    text: (condition: string) => `SELECT id FROM thing WHERE ${condition} AND name = $2`,
    others: [name],
  });
  const found = await Promise.all([read([ADA]), read([ADA], named('Ada')), read([ADA], named('Bob'))]);
  expect(found).toEqual([[['Ada', ADA]], [[ADA]], []]);
  expect(statements).toHaveBeenCalledTimes(3);
});

it('fails for who asks for what is no id, and for nobody else', async () => {
  const [good, bad] = await Promise.allSettled([read([ADA]), read(['ada'])]);
  expect(good).toMatchObject({ value: [['Ada', ADA]] });
  expect(bad).toMatchObject({ reason: expect.any(QueryFailedError) as unknown });
});

it('fails for all of a statement that fails', async () => {
  const broken = { text: (condition: string) => `SELECT 1 / 0, id FROM thing WHERE ${condition}` };
  const outcomes = await Promise.allSettled([read([ADA], broken), read([BOB], broken), read([CAL])]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
});

it('sees in a transaction what that wrote', async () => {
  await source.transaction(async (manager) => {
    await manager.query(`UPDATE thing SET name = 'Eva' WHERE id = $1`, [ADA]);
    expect(await Promise.all([rows.read(manager, [ADA], NAMES), read([ADA])])).toEqual([
      [['Eva', ADA]],
      [['Ada', ADA]],
    ]);
  });
});
