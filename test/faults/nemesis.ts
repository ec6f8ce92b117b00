import { setTimeout as delay } from 'node:timers/promises';
import { FAULTS, type FaultName } from './faults/catalogue';
import { NotPossible, type Deed } from './faults/fault';
import { Random } from './random';
import type { Stack } from './stack';

export interface NemesisOptions {
  seed: number;
  faults: readonly FaultName[];
  /** Mean milliseconds between one fault and the next. */
  everyMs: number;
  say: (line: string) => void;
}

export interface Incident extends Deed {
  fault: FaultName;
  /** Milliseconds since the epoch. */
  at: number;
  untilAt: number;
  /** Why it could not be done. */
  error?: string;
}

/** Does random faults, one after the other, until told to stop. */
export class Nemesis {
  readonly incidents: Incident[] = [];
  /** Faults that this machine does not allow. */
  readonly impossible = new Set<FaultName>();
  private stopping = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly stack: Stack,
    private readonly options: NemesisOptions,
  ) {}

  get kills(): number {
    return this.incidents.reduce((sum, { kills = 0 }) => sum + kills, 0);
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
      if (deck.length === 0) deck = faults.filter((name) => !this.impossible.has(name));
      const [fault] = deck.splice(random.between(0, deck.length - 1), 1);
      if (fault) await this.strike(fault, random);
    }
  }

  private async strike(fault: FaultName, random: Random): Promise<void> {
    const at = Date.now();
    try {
      const deed = await FAULTS[fault](this.stack, random);
      this.incidents.push({ fault, at, untilAt: Date.now(), ...deed });
      this.options.say(`  ${fault}: ${deed.words}`);
    } catch (error) {
      const words = (error as Error).message;
      this.incidents.push({ fault, at, untilAt: Date.now(), words, error: words });
      if (error instanceof NotPossible) this.impossible.add(fault);
    }
  }

  private async rest(milliseconds: number): Promise<void> {
    const until = Date.now() + milliseconds;
    while (!this.stopping && Date.now() < until) await delay(Math.min(50, milliseconds));
  }
}
