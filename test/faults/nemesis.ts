import { setTimeout as delay } from 'node:timers/promises';
import { FAULTS, type FaultName } from './faults';
import { Random } from './random';
import type { Stack } from './stack';

export interface NemesisOptions {
  seed: number;
  faults: readonly FaultName[];
  /** Mean milliseconds between one fault and the next. */
  everyMs: number;
}

export interface Incident {
  fault: FaultName;
  at: number;
  untilAt: number;
  words: string;
  kills: number;
  error?: string;
}

/** Does random faults, one after the other, until told to stop. */
export class Nemesis {
  readonly incidents: Incident[] = [];
  private stopping = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly stack: Stack,
    private readonly options: NemesisOptions,
  ) {}

  get kills(): number {
    return this.incidents.reduce((sum, { kills }) => sum + kills, 0);
  }

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  private async run(): Promise<void> {
    const { seed, faults, everyMs } = this.options;
    const random = new Random(seed);
    // Each comes once before any comes twice, in random order.
    let deck: FaultName[] = [];
    while (!this.stopping) {
      await this.rest(everyMs * (0.5 + random.next()));
      if (this.stopping) return;
      if (deck.length === 0) deck = [...faults];
      const [fault] = deck.splice(random.between(0, deck.length - 1), 1);
      if (fault) await this.strike(fault, random);
    }
  }

  private async strike(fault: FaultName, random: Random): Promise<void> {
    const at = Date.now();
    const incident = { fault, at, untilAt: at, words: '', kills: 0 };
    try {
      const deed = await FAULTS[fault](this.stack, random);
      this.incidents.push({ ...incident, untilAt: Date.now(), words: deed.words, kills: deed.kills ?? 0 });
    } catch (error) {
      this.incidents.push({ ...incident, untilAt: Date.now(), error: (error as Error).message });
    }
  }

  private async rest(milliseconds: number): Promise<void> {
    const until = Date.now() + milliseconds;
    while (!this.stopping && Date.now() < until) await delay(Math.min(50, milliseconds));
  }
}
