import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Rights, type Principal } from '@relata/contracts';
import { EventLog } from '@relata/messaging';
import { currentContext, runInContext } from '@relata/platform';
import { ApiKeysService } from './api-keys.service';

/** Not with every request: the row would be the busiest of all. Answers whether an event is to tell of it. */
const NOTE = `
  WITH used AS (SELECT id FROM api_key WHERE key_hash = $1), noted AS (
    INSERT INTO api_key_use AS known (key_id, address, used_at) SELECT id, $2, now() FROM used
    ON CONFLICT (key_id, address) DO UPDATE SET used_at = now() WHERE known.used_at < now() - interval '10 seconds'
  )
  SELECT id, NOT EXISTS (
    SELECT FROM api_key_use WHERE key_id = id AND address = $2 AND told_at > now() - interval '1 hour'
  ) AS untold FROM used`;

const TELL = `
  INSERT INTO api_key_use AS known (key_id, address, used_at, told_at) VALUES ($1, $2, now(), now())
  ON CONFLICT (key_id, address) DO UPDATE SET used_at = now(), told_at = now()
  WHERE known.told_at IS NULL OR known.told_at < now() - interval '1 hour' RETURNING 1`;

/** When and whence API keys were used: the last time is shown with the key, and an event tells of it once an hour and address. */
@Injectable()
export class ApiKeyUses {
  constructor(
    private readonly dataSource: DataSource,
    private readonly eventLog: EventLog,
    private readonly keys: ApiKeysService,
  ) {}

  /** Notes that a key, which was found good, was used. */
  async note(keyHash: string, address: string, principal: Principal): Promise<void> {
    const [key]: { id: string; untold: boolean }[] = await this.dataSource.query(NOTE, [keyHash, address]);
    if (key?.untold)
      await runInContext(
        { ...currentContext(), principal },
        () => this.tell(key.id, address),
        Rights.EVERYTHING,
      );
  }

  private async tell(id: string, address: string): Promise<void> {
    await this.eventLog.transaction(async (manager) => {
      const told: unknown[] = await manager.query(TELL, [id, address]);
      if (told.length === 0) return;
      // Long unused addresses would pile up.
      await manager.query(
        `DELETE FROM api_key_use WHERE key_id = $1 AND used_at < now() - interval '90 days'`,
        [id],
      );
      const use = { event: 'apiKey.used', set: {}, details: { address } } as const;
      // It may have been revoked since it was looked at.
      await this.keys.store.changeIn(manager, id, () => [use], { evenDeleted: true });
    });
  }
}
