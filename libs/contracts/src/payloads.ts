/** A request about one record. */
export interface RecordPayload {
  id: string;
  /** Version that the caller has seen. */
  ifMatch?: number;
}

/** A request that writes one record. */
export interface WritePayload<B> extends RecordPayload {
  body: B;
}

export interface CreatePayload<B> {
  body: B;
}

export interface IdsPayload {
  ids: string[];
}

/** Asks for the records that point at each of `ids` by a field; the newest `limit` of each. */
export interface ChildrenPayload {
  field: string;
  ids: string[];
  limit: number;
}
