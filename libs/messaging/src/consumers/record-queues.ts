import type { JsMsg } from 'nats';

/** Messages of one record that wait behind one that failed. */
interface Queue {
  messages: JsMsg[];
  tries: number;
  /** When the first is tried again, milliseconds of the monotonic clock. */
  due: number;
}

const RETRY_BASE_MS = 200;

/**
 * Keeps the order of each record while one of its events fails: that event is tried again with growing delay, its
 * successors wait behind it, and all other records go on.
 */
export class RecordQueues {
  private readonly queues = new Map<string, Queue>();

  /** Puts a message behind an earlier one of its record; false when none waits. */
  join(record: string, message: JsMsg): boolean {
    const queue = this.queues.get(record);
    queue?.messages.push(message);
    return queue !== undefined;
  }

  /** Notes that the record's first message failed; answers how often so far. */
  failed(record: string, message: JsMsg): number {
    const queue = this.queues.get(record) ?? { messages: [message], tries: 0, due: 0 };
    queue.tries += 1;
    queue.due = performance.now() + RETRY_BASE_MS * 2 ** queue.tries;
    this.queues.set(record, queue);
    return queue.tries;
  }

  /** The record's first message is settled; its successor is due at once. */
  settled(record: string): void {
    const queue = this.queues.get(record);
    if (!queue) return;
    queue.messages.shift();
    queue.tries = 0;
    queue.due = 0;
    if (queue.messages.length === 0) this.queues.delete(record);
  }

  /** First message of each record whose time has come. */
  due(): { record: string; message: JsMsg }[] {
    const now = performance.now();
    return [...this.queues].flatMap(
      ([
        record,
        {
          due,
          messages: [message],
        },
      ]) => (due <= now && message ? [{ record, message }] : []),
    );
  }

  /** Milliseconds until one is due; Infinity when none waits. */
  untilDue(): number {
    const due = Math.min(...[...this.queues.values()].map((queue) => queue.due));
    return Math.max(0, due - performance.now());
  }

  /** Every message that waits. */
  all(): JsMsg[] {
    return [...this.queues.values()].flatMap((queue) => queue.messages);
  }

  clear(): void {
    this.queues.clear();
  }
}
