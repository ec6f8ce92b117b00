import { hash, verify } from '@node-rs/argon2';

/** OWASP's floor for Argon2id (the library's default variant): 19 MiB, two passes. */
const COST = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/** Argon2id, as a PHC string. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password);
}
