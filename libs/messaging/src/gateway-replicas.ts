import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { nuid, type NatsConnection } from 'nats';
import { NATS_CONNECTION } from './nats-connection';
import { decode, encode } from './rpc/rpc-wire';

/** On which gateways tell each other that they live. */
export const GATEWAYS_SUBJECT = 'gateways.alive';
const TELL_MS = 1_000;
const DEAD_AFTER_MS = 4_000;

/** How many gateways there are, as far as this one hears. */
@Injectable()
export class GatewayReplicas implements OnModuleDestroy {
  private readonly own = nuid.next();
  private readonly heard = new Map<string, number>();
  private readonly timer: NodeJS.Timeout;

  constructor(@Inject(NATS_CONNECTION) private readonly connection: NatsConnection) {
    connection.subscribe(GATEWAYS_SUBJECT, {
      callback: (error, message) => {
        if (!error) this.heard.set(decode<string>(message.data), Date.now());
      },
    });
    this.timer = setInterval(() => this.tell(), TELL_MS).unref();
    this.tell();
  }

  /** At least 1: this one. */
  get count(): number {
    const since = Date.now() - DEAD_AFTER_MS;
    for (const [replica, at] of this.heard) if (at < since) this.heard.delete(replica);
    return this.heard.has(this.own) ? this.heard.size : this.heard.size + 1;
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private tell(): void {
    if (!this.connection.isClosed()) this.connection.publish(GATEWAYS_SUBJECT, encode(this.own));
  }
}
