import { RecordView } from '../record.views';

export class ApiKeyView extends RecordView {
  name: string;
  /** User that the key acts for. */
  userId: string;
  /** What the key may do; what its user may when null. */
  roleId: string | null;
  /** From where alone it is taken; from anywhere when empty. */
  ipRanges: string[];
  /** First characters of the key, to tell keys apart. */
  prefix: string;
  expiresAt: string | null;
}

/** A key as the API shows it; events do not tell of every use, only of one an hour and address. */
export class UsedApiKeyView extends ApiKeyView {
  /** Within ten seconds; null for a key that was never used. */
  lastUsedAt: string | null;
  lastUsedFrom: string | null;
}

export class CreatedApiKeyView extends ApiKeyView {
  /** The key itself: shown this once, kept nowhere. */
  key: string;
}
