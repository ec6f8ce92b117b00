import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import {
  SYSTEM,
  eventTypeOf,
  invalid,
  type AccessExplanationView,
  type ExplainPayload,
  type RecordView,
  type SharePayload,
} from '@relata/contracts';
import { Roles } from '@relata/messaging';
import { currentContext, currentRights, runInContext } from '@relata/platform';
import { RecordStores } from '../records/record-stores';
import { References } from '../references/references';
import { AccessExplainer } from './access-explainer';

/** More would make every event of the record large. */
const MAX_SHARES = 100;

/** Who may do what with this service's records: shares, and explanations. */
@Controller()
export class AccessController {
  constructor(
    private readonly stores: RecordStores,
    private readonly references: References,
    private readonly roles: Roles,
    private readonly explainer: AccessExplainer,
  ) {}

  /** Shares a record, changes how far, or ends it. Throws NOT_FOUND, FORBIDDEN, UNKNOWN_REFERENCE, VALIDATION_FAILED. */
  @MessagePattern('access.share')
  async share(@Payload() { recordType, id, granteeId, share }: SharePayload): Promise<RecordView> {
    const store = this.stores.of(recordType);
    if (share) await this.references.require([{ type: share.type, id: granteeId, pointer: '/granteeId' }]);
    const grantee = granteeId.toLowerCase();
    const record = await store.change(id, ({ readerIds, editorIds }) => {
      const readers = readerIds.filter((one) => one !== grantee);
      const editors = editorIds.filter((one) => one !== grantee);
      if (share && readers.length >= MAX_SHARES)
        throw invalid(
          '/granteeId',
          'too_many',
          `A record can be shared with ${MAX_SHARES}. Share it with a team instead.`,
        );
      const set = {
        readerIds: share ? [...readers, grantee].sort() : readers,
        editorIds: share?.level === 'write' ? [...editors, grantee].sort() : editors,
      };
      return [{ event: eventTypeOf(recordType, 'updated'), set }];
    });
    return store.present(record);
  }

  /** Throws FORBIDDEN for who asks about another user without managing users. */
  @MessagePattern('access.explain')
  async explain(@Payload() { userId, ...question }: ExplainPayload): Promise<AccessExplanationView> {
    if (userId === undefined || userId === currentContext().principal.id)
      return this.explainer.explain(question);
    currentRights().requireAll('user', 'manage');
    const rights = await this.roles.rightsNow({ ...SYSTEM, id: userId });
    return runInContext(currentContext(), () => this.explainer.explain(question), rights);
  }
}
