import { createServer, connect, type Server, type Socket } from 'node:net';
import { freePort } from '@relata/embedded';

interface Pair {
  client: Socket;
  upstream: Socket;
}

/**
 * A TCP proxy in front of a server, with the faults of a network: it delays, freezes (nothing passes, nothing is
 * closed), cuts (resets) and half-closes connections.
 */
export class Proxy {
  private readonly pairs = new Set<Pair>();
  private delayMs = 0;
  private isFrozen = false;

  private constructor(
    readonly port: number,
    private readonly upstreamPort: number,
    private readonly server: Server,
  ) {
    server.on('connection', (client) => this.accept(client));
  }

  static async start(upstreamPort: number): Promise<Proxy> {
    const port = await freePort();
    const server = createServer({ allowHalfOpen: true, noDelay: true });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    return new Proxy(port, upstreamPort, server);
  }

  /** Every byte arrives so much later, in both directions; 0 ends it. */
  delay(milliseconds: number): void {
    this.delayMs = milliseconds;
  }

  /** Nothing passes, connections stay open. */
  freeze(): void {
    this.isFrozen = true;
    for (const { client, upstream } of this.pairs) {
      client.pause();
      upstream.pause();
    }
  }

  thaw(): void {
    this.isFrozen = false;
    for (const { client, upstream } of this.pairs) {
      client.resume();
      upstream.resume();
    }
  }

  /** Resets every connection. */
  cut(): void {
    for (const { client, upstream } of this.pairs) {
      client.resetAndDestroy();
      upstream.resetAndDestroy();
    }
  }

  /** One side of every connection is told that the other sends no more, while that still reads. */
  halfClose(side: 'client' | 'upstream'): void {
    for (const pair of this.pairs) pair[side].end();
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.cut();
    await closed;
  }

  private accept(client: Socket): void {
    const upstream = connect({
      port: this.upstreamPort,
      host: '127.0.0.1',
      allowHalfOpen: true,
      noDelay: true,
    });
    const pair = { client, upstream };
    this.pairs.add(pair);
    const end = () => {
      this.pairs.delete(pair);
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      socket.on('error', end);
      socket.on('close', end);
    }
    this.forward(client, upstream);
    this.forward(upstream, client);
    if (this.isFrozen) {
      client.pause();
      upstream.pause();
    }
  }

  private forward(from: Socket, to: Socket): void {
    // What is under way keeps its order, also when the delay changes meanwhile.
    let lastDue = 0;
    let inTransit = 0;
    const inOrder = (work: () => void) => {
      if (this.delayMs === 0 && inTransit === 0) {
        work();
        return;
      }
      lastDue = Math.max(Date.now() + this.delayMs, lastDue);
      inTransit++;
      setTimeout(() => {
        inTransit--;
        work();
      }, lastDue - Date.now());
    };
    from.on('data', (chunk: Buffer) =>
      inOrder(() => {
        if (to.destroyed || to.writableEnded) return;
        if (!to.write(chunk)) {
          from.pause();
          to.once('drain', () => !this.isFrozen && from.resume());
        }
      }),
    );
    from.on('end', () => inOrder(() => !to.destroyed && to.end()));
  }
}
