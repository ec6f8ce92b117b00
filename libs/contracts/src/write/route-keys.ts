/** An `Idempotency-Key` of a route that several services answer, and what it was sent with. */
export interface RouteKey {
  /** `POST /v1/batch` */
  route: string;
  key: string;
  /** Hash of the request, hexadecimal. */
  hash: string;
}

/** The claim of who may do the request; null when it was done before. */
export interface RouteKeyClaim {
  claimId: string | null;
}

/** `done` answers equal requests from now on, `refused` frees the key, after `unknown` an equal request may go on. */
export type RouteKeyOutcome = 'done' | 'refused' | 'unknown';

export interface SettledRouteKey extends RouteKey {
  claimId: string;
  outcome: RouteKeyOutcome;
}
