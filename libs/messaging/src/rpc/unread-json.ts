const decoder = new TextDecoder();

/** JSON as it came over the wire, for who hands it on without reading it; of a record also its id and version. */
export class UnreadJson {
  constructor(
    readonly bytes: Uint8Array,
    readonly id?: string,
    readonly version?: number,
  ) {}

  read<T>(): T {
    return (this.bytes.length === 0 ? null : JSON.parse(decoder.decode(this.bytes))) as T;
  }
}
