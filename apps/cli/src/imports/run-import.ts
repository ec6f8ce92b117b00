import { setTimeout as delay } from 'node:timers/promises';
import type { ImportOptionsRequest, ImportView } from '@relata/contracts';
import { CliError, UnavailableError } from '../cli-error';
import { bar, withProgress } from '../progress';
import type { RelataApi, Upload } from '../relata-api';

const POLL_MS = 250;
/** A job outlives a restart of its service: so long we ask on when nobody answers. */
const PATIENCE_MS = 30_000;

/** Sends a file and, if asked to, follows the job to its end, with a progress bar. Throws CliError. */
export function runImport(
  api: RelataApi,
  options: ImportOptionsRequest,
  file: Upload & { size: number },
  isToWait: boolean,
): Promise<ImportView> {
  return withProgress(options.resource.padEnd(10), async (show) => {
    const bytes = counted(file, (part) => show(`${bar(part)}  sending`));
    const job = await api.startImport(options, { ...file, bytes });
    return isToWait ? follow(api, job, (now) => show(progressOf(now))) : job;
  });
}

export function hasEnded({ status }: ImportView): boolean {
  return status !== 'queued' && status !== 'running';
}

async function follow(
  api: RelataApi,
  started: ImportView,
  onProgress: (job: ImportView) => void,
): Promise<ImportView> {
  let job = started;
  let answeredAt = Date.now();
  while (!hasEnded(job)) {
    await delay(POLL_MS);
    try {
      job = await api.get<ImportView>(`/imports/${job.id}`);
      answeredAt = Date.now();
      onProgress(job);
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      if (Date.now() - answeredAt > PATIENCE_MS)
        throw new CliError(
          `${error.message}\nThe import goes on by itself: GET ${api.url}/v1/imports/${job.id}`,
        );
    }
  }
  return job;
}

function progressOf({ status, total, processed, rowsPerSecond, secondsLeft }: ImportView): string {
  if (total === null) return `${bar(0)}  ${status === 'queued' ? 'waiting' : 'counting rows'}`;
  return [
    bar(total === 0 ? 1 : processed / total),
    `${processed} of ${total} rows`,
    ...(rowsPerSecond === null ? [] : [`${rowsPerSecond} rows/s`]),
    ...(secondsLeft === null ? [] : [`${secondsLeft} s left`]),
  ].join('  ');
}

async function* counted(
  { bytes, size }: Upload & { size: number },
  onPart: (part: number) => void,
): AsyncGenerator<Uint8Array> {
  let sent = 0;
  for await (const piece of bytes) {
    yield piece;
    sent += piece.length;
    onPart(Math.min(1, sent / size));
  }
}
