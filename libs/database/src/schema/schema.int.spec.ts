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
