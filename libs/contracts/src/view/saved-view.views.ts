import { RecordView } from '../record.views';

/** A named list of records. */
export class SavedView extends RecordView {
  /** `contacts`, `companies`, `deals`, `activities` or `tasks`. */
  resource: string;
  name: string;
  /** `private`: for the owner, and for those it is shared with. `shared`: for everybody who may read the resource. */
  visibility: 'private' | 'shared';
  /** In full: with every `op`, and values as texts; null for all records. */
  filter: object | null;
  /** Fields, `-` before one for descending; newest first when empty. */
  sort: string[];
  /** The fields to answer; all when empty. */
  fields: string[];
  /** Related records in the same answer. */
  include: string[];
  /** Words that must all occur. */
  q: string | null;
}
