import type { SessionRecordView } from '@relata/contracts';
import { recordView, type RecordKind } from '@relata/database';
import { SessionEntity } from './session.entity';

export const toSessionView = recordView<SessionEntity, SessionRecordView>((session) => ({
  userId: session.userId,
  device: session.device,
  address: session.address,
  endedAt: session.endedAt?.toISOString() ?? null,
  endReason: session.endReason,
}));

export const sessionKind: RecordKind<SessionEntity, SessionRecordView> = {
  type: 'session',
  entity: SessionEntity,
  toView: toSessionView,
  searchFields: ['device'],
  hasCustomFields: false,
  ownedBy: 'userId',
};
