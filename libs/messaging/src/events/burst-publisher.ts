import {
  createInbox,
  type Msg,
  type MsgHdrs,
  type NatsConnection,
  type PubAck,
  type Subscription,
} from 'nats';
import { decode } from '../rpc/rpc-wire';

const ACKS_WITHIN_MS = 5_000;

export interface StreamMessage {
  subject: string;
  payload: string;
  headers: MsgHdrs;
}

interface Burst {
  answers: (PubAck | Error)[];
  missing: number;
  done: () => void;
}

/**
 * Publishes several messages to JetStream at once and waits for all answers together. (The client's own `publish` makes a
 * request of each message, with a timer and a random name: twice the work.)
 */
export class BurstPublisher {
  private readonly inbox: string;
  private readonly answers: Subscription;
  private number = 0;
  private burst: Burst | undefined;

  /** Answers come below `inboxPrefix`. */
  constructor(
    private readonly connection: NatsConnection,
    inboxPrefix: string,
  ) {
    this.inbox = createInbox(inboxPrefix);
    this.answers = connection.subscribe(`${this.inbox}.*.*`, {
      callback: (error, message) => {
        if (!error) this.answered(message);
      },
    });
  }

  /**
   * Answers the acknowledgement, or the refusal, of each message. Throws when one is missing after five seconds: which of
   * the messages the stream has then is unknown. One burst at a time.
   */
  async publish(messages: StreamMessage[]): Promise<(PubAck | Error)[]> {
    this.number += 1;
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise((resolve, reject) => {
        const answers: (PubAck | Error)[] = [];
        this.burst = { answers, missing: messages.length, done: () => resolve(answers) };
        timer = setTimeout(
          () => reject(new Error('The broker did not acknowledge in time.')),
          ACKS_WITHIN_MS,
        );
        for (const [index, { subject, payload, headers }] of messages.entries()) {
          this.connection.publish(subject, payload, {
            headers,
            reply: `${this.inbox}.${this.number}.${index}`,
          });
        }
      });
    } finally {
      clearTimeout(timer);
      this.burst = undefined;
    }
  }

  close(): void {
    if (!this.connection.isClosed()) this.answers.unsubscribe();
  }

  private answered({ subject, data, headers }: Msg): void {
    const [number, index] = subject
      .slice(this.inbox.length + 1)
      .split('.')
      .map(Number);
    const { burst } = this;
    // What comes late belongs to a burst that was given up.
    if (!burst || number !== this.number || index === undefined) return;
    burst.answers[index] = headers?.hasError ? new Error(headers.status) : answerOf(data);
    burst.missing -= 1;
    if (burst.missing === 0) burst.done();
  }
}

function answerOf(data: Uint8Array): PubAck | Error {
  const answer = decode<PubAck & { error?: { description: string } }>(data);
  return answer.error ? new Error(answer.error.description) : answer;
}
