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
  acks: PubAck[];
  missing: number;
  refusal?: Error;
  resolve: (acks: PubAck[]) => void;
  reject: (error: Error) => void;
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
   * Answers the acknowledgements, in the order of the messages. Throws when one was refused, or when an answer is missing
   * after five seconds: which of the messages the stream has then is unknown. One burst at a time.
   */
  async publish(messages: StreamMessage[]): Promise<PubAck[]> {
    this.number += 1;
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<PubAck[]>((resolve, reject) => {
        this.burst = { acks: [], missing: messages.length, resolve, reject };
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
    if (headers?.hasError) {
      burst.refusal ??= new Error(`No stream takes what is published: ${headers.status}.`);
    } else {
      const ack = decode<PubAck & { error?: { description: string } }>(data);
      if (ack.error) burst.refusal ??= new Error(ack.error.description);
      burst.acks[index] = ack;
    }
    burst.missing -= 1;
    if (burst.missing > 0) return;
    if (burst.refusal) burst.reject(burst.refusal);
    else burst.resolve(burst.acks);
  }
}
