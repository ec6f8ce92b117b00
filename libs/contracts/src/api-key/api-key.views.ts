import { RecordView } from '../record.views';

export class ApiKeyView extends RecordView {
  name: string;
  /** User that the key acts for. */
  userId: string;
  /** What the key may do; what its user may when null. */
  roleId: string | null;
  /** First characters of the key, to tell keys apart. */
  prefix: string;
  expiresAt: string | null;
}

export class CreatedApiKeyView extends ApiKeyView {
  /** The key itself: shown this once, kept nowhere. */
  key: string;
}
