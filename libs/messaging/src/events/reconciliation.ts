import type { JetStreamManager, StreamState } from 'nats';
import { eventIdOf } from './message-id';
import type { Outbox } from './outbox';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NO_MESSAGE_FOUND = '10037';

/**
 * Compares what a stream holds with what the table says that it holds. The stream may have lost its tail (its store was
 * rolled back), its head (purged), everything (wiped), or be another (replaced).
 */
export class Reconciliation {
  constructor(
    private readonly outbox: Outbox,
    private readonly manager: JetStreamManager,
    private readonly stream: string,
    private readonly retentionDays: number,
  ) {}

  /**
   * Puts what the stream lost back into the outbox, as far as its retention would still hold it, and marks what it
   * holds without our knowing. Answers how many events were put back.
   */
  async run(state: StreamState): Promise<number> {
    const marked = await this.outbox.lastMarked();
    const agreed = await this.agreedUpTo(state, marked);
    const count = agreed < marked ? await this.outbox.requeueAfter(agreed, this.retentionDays) : 0;
    for (let sequence = Math.max(agreed + 1, state.first_seq); sequence <= state.last_seq; sequence++) {
      const id = await this.idAt(sequence);
      // Somebody else put it there, or took it away.
      if (!UUID.test(id ?? '')) continue;
      const seq = (await this.outbox.seqOf([id as string])).get(id as string);
      if (seq) await this.outbox.markPublished([{ seq, streamSeq: sequence }]);
    }
    return count;
  }

  /** The highest sequence up to which stream and table say the same. */
  private async agreedUpTo(state: StreamState, marked: number): Promise<number> {
    const missing = await this.outbox.firstMissingBefore(state.first_seq, this.retentionDays);
    if (missing !== undefined) return missing - 1;
    if (state.last_seq >= marked && (await this.agreesAt(marked, state))) return marked;
    let low = Math.min(state.first_seq - 1, marked);
    let high = Math.min(state.last_seq, marked);
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (await this.agreesAt(middle, state)) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Whether the newest event that the table has at or before a sequence is there. What retention took cannot say no. */
  private async agreesAt(sequence: number, state: StreamState): Promise<boolean> {
    const mark = await this.outbox.markAtOrBefore(sequence);
    if (!mark || mark.streamSeq < state.first_seq) return true;
    return (await this.idAt(mark.streamSeq)) === mark.id;
  }

  private async idAt(sequence: number): Promise<string | undefined> {
    try {
      const message = await this.manager.streams.getMessage(this.stream, { seq: sequence });
      return eventIdOf(message.header.get('Nats-Msg-Id'));
    } catch (error) {
      const { api_error: problem } = error as { api_error?: { err_code: number } };
      if (String(problem?.err_code) === NO_MESSAGE_FOUND) return undefined;
      throw error;
    }
  }
}
