import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError, type CreateSessionRequest, type SessionView } from '@relata/contracts';
import { hashOf, newSecret } from '../api-keys/secret';
import { hashPassword, verifyPassword } from '../users/password';
import { UsersService } from '../users/users.service';
import { SessionEntity } from './session.entity';

const SESSION_MS = 12 * 60 * 60 * 1000;

@Injectable()
export class SessionsService {
  /** Compared against where there is no such user, so that both answers take the same time. */
  private readonly nobodysHash = hashPassword(newSecret('rels_'));

  constructor(
    private readonly users: UsersService,
    private readonly dataSource: DataSource,
  ) {}

  /** Signs in by e-mail and password. Throws UNAUTHENTICATED, in the same words whatever was wrong. */
  async create({ email, password }: CreateSessionRequest): Promise<SessionView> {
    const key = email.toLowerCase();
    const user = (await this.users.store.findByKey('email', [key])).get(key);
    const isRight = await verifyPassword(user?.passwordHash ?? (await this.nobodysHash), password);
    if (!user?.passwordHash || user.status !== 'active' || !isRight)
      throw new DomainError('UNAUTHENTICATED', 'The e-mail or the password is wrong.');
    const token = newSecret('rels_');
    const now = new Date();
    const expiresAt = new Date(now.getTime() + SESSION_MS);
    await this.dataSource
      .getRepository(SessionEntity)
      .insert({ id: uuidv7(), userId: user.id, tokenHash: hashOf(token), createdAt: now, expiresAt });
    return { token, expiresAt: expiresAt.toISOString(), userId: user.id, name: user.name };
  }
}
