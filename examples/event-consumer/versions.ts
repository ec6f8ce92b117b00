interface Seen {
  /** All versions up to this one were seen. */
  upTo: number;
  /** Seen ones above it. */
  above: Set<number>;
}

/**
 * Which versions of each record were seen. The versions of a record are 1, 2, 3 …, one for each event, so what is
 * missing below the highest was missed, or is still to come: after a crash what was in flight comes again behind newer
 * events.
 */
export class Versions {
  private readonly records = new Map<string, Seen>();

  /** Notes a version; false when it was seen before. */
  add(record: string, version: number): boolean {
    const seen = this.records.get(record) ?? { upTo: 0, above: new Set<number>() };
    this.records.set(record, seen);
    if (version <= seen.upTo || seen.above.has(version)) return false;
    seen.above.add(version);
    while (seen.above.delete(seen.upTo + 1)) seen.upTo++;
    return true;
  }

  get recordCount(): number {
    return this.records.size;
  }

  /** How many events were not seen, though later ones of their records were. */
  get missed(): number {
    let missed = 0;
    for (const { upTo, above } of this.records.values()) {
      if (above.size > 0) missed += Math.max(...above) - upTo - above.size;
    }
    return missed;
  }
}
