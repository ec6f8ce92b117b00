import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import type { CustomFieldView } from '@relata/contracts';
import { eventually, type TestService } from '@relata/testing';

/** How long no write may wait, milliseconds. */
export const LONGEST_WAIT_MS = 100;
const WRITERS = 2;
const WRITER = 'field-changes-writer';
/** Writes that take longer are looked at. */
const SOON = '30 ms';
const LOOK_MS = 10;
/** Each step is watched for so long at least, also when it is done at once. */
const AT_LEAST_MS = 1_500;
const BUILT_MS = 15 * 60_000;
/** SQLSTATE of a statement that waited longer for a lock than it may. */
const LOCK_NOT_AVAILABLE = '55P03';

/** What writes met while a step was done. */
export interface Step {
  name: string;
  /** From the request until its work in the background had ended. */
  seconds: number;
  writes: number;
  /** How many waited for a lock for longer than they may. */
  blocked: number;
  /** Milliseconds, whatever it waited for: the machine's other work included. */
  p99: number;
  longest: number;
  /** What writes that took long were seen waiting for, and how often: `cpu` where it was nothing of Postgres'. */
  waits: Readonly<Record<string, number>>;
}

/** Changes what fields contacts have, while others write contacts; `values` name fields of which contacts have values. */
export class FieldChanges {
  private times: number[] = [];
  private blocked = 0;
  private waits: Record<string, number> = {};
  private isWriting = true;

  constructor(private readonly contact: TestService) {}

  async all(): Promise<Step[]> {
    const writers = [
      ...Array.from({ length: WRITERS }, (_, writer) => this.writeRows(writer)),
      this.writeByRequests(),
      this.watchWaits(),
    ];
    try {
      return await this.steps();
    } finally {
      this.isWriting = false;
      await Promise.all(writers);
    }
  }

  private async steps(): Promise<Step[]> {
    const steps: Step[] = [];
    const step = async (name: string, work: () => Promise<unknown>) =>
      steps.push(await this.watched(name, work));
    await step('nothing', () => Promise.resolve());
    let field: CustomFieldView | undefined;
    const id = () => field?.id ?? '';
    await step('add a field', async () => (field = await this.define('score', 'number')));
    await step('relabel it', () => this.patch(id(), { fieldLabel: 'Points' }));
    await step('make it required', () => this.patch(id(), { required: true }));
    await step('make it optional', () => this.patch(id(), { required: false }));
    await step('index numbers', async () => {
      await this.patch(id(), { indexed: true });
      await this.built(id());
    });
    let date: CustomFieldView | undefined;
    await step('add a field of dates, indexed', async () => {
      date = await this.define('renewal', 'date', { indexed: true });
      await this.built(date.id);
    });
    await step('index no more', async () => {
      await this.patch(id(), { indexed: false });
      await this.dropped(id());
    });
    await step('remove a field with its index', async () => {
      await this.contact.call('customFields.remove', { id: date?.id });
      await this.dropped(date?.id ?? '');
    });
    await step('remove a field', () => this.contact.call('customFields.remove', { id: id() }));
    return steps;
  }

  static table(steps: Step[]): string {
    const line = (cells: (string | number)[]) =>
      cells.map((cell, at) => (at === 0 ? String(cell).padEnd(34) : String(cell).padStart(10))).join('');
    const waitsOf = (step: Step) =>
      Object.entries(step.waits)
        .sort(([, one], [, other]) => other - one)
        .map(([name, times]) => `${name} ${times}`)
        .join(', ');
    return [
      line(['', 'seconds', 'writes', 'blocked', 'p99 ms', 'longest']) + '   seen waiting for',
      ...steps.map(
        (step) =>
          line([
            step.name,
            step.seconds.toFixed(1),
            step.writes,
            step.blocked,
            step.p99.toFixed(0),
            step.longest.toFixed(0),
          ]) + `   ${waitsOf(step)}`,
      ),
    ].join('\n');
  }

  private async watched(name: string, work: () => Promise<unknown>): Promise<Step> {
    [this.times, this.blocked, this.waits] = [[], 0, {}];
    const started = performance.now();
    await work();
    const seconds = (performance.now() - started) / 1_000;
    await eventually(() => {
      if (performance.now() - started < AT_LEAST_MS) throw new Error('Too short to tell.');
    });
    const times = this.times.sort((one, other) => one - other);
    const share = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
    return {
      name,
      seconds,
      writes: times.length,
      blocked: this.blocked,
      p99: share(0.99),
      longest: share(1),
      waits: this.waits,
    };
  }

  private define(fieldName: string, fieldType: string, rest: object = {}): Promise<CustomFieldView> {
    const body = { entityType: 'contact', fieldName, fieldType, fieldLabel: fieldName, ...rest };
    return this.contact.call('customFields.create', { body });
  }

  private patch(id: string, body: object): Promise<CustomFieldView> {
    return this.contact.call('customFields.update', { id, body });
  }

  private built(id: string): Promise<unknown> {
    return eventually(
      async () => {
        const field = await this.contact.call<CustomFieldView>('customFields.get', { id });
        if (field.indexState !== 'ready') throw new Error(`The index is ${field.indexState}.`);
      },
      { withinMs: BUILT_MS },
    );
  }

  private dropped(id: string): Promise<unknown> {
    return eventually(
      async () => {
        const rows = await this.contact.query('SELECT 1 FROM pg_class WHERE relname = $1', [
          `custom_value_${id.replaceAll('-', '')}`,
        ]);
        if (rows.length > 0) throw new Error('The index is still there.');
      },
      { withinMs: BUILT_MS },
    );
  }

  /** Writes rows of its own, none of which waits for a lock for longer than it may. */
  private async writeRows(writer: number): Promise<void> {
    const { url, extra } = this.contact.dataSource.options as { url?: string; extra?: { options?: string } };
    const client = new Client({
      connectionString: url,
      options: extra?.options,
      application_name: WRITER,
    });
    await client.connect();
    try {
      await client.query(`SET lock_timeout = ${LONGEST_WAIT_MS}`);
      for (const id of this.inTurn(await this.some(writer)))
        await this.timed(() =>
          client.query(
            `UPDATE contact SET custom_fields = custom_fields || jsonb_build_object('score', (random() * 1000)::int), updated_at = now() WHERE id = $1`,
            [id],
          ),
        );
    } finally {
      await client.end();
    }
  }

  /** Looks again and again what writes are waiting for that have not ended soon. */
  private async watchWaits(): Promise<void> {
    const { url } = this.contact.dataSource.options as { url?: string };
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      while (this.isWriting) {
        const { rows } = await client.query<{ wait: string }>(
          `SELECT coalesce(wait_event_type || ':' || wait_event, 'cpu') AS wait FROM pg_stat_activity
           WHERE application_name = '${WRITER}' AND state = 'active' AND query_start < clock_timestamp() - interval '${SOON}'`,
        );
        for (const { wait } of rows) this.waits[wait] = (this.waits[wait] ?? 0) + 1;
        await delay(LOOK_MS);
      }
    } finally {
      await client.end();
    }
  }

  /** Writes as clients do. */
  private async writeByRequests(): Promise<void> {
    for (const id of this.inTurn(await this.some(WRITERS)))
      await this.timed(() =>
        this.contact.call('contacts.update', { id, body: { title: `Title ${this.times.length}` } }),
      );
  }

  private async some(writer: number): Promise<string[]> {
    const rows = await this.contact.query<{ id: string }>(
      'SELECT id FROM contact ORDER BY id LIMIT 500 OFFSET $1',
      [writer * 500],
    );
    return rows.map(({ id }) => id);
  }

  private *inTurn(ids: string[]): Generator<string> {
    for (let at = 0; this.isWriting; at++) yield ids[at % ids.length] as string;
  }

  private async timed(write: () => Promise<unknown>): Promise<void> {
    const started = performance.now();
    try {
      await write();
    } catch (error) {
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
      this.blocked++;
    }
    this.times.push(performance.now() - started);
  }
}
