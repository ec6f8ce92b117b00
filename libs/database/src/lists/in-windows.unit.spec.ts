import { inWindows } from './in-windows';

/** An order in which every so manieth row fulfils the condition. */
const every = (step: number, asked: number[]) => (size: number) => {
  asked.push(size);
  return Promise.resolve(Array.from({ length: Math.min(10, Math.floor(size / step)) }, (_, at) => at));
};

it.each([
  ['most', 2, [100], 10],
  ['some', 40, [100, 1_000], 10],
  // Three of a hundred promise thirty of a thousand: enough, and to spare.
  ['few', 33, [100, 1_000], 10],
  // One promises ten, which may be nine.
  ['hardly any', 100, [100], undefined],
  ['none', 5_000, [100], undefined],
])('looks at as many rows as promise enough of them where %s fulfil it', async (_, step, asked, found) => {
  const sizes: number[] = [];
  const rows = await inWindows([100, 1_000], 10, every(step, sizes));
  expect({ sizes, found: rows?.length }).toEqual({ sizes: asked, found });
});

it('is not content with less than was asked for', async () => {
  const rows = await inWindows([100, 1_000], 10, (size) =>
    Promise.resolve(size === 100 ? [1, 2, 3] : [1, 2, 3, 4]),
  );
  expect(rows).toBeUndefined();
});
