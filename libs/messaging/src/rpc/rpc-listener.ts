import { Logger } from '@nestjs/common';
import type { MessageHandler } from '@nestjs/microservices';
import { nuid, type Msg, type NatsConnection, type Subscription } from 'nats';
import { from, isObservable, lastValueFrom } from 'rxjs';
import {
  DomainError,
  Rights,
  internalSubject,
  replicaSubject,
  rpcSubject,
  whoSubject,
  type ServiceName,
} from '@relata/contracts';
import { runInContext } from '@relata/platform';
import type { Writes } from '../requests/writes';
import type { Roles } from './roles';
import { jetStreamAway } from '../jetstream-errors';
import { databaseAway } from './database-away';
import { TurnPublisher } from './turn-publisher';
import { decodeRequest, encode, encodeAnswer, encodeKeptAnswer, encodeRefusal } from './rpc-wire';

const INTERNAL = 'internal.';

/**
 * Answers `rpc.<service>.>` and `internal.<service>.>` in the service's queue group, so that each request
 * reaches one replica; and the same below a subject of this replica alone, for who got no answer from another. A
 * handler's pattern is the rest of the subject; patterns that begin with `internal.` answer other services only. Those
 * may do everything; a request of the gateway may do what its sender may.
 */
export class RpcListener {
  private readonly logger = new Logger(RpcListener.name);
  private readonly subscriptions: Subscription[] = [];
  private readonly running = new Set<Promise<void>>();
  private readonly outgoing: TurnPublisher;

  constructor(
    private readonly connection: NatsConnection,
    private readonly service: ServiceName,
    private readonly handlers: Map<string, MessageHandler>,
    private readonly roles: Roles,
    private readonly writes: Writes,
  ) {
    this.outgoing = new TurnPublisher(connection);
  }

  start(): void {
    const replica = nuid.next();
    for (const [subject, patternPrefix] of [
      [rpcSubject(this.service, ''), ''],
      [internalSubject(this.service, ''), INTERNAL],
    ] as const) {
      this.listen(subject, patternPrefix, this.service);
      this.listen(replicaSubject(this.service, replica, subject), patternPrefix);
    }
    this.subscriptions.push(
      this.connection.subscribe(whoSubject(this.service), {
        callback: (error, message) => {
          if (!error) message.respond(encode(replica));
        },
      }),
    );
  }

  /** Takes no more requests, then waits for those being answered. */
  async stop(): Promise<void> {
    await Promise.all(this.subscriptions.map((subscription) => subscription.drain()));
    await Promise.allSettled(this.running);
    this.outgoing.flush();
  }

  private listen(subjectPrefix: string, patternPrefix: string, queue?: string): void {
    const subscription = this.connection.subscribe(`${subjectPrefix}>`, {
      ...(queue ? { queue } : {}),
      callback: (error, message) => {
        if (error) {
          this.logger.error(`Subscription ${subjectPrefix}> failed: ${error.message}`);
          return;
        }
        const work = this.answer(patternPrefix, message.subject.slice(subjectPrefix.length), message);
        this.running.add(work);
        void work.finally(() => this.running.delete(work));
      },
    });
    this.subscriptions.push(subscription);
  }

  private async answer(patternPrefix: string, verb: string, message: Msg): Promise<void> {
    try {
      const { context, payload } = decodeRequest(message.data);
      // Nobody waits any more: doing the work now could only surprise.
      if (context.deadline !== undefined && Date.now() > context.deadline) return;
      const isInternal = patternPrefix === INTERNAL;
      // A request of the gateway is never one of another service, whatever it calls itself.
      const handler =
        isInternal || !verb.startsWith(INTERNAL) ? this.handlers.get(patternPrefix + verb) : undefined;
      if (!handler) throw new DomainError('NOT_FOUND', `The ${this.service} service knows no ${verb}.`);
      const rights = isInternal ? Rights.EVERYTHING : await this.roles.rightsOf(context.principal);
      await runInContext(
        context,
        async () => {
          const work = () => dispatch(handler, payload);
          const write = isInternal ? undefined : await this.writes.answer(verb, payload, context, work);
          if (write) this.respond(message, encodeKeptAnswer(write.json, write.isReplayed));
          else this.respond(message, encodeAnswer(await work()));
        },
        rights,
      );
    } catch (error) {
      const known = error instanceof DomainError ? error : (databaseAway(error) ?? jetStreamAway(error));
      if (!known) this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      this.respond(
        message,
        encodeRefusal(known ?? new DomainError('INTERNAL', 'Something went wrong on our side.')),
      );
    }
  }

  private respond({ reply }: Msg, answer: Uint8Array): void {
    if (reply) this.outgoing.publish(reply, answer);
  }
}

async function dispatch(handler: MessageHandler, payload: unknown): Promise<unknown> {
  const result: unknown = await handler(payload);
  return isObservable(result) ? lastValueFrom(from(result), { defaultValue: null }) : result;
}
