import { identityService } from '../../apps/identity/src/identity.service-definition';
import { activityService } from '../../apps/activity/src/activity.service-definition';
import { dealService } from '../../apps/deal/src/deal.service-definition';
import { startGateway, type RunningGateway } from '../../apps/gateway/src/start-gateway';
import type { EventEnvelope, Page } from '@relata/contracts';
import { freePort } from '@relata/embedded';
import { GatewayConfig, readConfig } from '@relata/platform';
import { TestSystem, eventually, probeProducer, type ProbeDetails, type TestService } from '@relata/testing';

const API_KEY = 'rel_test-key-of-the-event-tests';

/** Every service with a log, one of them a probe that writes what a test tells it to; and a gateway that can be started again. */
export class LogOverHttp {
  readonly authorization = `Bearer ${API_KEY}`;
  private gateway: RunningGateway | undefined;

  private constructor(
    readonly system: TestSystem,
    private readonly settings: Record<string, string>,
  ) {}

  static async start(settings: Record<string, string> = {}): Promise<LogOverHttp> {
    const system = await TestSystem.start([identityService, probeProducer, dealService, activityService], {
      BOOTSTRAP_API_KEY: API_KEY,
      ADMIN_EMAIL: 'admin@example.org',
      ADMIN_PASSWORD: 'not a secret',
    });
    const log = new LogOverHttp(system, { PORT: String(await freePort()), ...settings });
    await log.startGateway();
    return log;
  }

  get url(): string {
    return `http://127.0.0.1:${this.settings.PORT}/v1/events`;
  }

  async startGateway(): Promise<void> {
    const natsUrl = this.system.natsUrlOf('gateway');
    this.gateway = await startGateway(readConfig(GatewayConfig, { ...this.settings, NATS_URL: natsUrl }));
  }

  async stopGateway(): Promise<void> {
    await this.gateway?.close();
    this.gateway = undefined;
  }

  async stop(): Promise<void> {
    await this.stopGateway();
    await this.system.stop();
  }

  /** `count` events of a contact, from `version` on; each write is one transaction. */
  write(recordId: string, version: number, count = 1, details: ProbeDetails = {}): Promise<void> {
    return this.probe.call('probe.write', { recordId, version, count, details });
  }

  get probe(): TestService {
    return this.system.service('contact');
  }

  /** Status and body of `GET /v1/events<query>`. */
  async get(query = ''): Promise<{ status: number; headers: Headers; body: Page<EventEnvelope> }> {
    const answer = await fetch(`${this.url}${query}`, { headers: { authorization: this.authorization } });
    return {
      status: answer.status,
      headers: answer.headers,
      body: (await answer.json()) as Page<EventEnvelope>,
    };
  }

  /** Pages from `after` to where the log ends now. */
  async walk(filter = '', after = 'start'): Promise<{ events: EventEnvelope[]; after: string }> {
    const events: EventEnvelope[] = [];
    for (let token = after; ;) {
      const { status, body } = await this.get(`?after=${token}${filter}`);
      if (status !== 200) throw new Error(JSON.stringify(body));
      events.push(...body.data);
      token = body.page.nextCursor as string;
      if (!body.page.hasMore) return { events, after: token };
    }
  }

  /** Waits until all that was written has its position. */
  async untilSequenced(): Promise<void> {
    for (const service of this.system.services.values()) {
      await eventually(async () =>
        expect(
          await service.query(
            'SELECT 1 FROM event LEFT JOIN event_position USING (seq) WHERE position IS NULL LIMIT 1',
          ),
        ).toEqual([]),
      );
    }
  }
}

/** Of each log every event once, in order and from the first to the last. */
export function expectWhole(events: EventEnvelope[]): void {
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  for (const source of new Set(events.map((event) => event.source))) {
    const positions = events.filter((event) => event.source === source).map(({ position }) => position);
    expect(positions).toEqual(positions.map((_, index) => index + 1));
  }
}
