import { RecordView } from '../record.views';

export class UserView extends RecordView {
  name: string;
  email: string | null;
  teamId: string | null;
  /** What the user may do. */
  roleId: string;
  /** A disabled user can neither sign in nor use a key; what it owns stays. */
  status: 'active' | 'disabled';
  /** A service account has no password: it acts by API keys alone. */
  kind: 'person' | 'service';
}
