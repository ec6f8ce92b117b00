import {
  closeSync,
  existsSync,
  fdatasyncSync,
  openSync,
  readFileSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { Versions } from './versions';

/** The effect of one event. */
export interface Entry {
  eventId: string;
  /** Type and id of the record. */
  record: string;
  version: number;
  text: string;
}

/** The effects, a line of JSON each, in a file that outlives the process: what is in it was done, once. */
export class Ledger {
  readonly versions = new Versions();
  /** Events that came again in the life of this process. */
  duplicates = 0;
  private readonly file: number;

  constructor(path: string) {
    if (existsSync(path)) this.load(path);
    this.file = openSync(path, 'a');
  }

  /** Writes the entry, safe from a crash when this returns. One that is there already is counted only. */
  write(entry: Entry): void {
    if (!this.versions.add(entry.record, entry.version)) {
      this.duplicates++;
      return;
    }
    writeSync(this.file, `${JSON.stringify(entry)}\n`);
    fdatasyncSync(this.file);
  }

  close(): void {
    closeSync(this.file);
  }

  /** Notes what is there; a last line that a crash cut short never happened. */
  private load(path: string): void {
    const text = readFileSync(path, 'utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    truncateSync(path, Buffer.byteLength(whole));
    for (const line of whole.split('\n').filter(Boolean)) {
      const { record, version } = JSON.parse(line) as Entry;
      this.versions.add(record, version);
    }
  }
}
