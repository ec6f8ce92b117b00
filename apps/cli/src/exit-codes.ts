/** How a command ends: `someFailed` when it did its work but for some rows. */
export const EXIT = { ok: 0, someFailed: 1, error: 2 } as const;
