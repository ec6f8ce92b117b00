import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable, finished } from 'node:stream';
import { DomainError, type Principal } from '@relata/contracts';
import { GatewayConfig, currentContext } from '@relata/platform';
import { AuthenticationGuard } from '../auth/authentication.guard';
import { Bell } from './bell';
import { EventLogReader } from './event-log-reader';
import { EventStream } from './event-stream';
import { EventTail } from './event-tail';
import type { EventSelection, Start } from './events-query';

/** A stream ends within this time after its key was revoked, and shows what its reader may see now. */
const VERIFY_MS = 1_000;
/** How long readers have at a shutdown to take what was sent; then they are cut. */
const END_MS = 1_000;

/** The open event streams of this gateway. */
@Injectable()
export class EventStreams implements OnModuleDestroy {
  private readonly logger = new Logger(EventStreams.name);
  /** What ends each in good order. */
  private readonly streams = new Map<FastifyReply, AbortController>();
  private readonly closed = new Bell();
  private isStopping = false;

  constructor(
    private readonly reader: EventLogReader,
    private readonly tail: EventTail,
    private readonly guard: AuthenticationGuard,
    private readonly config: GatewayConfig,
  ) {}

  /**
   * Answers the request with a stream. Throws INVALID_CURSOR for a start that no log has reached, SERVICE_UNAVAILABLE
   * when there are too many streams or a log cannot be read.
   */
  async open(
    selection: EventSelection,
    start: Start,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    if (this.isStopping || this.streams.size >= this.config.eventStreamLimit)
      throw new DomainError('SERVICE_UNAVAILABLE', 'This gateway can open no more event streams now.');
    const reading: { stream?: EventStream } = {};
    const end = this.register(request, reply, (principal) => reading.stream?.become(principal));
    const after = await this.reader.positionsOf(start, selection.owners);
    // What a page would refuse is refused here, while there can still be an answer.
    await this.reader.page(after, { filter: {}, owners: selection.owners }, 1);
    const stream = new EventStream(this.reader, this.tail, selection, after, currentContext());
    reading.stream = stream;
    void reply
      .headers({
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-cache, no-transform',
        // A shutdown waits for connections, not for streams alone.
        Connection: 'close',
        'X-Accel-Buffering': 'no',
      })
      .send(Readable.from(this.cuttingTheSlow(stream.pieces(end.signal), reply)));
  }

  /** Ends all streams before the server waits for its connections; clients come back, to another replica. */
  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    for (const end of this.streams.values()) end.abort();
    const tooLong = AbortSignal.timeout(END_MS);
    while (this.streams.size > 0 && !tooLong.aborted) await this.closed.wait(END_MS, tooLong);
    for (const reply of this.streams.keys()) reply.raw.destroy();
  }

  /** Counts the stream until its connection is gone, ends it when its key is, and says so when its reader may do other things. */
  private register(
    request: FastifyRequest,
    reply: FastifyReply,
    onOtherRights: (principal: Principal) => void,
  ): AbortController {
    const end = new AbortController();
    let rights = JSON.stringify(currentContext().principal.access);
    const verifying = setInterval(() => {
      this.guard.verify(request).then(
        (principal) => {
          const now = JSON.stringify(principal.access);
          if (now !== rights) onOtherRights(principal);
          rights = now;
        },
        (error: unknown) => {
          if (error instanceof DomainError && error.code === 'UNAUTHENTICATED') end.abort();
        },
      );
    }, VERIFY_MS);
    this.streams.set(reply, end);
    this.tail.enter();
    finished(reply.raw, () => {
      clearInterval(verifying);
      end.abort();
      this.streams.delete(reply);
      this.tail.leave();
      this.closed.ring();
    });
    return end;
  }

  /** A piece is asked for when the reader has taken what came before it. */
  private async *cuttingTheSlow(
    pieces: AsyncGenerator<string, void, undefined>,
    reply: FastifyReply,
  ): AsyncGenerator<string, void, undefined> {
    for await (const piece of pieces) {
      const timer = setTimeout(() => {
        this.logger.log('A reader of an event stream took nothing for too long and was cut.');
        reply.raw.destroy();
      }, this.config.eventStreamStallSeconds * 1_000);
      try {
        yield piece;
      } finally {
        clearTimeout(timer);
      }
    }
  }
}
