/** As many as are remembered of a kind: old ones make room. */
const MOST = 200;
const MARK = /⟦([\w-]+):(\d+)⟧/g;

/** Of `contacts`, which is the path's word for it, and so the word of the marks. */
export type Kind = string;

/**
 * Stands for something that only the running system can tell, an id or a cursor, so that requests come from the seed alone: the
 * one of that kind that lies at the (pseudo-random) place.
 */
export function mark(kind: Kind, place: number): string {
  return `⟦${kind}:${place}⟧`;
}

/** What answers told, for later requests to be about: ids by resource, cursors by operation, versions by id. */
export class KnownRecords {
  private readonly byKind = new Map<Kind, string[]>();
  private readonly next = new Map<Kind, number>();
  private readonly versions = new Map<string, number>();

  learn(kind: Kind, value: string): void {
    const known = this.byKind.get(kind) ?? [];
    const next = this.next.get(kind) ?? 0;
    known[next % MOST] = value;
    this.byKind.set(kind, known);
    this.next.set(kind, next + 1);
  }

  learnVersion(id: string, version: number): void {
    this.versions.set(id, version);
  }

  /** The newest version of a record that was answered; 1 when none was. */
  versionOf(id: string): number {
    return this.versions.get(id) ?? 1;
  }

  /** The text with what its marks stand for. Nothing known of a kind is an id of nothing. */
  fill(text: string): string {
    return text.replace(MARK, (_, kind: Kind, place: string) => {
      const known = this.byKind.get(kind) ?? [];
      return known[Number(place) % known.length] ?? '01980000-dead-7000-8000-000000000000';
    });
  }
}
