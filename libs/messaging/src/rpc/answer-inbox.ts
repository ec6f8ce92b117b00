import { createInbox, type Msg, type NatsConnection } from 'nats';
import { TurnPublisher } from './turn-publisher';

/** How exactly deadlines are kept. */
const TICK_MS = 20;
const NO_RESPONDERS = 503;

/** Nobody listens on the subject. */
export class NoResponders extends Error {}

/** No answer within the time. */
export class AnswerLate extends Error {}

/** The connection broke while the answer was waited for. */
export class Disconnected extends Error {}

/** What to do, once, when an answer takes long. */
export interface WhenLate {
  afterMs: number;
  act: () => void;
}

interface Waiting {
  resolve: (answer: Uint8Array) => void;
  reject: (reason: Error) => void;
  until: number;
  late: { at: number; act: () => void } | undefined;
}

/**
 * Requests whose answers come to one subscription. (The client's own `request` makes a timer, several promises, and an error with
 * its stack for each: more work than the rest of a request.)
 */
export class AnswerInbox {
  private readonly inbox: string;
  private readonly outgoing: TurnPublisher;
  private readonly waiting = new Map<string, Waiting>();
  private number = 0;
  private ticker: NodeJS.Timeout | undefined;

  constructor(
    private readonly connection: NatsConnection,
    inboxPrefix: string | undefined,
  ) {
    this.inbox = `${createInbox(inboxPrefix)}.`;
    this.outgoing = new TurnPublisher(connection);
    connection.subscribe(`${this.inbox}*`, {
      callback: (error, message) => {
        if (!error) this.answered(message);
      },
    });
  }

  /** The first answer. Throws NoResponders, AnswerLate after so many milliseconds, Disconnected. */
  ask(subject: string, payload: Uint8Array, milliseconds: number, whenLate?: WhenLate): Promise<Uint8Array> {
    this.number += 1;
    const token = this.number.toString(36);
    return new Promise((resolve, reject) => {
      if (this.connection.isClosed()) throw new Disconnected();
      this.outgoing.publish(subject, payload, this.inbox + token);
      const now = Date.now();
      const late = whenLate && { at: now + whenLate.afterMs, act: whenLate.act };
      this.waiting.set(token, { resolve, reject, until: now + milliseconds, late });
      this.ticker ??= setInterval(() => this.tick(), TICK_MS).unref();
    });
  }

  /** Nobody waits any more: what was asked cannot be answered. */
  disconnected(): void {
    for (const token of [...this.waiting.keys()]) this.take(token)?.reject(new Disconnected());
  }

  private answered({ subject, data, headers }: Msg): void {
    const waiting = this.take(subject.slice(this.inbox.length));
    // What nobody waits for came late, or second.
    if (!waiting) return;
    if (data.length === 0 && headers?.code === NO_RESPONDERS) waiting.reject(new NoResponders());
    else waiting.resolve(data);
  }

  private take(token: string): Waiting | undefined {
    const waiting = this.waiting.get(token);
    this.waiting.delete(token);
    return waiting;
  }

  private tick(): void {
    const now = Date.now();
    for (const [token, waiting] of this.waiting) {
      const { late } = waiting;
      if (waiting.until <= now) this.take(token)?.reject(new AnswerLate());
      else if (late && late.at <= now) {
        waiting.late = undefined;
        late.act();
      }
    }
    if (this.waiting.size > 0) return;
    clearInterval(this.ticker);
    this.ticker = undefined;
  }
}
