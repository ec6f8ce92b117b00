import type { Pool, PoolClient } from 'pg';
import { eventually, probeProducer, startTestService, type TestService } from '@relata/testing';

let producer: TestService;
beforeAll(async () => {
  producer = await startTestService(probeProducer);
});
afterAll(async () => producer.system.stop());

it('outlives a connection that breaks when it was just handed out', async () => {
  const { master } = producer.dataSource.driver as unknown as { master: Pool };
  await new Promise<void>((resolve, reject) => {
    master.connect((error, client, release) => {
      if (error) return reject(error);
      // As the driver does for a message of the server that comes with the last one of the handshake.
      (client as PoolClient).emit(
        'error',
        new Error('terminating connection due to unexpected postmaster exit'),
      );
      release(true);
      resolve();
    });
  });
  await eventually(async () => expect(await producer.query('SELECT 1 AS one')).toEqual([{ one: 1 }]));
});

it('has a statement with parameters parsed once for a connection, when it comes again', async () => {
  const statement = 'SELECT $1::int + 1 AS next';
  const { first, prepared } = await producer.dataSource.transaction(async (manager) => {
    const known = async (): Promise<unknown[]> =>
      manager.query(`SELECT 1 FROM pg_prepared_statements WHERE statement = '${statement}'`);
    await manager.query(statement, [1]);
    const first = await known();
    await manager.query(statement, [2]);
    expect(await manager.query(statement, [41])).toEqual([{ next: 42 }]);
    return { first, prepared: await known() };
  });
  expect([first.length, prepared.length]).toEqual([0, 1]);
});
