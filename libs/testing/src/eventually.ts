import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 20;

/**
 * Runs `check` again and again until it does not throw, and answers what it answered. Throws its last error when
 * it has not passed within the deadline (10 s unless told).
 */
export async function eventually<T>(
  check: () => T | Promise<T>,
  { withinMs = 10_000 }: { withinMs?: number } = {},
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await delay(POLL_MS);
    }
  }
}
