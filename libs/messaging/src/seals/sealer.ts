import type { DataSource } from 'typeorm';
import { LeaseLost, type Lease } from '../lease';
import type { EnvelopeRow } from '../events/event-envelope';
import type { Outbox } from '../events/outbox';
import { NOTHING, digestOf, digestsOf, sealOf } from './digest';

/** How long events wait for those that are sealed with them; an event is sealed within a second of its commit. */
export const SEAL_EVERY_MS = 250;

/** The end of the chain. */
interface Tip {
  position: number;
  seal: Buffer;
}

/**
 * Seals the log, in order of position: for the relay that has the lease. Whoever alters an event afterwards must alter every
 * link since, and the links whose seals somebody has noted.
 */
export class Sealer {
  /** Undefined when we must look. */
  private tip: Tip | undefined;
  private waiting: Buffer[] = [];
  private sealedAt = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly lease: Lease,
    private readonly outbox: Outbox,
  ) {}

  get hasWaiting(): boolean {
    return this.waiting.length > 0;
  }

  /** Takes events that were just given their positions. */
  add(events: readonly EnvelopeRow[]): void {
    for (const event of events) {
      const { tip } = this;
      if (!tip) return;
      if (Number(event.position) === tip.position + this.waiting.length + 1)
        this.waiting.push(digestOf(event));
      // The position before it has no event, or another relay was here.
      else this.forget();
    }
  }

  /** Another may have sealed, or something failed: `seal` reads what is not sealed yet. */
  forget(): void {
    this.tip = undefined;
    this.waiting = [];
  }

  /** Seals what waits, when it has waited long enough. Throws LeaseLost. */
  async seal(): Promise<void> {
    if (!this.tip) return this.catchUp();
    if (!this.hasWaiting || Date.now() - this.sealedAt < SEAL_EVERY_MS) return;
    const { waiting } = this;
    this.waiting = [];
    await this.append(this.tip, Buffer.concat(waiting), this.tip.position + waiting.length);
  }

  private async catchUp(): Promise<void> {
    let tip = await this.lastTip();
    for (;;) {
      const events = await this.outbox.after(tip.position);
      const last = events.at(-1);
      if (!last) break;
      const position = Number(last.position);
      tip = await this.append(tip, digestsOf(events, tip.position + 1, position), position);
    }
    this.tip = tip;
  }

  private async lastTip(): Promise<Tip> {
    const [row]: { last_position: string; seal: Buffer }[] = await this.dataSource.query(
      'SELECT last_position, seal FROM event_seal ORDER BY first_position DESC LIMIT 1',
    );
    return { position: Number(row?.last_position ?? 0), seal: row?.seal ?? NOTHING };
  }

  private async append(tip: Tip, digests: Buffer, position: number): Promise<Tip> {
    const seal = sealOf(tip.seal, digests);
    const rows: unknown[] = await this.dataSource.query(
      `INSERT INTO event_seal (first_position, last_position, digests, seal)
       SELECT $3, $4, $5, $6 FROM lease WHERE name = $1 AND holder = $2
       AND coalesce((SELECT last_position FROM event_seal ORDER BY first_position DESC LIMIT 1), 0) = $3::bigint - 1
       RETURNING 1`,
      [this.lease.name, this.lease.holder, tip.position + 1, position, digests, seal],
    );
    if (rows.length === 0) throw new LeaseLost(this.lease.name);
    this.sealedAt = Date.now();
    this.tip = { position, seal };
    return this.tip;
  }
}
