/** How many times as many as are wanted a wider window must be expected to have. */
const SAFELY = 2;

/**
 * The first `limit` rows of an order that fulfil a condition which holds for most rows or for hardly any, and nobody knows
 * which: looked for among the next few rows of the order, then among more where those promise enough. Undefined where
 * they do not, and where there are so few rows in all (`all`, about) that to look up those that fulfil it is less than to go
 * on: then that is to be done. (Postgres would choose by a sample of the values: right as a rule, and very slow when wrong.)
 */
export async function inWindows<R>(
  sizes: readonly number[],
  limit: number,
  read: (size: number) => Promise<R[]>,
  all: (some: R[]) => number = () => Infinity,
): Promise<R[] | undefined> {
  for (const [at, size] of sizes.entries()) {
    const rows = await read(size);
    if (rows.length === limit) return rows;
    const share = rows.length / size;
    const promisesEnough = share * (sizes[at + 1] ?? 0) >= limit * SAFELY;
    if (!promisesEnough || share * all(rows) < limit / share) return undefined;
  }
  return undefined;
}
