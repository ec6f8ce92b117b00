import type { JetStreamManager, StreamState } from 'nats';
import { eventIdOf } from './message-id';
import type { Outbox, PublishedRun } from './outbox';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NO_MESSAGE_FOUND = 10037;

/**
 * Finds out what a stream holds of the log. It may hold more than we know of (the relay died before it noted it), or have
 * lost its tail (its store was rolled back), its head (purged), everything (wiped), or be another (replaced).
 */
export class Reconciliation {
  constructor(
    private readonly outbox: Outbox,
    private readonly manager: JetStreamManager,
    private readonly stream: string,
    private readonly retentionDays: number,
  ) {}

  /**
   * Answers what the stream holds in truth, of what it is said to hold. Everything behind that is to be published: what
   * was lost and is too old for the stream's retention is left out of it.
   */
  async run(state: StreamState, said: PublishedRun): Promise<PublishedRun> {
    const first = Math.max(state.first_seq, said.firstStreamSeq);
    const newest = await this.nearest(state.last_seq, first, -1);
    if (newest === undefined || (await this.hasLostHead(state, said, newest))) {
      const reached = Math.max(said.lastPosition, newest ?? 0);
      const isAllTaken = !(await this.outbox.isYoung(reached, this.retentionDays));
      return this.anew(
        state,
        isAllTaken ? reached : await this.outbox.lastTooOld(0, reached, this.retentionDays),
      );
    }
    const lastPosition =
      newest < said.lastPosition
        ? await this.outbox.lastTooOld(newest, said.lastPosition, this.retentionDays)
        : newest;
    return { ...said, lastPosition, lastStreamSeq: state.last_seq };
  }

  /** Whether younger events than retention takes are gone from before what the stream holds. */
  private async hasLostHead(state: StreamState, said: PublishedRun, newest: number): Promise<boolean> {
    if (state.first_seq <= said.firstStreamSeq) return false;
    const oldest = (await this.nearest(state.first_seq, state.last_seq, 1)) ?? newest;
    return oldest > said.firstPosition && this.outbox.isYoung(oldest - 1, this.retentionDays);
  }

  /** The run that begins behind everything that the stream has now. */
  private anew(state: StreamState, after: number): PublishedRun {
    return {
      firstPosition: after + 1,
      firstStreamSeq: state.last_seq + 1,
      lastPosition: after,
      lastStreamSeq: state.last_seq,
    };
  }

  /** The position of the first event of ours on the way from one sequence to another. */
  private async nearest(from: number, to: number, step: 1 | -1): Promise<number | undefined> {
    for (let sequence = from; (to - sequence) * step >= 0; sequence += step) {
      const id = await this.idAt(sequence);
      // Somebody else put it there, or took it away.
      if (!id || !UUID.test(id)) continue;
      const position = await this.outbox.positionOf(id);
      if (position !== undefined) return position;
    }
    return undefined;
  }

  private async idAt(sequence: number): Promise<string | undefined> {
    try {
      const message = await this.manager.streams.getMessage(this.stream, { seq: sequence });
      return eventIdOf(message.header.get('Nats-Msg-Id'));
    } catch (error) {
      const { api_error: problem } = error as { api_error?: { err_code: number } };
      if (problem?.err_code === NO_MESSAGE_FOUND) return undefined;
      throw error;
    }
  }
}
