import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { SignInFailure, SignInView } from '@relata/contracts';
import { EventLog } from '@relata/messaging';

/** Whence a sign-in comes. */
export interface Origin {
  address: string;
  /** What the client called itself. */
  device: string | null;
}

/** Tells of sign-ins that failed: each an event of its own, of which no row is kept. */
@Injectable()
export class SignInFailures {
  constructor(private readonly eventLog: EventLog) {}

  async tell(reason: SignInFailure, email: string, userId: string | null, origin: Origin): Promise<void> {
    const now = new Date().toISOString();
    const what = { email, userId, ...origin, reason };
    const snapshot: SignInView = {
      id: uuidv7(),
      version: 1,
      createdAt: now,
      updatedAt: now,
      deletedAt: null,
      ownerId: null,
      readerIds: [],
      editorIds: [],
      externalKeys: [],
      customFields: {},
      ...what,
    };
    const event = { type: 'signIn.failed', recordType: 'signIn', recordId: snapshot.id, version: 1 } as const;
    await this.eventLog.transaction((manager) =>
      this.eventLog.append(manager, [{ ...event, before: {}, after: what, snapshot: { ...snapshot } }]),
    );
  }
}
