import { connect, type NatsConnection } from 'nats';

/**
 * Connects to NATS and keeps trying for ever once connected; the first connection fails within 10 s.
 * `name` shows in the server's connection list.
 */
export async function connectNats(url: string, name: string): Promise<NatsConnection> {
  return connect({
    servers: url,
    name,
    timeout: 10_000,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    reconnectJitter: 250,
    pingInterval: 10_000,
    maxPingOut: 2,
  });
}

export const NATS_CONNECTION = Symbol('NATS_CONNECTION');
