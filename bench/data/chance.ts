import { Random } from '../../apps/cli/src/demo/random';

/** Random choices as data really is: a few are chosen often, most seldom. */
export class Chance extends Random {
  /** An index below `count`, after Zipf: the first is the most frequent, by far. */
  skewed(count: number): number {
    return Math.min(count - 1, Math.floor((count + 1) ** this.next()) - 1);
  }

  /** An index below `count`, rather a small one; all are alike with a slant of 1. */
  slanted(count: number, slant: number): number {
    return Math.floor(count * this.next() ** slant);
  }

  /** One of the list, its first ones more often. */
  pickEarly<T>(list: readonly T[], slant = 1.5): T {
    return list[this.slanted(list.length, slant)] as T;
  }

  /** The value, or as often as `chance` says, null. */
  unless<T>(chance: number, make: () => T): T | null {
    return this.isLikely(chance) ? null : make();
  }

  /** UUIDv7 of that time. */
  uuid(at: number): string {
    const time = Math.floor(at).toString(16).padStart(12, '0');
    const [high, middle, low] = [this.bits(), this.bits(), this.bits()];
    const version = `7${high.slice(0, 3)}`;
    const variant = `${'89ab'[Number.parseInt(high[3] as string, 16) % 4]}${high.slice(4, 7)}`;
    return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${middle}${low.slice(0, 4)}`;
  }

  /** Eight hexadecimal digits. */
  private bits(): string {
    return Math.floor(this.next() * 4_294_967_296)
      .toString(16)
      .padStart(8, '0');
  }
}
