import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Rights, type SessionRecordView } from '@relata/contracts';
import { RecordStores, type ChangeOptions, type RecordStore } from '@relata/database';
import { currentContext, runInContext } from '@relata/platform';
import type { SessionEntity } from './session.entity';
import { sessionKind } from './session.mapper';

/** Sessions as records, and their ends. */
@Injectable()
export class SessionRecords {
  readonly store: RecordStore<SessionEntity, SessionRecordView>;

  constructor(stores: RecordStores) {
    this.store = stores.define(sessionKind);
  }

  /** Ends a session, unless it has ended. Its tokens are refused everywhere within a second. Throws NOT_FOUND, FORBIDDEN. */
  async end(
    manager: EntityManager,
    id: string,
    endReason: SessionRecordView['endReason'],
    options?: ChangeOptions,
  ): Promise<void> {
    await this.store.changeIn(
      manager,
      id,
      ({ endedAt }, now) => (endedAt ? [] : [{ event: 'session.ended', set: { endedAt: now, endReason } }]),
      options,
    );
  }

  /** Ends every session of a user whose password has changed. */
  async endAll(manager: EntityManager, userId: string): Promise<void> {
    const rows: { id: string }[] = await manager.query(
      'SELECT id FROM session WHERE user_id = $1 AND ended_at IS NULL ORDER BY id',
      [userId],
    );
    const end = async () => {
      for (const { id } of rows) await this.end(manager, id, 'password_changed');
    };
    // Whoever may change the password ends the sessions by that.
    await runInContext(currentContext(), end, Rights.EVERYTHING);
  }
}
