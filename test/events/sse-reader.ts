import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import type { EventEnvelope } from '@relata/contracts';

/** A client of an event stream, as far as its protocol asks; it can stop reading. */
export class SseReader {
  readonly events: EventEnvelope[] = [];
  readonly comments: string[] = [];
  /** What to send as Last-Event-ID to go on. */
  lastEventId = '';
  retry: number | undefined;
  /** Whether the stream ended in good order, or was cut; undefined while it is open. */
  end: 'ended' | 'cut' | undefined;
  private rest = '';

  private constructor(
    readonly answer: IncomingMessage,
    private readonly call: ClientRequest,
  ) {
    answer.setEncoding('utf8');
    answer.on('data', (text: string) => this.take(text));
    answer.on('close', () => (this.end ??= answer.complete ? 'ended' : 'cut'));
    answer.on('error', () => undefined);
    call.on('error', () => undefined);
  }

  /** Resolves with the answer's head. */
  static async open(url: string, headers: Record<string, string>): Promise<SseReader> {
    const call = request(url, { headers, agent: false });
    call.end();
    const [answer] = (await once(call, 'response')) as [IncomingMessage];
    return new SseReader(answer, call);
  }

  get status(): number {
    return this.answer.statusCode as number;
  }

  pause(): void {
    this.answer.pause();
  }

  /** Reads on; also what the machine took in meanwhile. */
  resume(): void {
    this.answer.resume();
  }

  /** Breaks the connection without a word. */
  break(): void {
    this.call.destroy();
  }

  private take(text: string): void {
    const blocks = (this.rest + text).split('\n\n');
    this.rest = blocks.pop() ?? '';
    for (const block of blocks) this.dispatch(block);
  }

  private dispatch(block: string): void {
    for (const line of block.split('\n')) {
      const [, field, value] = /^([^:]*):? ?(.*)$/.exec(line) as unknown as [string, string, string];
      if (field === '') this.comments.push(value);
      if (field === 'retry') this.retry = Number(value);
      if (field === 'id') this.lastEventId = value;
      if (field === 'data') this.events.push(JSON.parse(value) as EventEnvelope);
    }
  }
}
