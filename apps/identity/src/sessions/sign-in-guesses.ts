import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { hashOf, newSecret } from '../api-keys/secret';

/** Wrong passwords that may be tried in an hour for one account, from however many addresses. */
const MAX_GUESSES = 10;
const HOUR = `interval '1 hour'`;

/** What an attempt was counted under. */
export interface Attempt {
  bucket: string;
  /** There were too many; the password is not to be looked at. */
  refused?: { isFirst: boolean; retryAfterSeconds: number };
  /** Of a device that is known. */
  deviceToken?: string;
}

/**
 * Counts guesses at passwords, in Postgres, so for all replicas together. A device that signed in before has a count of its
 * own: strangers who use up an account's guesses do not lock its owner out. Accounts that do not exist are counted alike.
 */
@Injectable()
export class SignInGuesses {
  constructor(private readonly dataSource: DataSource) {}

  /** Counts an attempt before its password is looked at. */
  async attempt(email: string, userId: string | null, deviceToken: string | undefined): Promise<Attempt> {
    const isKnown = deviceToken !== undefined && (await this.isKnown(deviceToken, userId));
    const bucket = isKnown ? `device:${hashOf(deviceToken)}` : `account:${hashOf(email)}`;
    await this.dataSource.query(`DELETE FROM sign_in_guess WHERE since < now() - 2 * ${HOUR}`);
    const [row]: { count: number; seconds: string }[] = await this.dataSource.query(
      `INSERT INTO sign_in_guess AS guess (bucket, since, count) VALUES ($1, now(), 1)
       ON CONFLICT (bucket) DO UPDATE SET
         count = CASE WHEN guess.since < now() - ${HOUR} THEN 1 ELSE guess.count + 1 END,
         since = CASE WHEN guess.since < now() - ${HOUR} THEN now() ELSE guess.since END
       RETURNING count, extract(epoch FROM since + ${HOUR} - now()) AS seconds`,
      [bucket],
    );
    const attempt = { bucket, ...(isKnown ? { deviceToken } : {}) };
    if (!row || row.count <= MAX_GUESSES) return attempt;
    const refused = {
      isFirst: row.count === MAX_GUESSES + 1,
      retryAfterSeconds: Math.ceil(Number(row.seconds)),
    };
    return { ...attempt, refused };
  }

  /** The password was right, so it was no guess. Answers the token by which the device is known from now on. */
  async succeeded({ bucket, deviceToken }: Attempt, userId: string): Promise<string> {
    await this.dataSource.query('UPDATE sign_in_guess SET count = count - 1 WHERE bucket = $1', [bucket]);
    if (deviceToken !== undefined) return deviceToken;
    const token = newSecret('reld_');
    await this.dataSource.query(
      'INSERT INTO known_device (token_hash, user_id, created_at) VALUES ($1, $2, now())',
      [hashOf(token), userId],
    );
    return token;
  }

  private async isKnown(deviceToken: string, userId: string | null): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      'SELECT 1 FROM known_device WHERE token_hash = $1 AND user_id = $2',
      [hashOf(deviceToken), userId],
    );
    return rows.length > 0;
  }
}
