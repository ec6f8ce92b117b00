import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { settle } from '../checker/settle';
import { checkStreams, disorder, readStream } from '../checker/streams';
import { History } from '../history';
import { Load } from '../load';
import { withStack, type Finding, type MeasureOptions } from './measure';

const CANDIDATES = 4;
const KILL_EVERY_MS = 5_000;
const SETTLE_MS = 60_000;

/** Four processes could relay; the one that does dies between publish and mark, again and again. */
export async function measureLeaders({ seconds, seed, rate, say }: MeasureOptions): Promise<Finding[]> {
  const preloads = [join(__dirname, '..', 'preload', 'crash-relay.cjs')];
  return withStack({ replicas: { contact: CANDIDATES }, preloads }, async ({ stack, http, subject }) => {
    const history = new History();
    const load = new Load(http, history, {
      seed,
      rate,
      workers: 24,
      mix: { 'contact.create': 1, 'contact.patch': 4, 'company.create': 1, 'company.patch': 2 },
    });
    load.start();
    let killed = 0;
    for (const end = Date.now() + seconds * 1_000; Date.now() < end;) {
      const file = stack.crashFile('contact');
      writeFileSync(file, '');
      await delay(KILL_EVERY_MS);
      if (!existsSync(file)) killed++;
    }
    await load.stop();
    const left = await settle(subject, SETTLE_MS);
    if (left) say(`Not at rest: ${left}`);
    const published = await readStream(subject, 'CONTACT');
    const found = disorder(published).length;
    const others = (await checkStreams(subject)).length;
    return [
      {
        promise: `order violations per record, ${CANDIDATES} relay candidates, leader killed every ${KILL_EVERY_MS / 1_000} s`,
        target: '0',
        measured: `${found} in ${published.length} events; ${killed} leaders killed between publish and mark; ${published.length - new Set(published.map(({ id }) => id)).size} events published twice; ${others} other violations in streams`,
        holds: found === 0 && others === 0,
      },
    ];
  });
}
