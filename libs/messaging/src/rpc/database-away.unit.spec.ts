import { Client } from 'pg';
import { QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { databaseAway } from './database-away';

const withCode = (code: string) => Object.assign(new Error('x'), { code });

it('tells what cannot have begun from what may have happened', async () => {
  const client = new Client({ host: '127.0.0.1', port: 1, user: 'nobody', database: 'none' });
  const refused: unknown = await client.connect().catch((error: unknown) => error);
  expect(databaseAway(refused)?.code).toBe('SERVICE_UNAVAILABLE');
  expect(databaseAway(withCode('57P03'))?.code).toBe('SERVICE_UNAVAILABLE');
  expect(databaseAway(withCode('57P01'))?.code).toBe('OUTCOME_UNKNOWN');
  expect(databaseAway(Object.assign(new Error('x'), { driverError: withCode('57P01') }))?.code).toBe(
    'OUTCOME_UNKNOWN',
  );
  expect(databaseAway(new QueryRunnerAlreadyReleasedError())?.code).toBe('OUTCOME_UNKNOWN');
  expect(databaseAway(new QueryRunnerProviderAlreadyReleasedError())?.code).toBe('OUTCOME_UNKNOWN');
  expect(databaseAway(new Error('Connection terminated unexpectedly'))?.code).toBe('OUTCOME_UNKNOWN');
  // What pg says to the next statement of a transaction whose connection broke, or was closed, meanwhile.
  for (const what of ['has encountered a connection error', 'was closed'])
    expect(databaseAway(new Error(`Client ${what} and is not queryable`))?.code).toBe('OUTCOME_UNKNOWN');
});

it('leaves every other error alone', () => {
  expect(databaseAway(withCode('23505'))).toBeUndefined();
  expect(databaseAway(new Error('Something else'))).toBeUndefined();
  expect(databaseAway('text')).toBeUndefined();
});
