/** How many times as many as are wanted a wider window must be expected to have. */
const SAFELY = 2;

/**
 * The first `limit` rows of an order that fulfil a condition which holds for most rows or for hardly any, and nobody knows
 * which: looked for among the next few rows of the order, then among more where those promise enough. Undefined where
 * they do not: then all that fulfil it are to be looked up.
 */
export async function inWindows<R>(
  sizes: readonly number[],
  limit: number,
  read: (size: number) => Promise<R[]>,
): Promise<R[] | undefined> {
  for (const [at, size] of sizes.entries()) {
    const rows = await read(size);
    if (rows.length === limit) return rows;
    const share = rows.length / size;
    if (share * (sizes[at + 1] ?? 0) < limit * SAFELY) return undefined;
  }
  return undefined;
}
