import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { errorOf, eventually, unique, uniqueEmail } from '@relata/testing';
import { activityService } from '../../apps/activity/src/activity.service-definition';
import { dealService } from '../../apps/deal/src/deal.service-definition';
import {
  BatchStage,
  company,
  dataOf,
  eventsOf,
  held,
  person,
  sale,
  task,
  typesOf,
  untilPartWaits,
} from './batch-stage';

const MAIN = resolve(__dirname, '..', '..', 'dist', 'apps', 'contact', 'main.js');
/** Eight seconds of silence, and the time to notice. */
const TAKEN_BACK_WITHIN_MS = 10_000;
jest.setTimeout(60_000);

/** A process that starts beside other tests. */
const UP_WITHIN_MS = 15_000;
let stage: BatchStage;
const children: ChildProcess[] = [];
beforeEach(async () => {
  stage = await BatchStage.set();
  // The contact service runs as processes of its own from here on.
  await stage.system.stopServices();
  await stage.system.startReplica(dealService);
  await stage.system.startReplica(activityService);
});
afterEach(async () => {
  for (const child of children.splice(0)) await killed(child);
  await stage.clear();
});

/** The built contact service, as an orchestrator runs it; it takes requests when this is done. */
async function startProcess(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, ...stage.system.environment('contact') },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  children.push(child);
  await eventually(() => stage.createContact(), { withinMs: UP_WITHIN_MS });
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** Waits until the batch is taken back: its records are in the trash, the log says why. */
async function untilTakenBack(id: string, email: string): Promise<void> {
  await eventually(
    async () => expect(await typesOf(stage.contact, id)).toEqual(['batch.created', 'batch.reverted']),
    { withinMs: TAKEN_BACK_WITHIN_MS },
  );
  const [reason] = await stage.contact.query(
    `SELECT details ->> 'code' AS code FROM event WHERE record_id = $1 AND type = 'batch.reverted'`,
    [id],
  );
  expect(reason).toEqual({ code: 'OUTCOME_UNKNOWN' });
  const made = await stage.contact.query<{ id: string; isGone: boolean }>(
    'SELECT id, deleted_at IS NOT NULL AS "isGone" FROM contact WHERE email = $1',
    [email],
  );
  expect(made).toEqual([{ id: expect.any(String), isGone: true }]);
  expect(await typesOf(stage.contact, made[0]!.id)).toEqual(['contact.created', 'contact.deleted']);
}

it('is taken back by another replica when the carrier is killed between the parts, and its key does it anew', async () => {
  const carrier = await startProcess();
  const [email, idempotencyKey] = [uniqueEmail(), unique('key')];
  const operations = [company(), person({ email }), sale(), task()];
  const release = await held(stage.deal, 'batch_part');
  const lost = errorOf(stage.batch(operations, { idempotencyKey }, { timeoutMs: 6_000 }));
  await untilPartWaits(stage.deal);
  const { id, requestId } = await stage.lastBatch();
  await killed(carrier);
  await startProcess();
  await untilTakenBack(id, email);
  expect((await lost).code).toBe('OUTCOME_UNKNOWN');
  // The part that it sent before it died comes after the decision.
  await release();
  await eventually(async () =>
    expect(await stage.deal.query('SELECT written FROM batch_part WHERE batch_id = $1', [id])).toEqual([
      { written: null },
    ]),
  );
  expect(await stage.liveDealsOf(requestId)).toEqual([]);

  const again = await eventually(() => stage.batch(operations, { idempotencyKey }));
  expect(again.isReplayed).toBe(false);
  expect(await stage.getContact(dataOf(again, 1).id)).toMatchObject({ email });
});

it('takes its batch back when it comes back alone, though all parts were done', async () => {
  const carrier = await startProcess();
  const email = uniqueEmail();
  // The decision waits for its row.
  const release = await held(stage.deal, 'batch_part');
  const lost = errorOf(stage.batch([company(), person({ email }), sale()], {}, { timeoutMs: 6_000 }));
  await untilPartWaits(stage.deal);
  const { id, requestId } = await stage.lastBatch();
  const decision = stage.contact.dataSource.createQueryRunner();
  await decision.startTransaction();
  await decision.query('SELECT 1 FROM batch WHERE id = $1 FOR UPDATE', [id]);
  await release();
  await eventually(async () => expect(await stage.liveDealsOf(requestId)).toHaveLength(1));
  await killed(carrier);
  await decision.rollbackTransaction();
  await decision.release();
  await startProcess();
  await untilTakenBack(id, email);
  expect((await lost).code).toBe('OUTCOME_UNKNOWN');
  await eventually(async () => expect(await stage.liveDealsOf(requestId)).toEqual([]));
  const [deal] = await stage.deal.query<{ id: string }>(
    `SELECT record_id AS id FROM event WHERE request_id = $1 AND type = 'deal.created'`,
    [requestId],
  );
  const reverted = (await eventsOf(stage.contact, id)).at(-1)!;
  expect(await eventsOf(stage.deal, deal!.id)).toMatchObject([
    { type: 'deal.created', version: 1, actor: 'Anna Test', request: requestId },
    { type: 'deal.deleted', version: 2, actor: 'system', request: requestId, causation: reverted.id },
  ]);
});
