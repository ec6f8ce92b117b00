import { ApiDocument, resourceOf, type Operation, type RawDocument } from './document';
import type { KnownRecords } from './known-records';
import { Oracle } from './oracle';
import { deadlineOf } from './requests/exceptions';
import { Requests, type RequestClass } from './requests/requests';
import { Sender, type Answered, type Sent } from './sender';
import { Stage } from './stage';

export interface RunOptions {
  seed: number;
  requests: number;
  /** An answer that comes later is a failure. */
  deadlineMs: number;
  /** So many requests at once. */
  parallel: number;
  /** Told what happens, line by line. */
  say: (line: string) => void;
}

export interface Failure {
  /** Of the request, from 0. */
  number: number;
  operation: Operation;
  requestClass: RequestClass;
  sent: Sent;
  answered: Answered;
  faults: string[];
}

export interface Outcome {
  operationId: string;
  requestClass: RequestClass;
  status: number;
  milliseconds: number;
}

export interface RunResult {
  options: RunOptions;
  seconds: number;
  outcomes: Outcome[];
  failures: Failure[];
}

const PROGRESS = 2_000;
/** Of ten requests: what they are. */
const MIX = [
  'valid',
  'invalid',
  'hostile',
  'valid',
  'hostile',
  'valid',
  'invalid',
  'hostile',
  'valid',
  'valid',
];

/** Sends requests made from the document of a running system to it, and holds each answer against that document. */
export async function run(options: RunOptions): Promise<RunResult> {
  const stage = await Stage.start();
  const { system, known } = stage;
  const raw = (await (await fetch(`${system.url}/openapi.json`)).json()) as RawDocument;
  const document = new ApiDocument(raw);
  const tokens = { administrator: system.apiKey, reader: stage.readerKey, nobody: undefined };
  const sender = new Sender(system.launched.port, tokens, known);
  try {
    return await new Run(options, document, sender, known).everything();
  } finally {
    sender.close();
    await stage.stop();
  }
}

class Run {
  private readonly requests: Requests;
  private readonly oracle: Oracle;
  private readonly operations: Operation[];
  private readonly outcomes: Outcome[] = [];
  private readonly failures: Failure[] = [];
  private next = 0;

  constructor(
    private readonly options: RunOptions,
    document: ApiDocument,
    private readonly sender: Sender,
    private readonly known: KnownRecords,
  ) {
    this.requests = new Requests(document);
    this.oracle = new Oracle(document);
    this.operations = document.operations;
  }

  async everything(): Promise<RunResult> {
    const start = performance.now();
    await Promise.all(Array.from({ length: this.options.parallel }, () => this.work()));
    const seconds = (performance.now() - start) / 1_000;
    return { options: this.options, seconds, outcomes: this.outcomes, failures: this.failures };
  }

  private async work(): Promise<void> {
    while (this.next < this.options.requests) {
      const number = this.next++;
      await this.one(number);
      if (this.outcomes.length % PROGRESS === 0)
        this.options.say(`${this.outcomes.length} requests, ${this.failures.length} failures`);
    }
  }

  private async one(number: number): Promise<void> {
    const operation = this.operations[number % this.operations.length];
    // Every operation gets all classes in turn.
    const round = Math.floor(number / this.operations.length);
    const requestClass = MIX[(round + number) % MIX.length] as RequestClass;
    if (!operation) throw new Error('The document has no operations.');
    const plan = this.requests.plan(operation, requestClass, this.options.seed * 1_000_003 + number);
    const deadlineMs = deadlineOf(operation.id, this.options.deadlineMs);
    const sent = this.sender.prepare(operation, plan);
    const answered = await this.sender.send(sent, deadlineMs);
    const { status, milliseconds } = answered;
    this.outcomes.push({ operationId: operation.id, requestClass, status, milliseconds });
    const faults = this.oracle.faultsOf(operation, sent, answered, deadlineMs);
    if (faults.length > 0) this.failures.push({ number, operation, requestClass, sent, answered, faults });
    else if (status < 300) this.learn(operation, sent, answered);
  }

  /** What was made flows into the requests that follow. */
  private learn(
    { id: operationId, method, path }: Operation,
    { target }: Sent,
    { headers, text }: Answered,
  ): void {
    if (!headers['content-type']?.startsWith('application/json')) return;
    const body = JSON.parse(text) as {
      id?: string;
      version?: number;
      page?: { nextCursor?: string | null };
      next?: string | null;
      refreshToken?: string;
      dryRun?: unknown;
    };
    const resource = resourceOf(path);
    if (typeof body.id === 'string' && body.dryRun === undefined) {
      const isMade = method === 'POST' && path === `/v1/${resource}`;
      if (isMade) this.known.learn(resource, body.id);
      if (typeof body.version === 'number') this.known.learnVersion(body.id, body.version);
    }
    const cursor = body.page?.nextCursor ?? body.next;
    // A cursor is good for the same question alone: the one that asks nothing.
    if (cursor && !/[?&](?!limit=|cursor=)/.test(target)) this.known.learn(`cursor-${operationId}`, cursor);
    if (body.refreshToken !== undefined) this.known.learn('refresh-tokens', body.refreshToken);
  }
}
