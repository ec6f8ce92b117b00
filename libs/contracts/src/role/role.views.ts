import type { FieldRules, Permissions } from '../access/rules';
import { RecordView } from '../record.views';

export class RoleView extends RecordView {
  name: string;
  description: string | null;
  /** By resource and action the scope; what is not named is `none`. */
  permissions: Permissions;
  /** By resource and field: `hidden` or `readOnly`. */
  fields: FieldRules;
}
