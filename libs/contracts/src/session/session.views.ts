import { RecordView } from '../record.views';

/** A sign-in, until it is ended or too long unused. */
export class SessionRecordView extends RecordView {
  userId: string;
  /** What the client called itself (`User-Agent`). */
  device: string | null;
  /** Whence the sign-in came; null for one of before this was noted. */
  address: string | null;
  endedAt: string | null;
  /** `signed_out`, by the user or an administrator; `password_changed`; `token_reused`: a refresh token came a second time. */
  endReason: 'signed_out' | 'password_changed' | 'token_reused' | null;
}

export class SessionView {
  /** Of the session, to end it by. */
  id: string;
  /** Access token, a JWT: send it as `Authorization: Bearer …`. */
  token: string;
  /** When the access token ends; get another by the refresh token. */
  expiresAt: string;
  /** For `POST /v1/sessions/refresh`; works once, and brings its successor. */
  refreshToken: string;
  refreshExpiresAt: string;
  userId: string;
  name: string;
  /** After a sign-in: send it with the next one from this device. */
  deviceToken?: string;
}

/** Public keys that access tokens are verified by (RFC 7517). */
export class JwksView {
  keys: object[];
}

/** What access tokens say and must say: RFC 9068, in the house's own words. */
export const ACCESS_TOKEN = {
  issuer: 'relata',
  audience: 'relata-api',
  algorithm: 'EdDSA',
  type: 'at+jwt',
} as const;
