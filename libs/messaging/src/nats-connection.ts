import { Logger } from '@nestjs/common';
import { connect, type ConnectionOptions, type NatsConnection } from 'nats';

/**
 * Connects to NATS and keeps trying for ever once connected; the first connection fails within 10 s. `url` may name
 * several servers, see `serversOf`. `name` shows in the server's connection list, and is the user for whom the
 * server keeps apart the subjects of answers.
 */
export async function connectNats(url: string, name: string): Promise<NatsConnection> {
  const connection = await connect({
    ...serversOf(url),
    name,
    inboxPrefix: inboxPrefix(name),
    timeout: 10_000,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    reconnectJitter: 250,
    pingInterval: 10_000,
    maxPingOut: 2,
  });
  void logRefusals(connection);
  return connection;
}

/**
 * `nats://user:password@host:4222,other:4222` as the client wants it, which knows no user in a URL. The first user
 * that is named is that of all servers.
 */
export function serversOf(url: string): Pick<ConnectionOptions, 'servers' | 'user' | 'pass'> {
  const urls = url.split(',').map((part) => new URL(part.includes('://') ? part : `nats://${part}`));
  const known = urls.find(({ username }) => username !== '');
  return {
    servers: urls.map(({ protocol, host }) => `${protocol}//${host}`),
    ...(known ? { user: decodeURIComponent(known.username), pass: decodeURIComponent(known.password) } : {}),
  };
}

/** The URL with which that user connects. */
export function withCredentials(url: string, user: string, password: string): string {
  // Encoded by us: a comma, which parts servers, would stay.
  const [username, encoded] = [user, password].map(encodeURIComponent);
  return Object.assign(new URL(url), { username, password: encoded }).toString();
}

/** Under which a user gets its answers; outside that of others, `_INBOX`, so that those cannot listen in. */
export function inboxPrefix(user: string): string {
  return `_INBOX_${user}`;
}

/** What the server does not permit fails silently where nothing waits for an answer. */
async function logRefusals(connection: NatsConnection): Promise<void> {
  const logger = new Logger('NATS');
  for await (const { permissionContext: refused } of connection.status()) {
    if (refused) logger.error(`The server does not permit ${refused.operation} ${refused.subject}.`);
  }
}

export const NATS_CONNECTION = Symbol('NATS_CONNECTION');
