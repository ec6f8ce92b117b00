import { IsIn } from 'class-validator';
import type { CrmRecordType } from '../crm-resources';
import type { VIEW_TYPES } from '../view/saved-view.requests';

/** With whom a record is shared, and how far. */
export class ShareRequest {
  /** What the grantee is. */
  @IsIn(['user', 'team'])
  type: 'user' | 'team';

  /** `read`: see the record; `write`: change it, too. */
  @IsIn(['read', 'write'])
  level: 'read' | 'write';
}

/** Sets or, without `share`, ends what a user or team may do with a record. */
export interface SharePayload {
  recordType: CrmRecordType | (typeof VIEW_TYPES)[keyof typeof VIEW_TYPES];
  id: string;
  granteeId: string;
  share: ShareRequest | null;
}
