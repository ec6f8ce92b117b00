import fc from 'fast-check';
import { Versions } from './versions';

/** Deliveries of the versions 1 to n of a record: shuffled, some of them twice. */
const deliveries = fc.integer({ min: 1, max: 30 }).chain((count) => {
  const all = Array.from({ length: count }, (_, index) => index + 1);
  return fc
    .subarray(all)
    .chain((again) =>
      fc
        .shuffledSubarray([...all, ...again], { minLength: count + again.length })
        .map((order) => ({ count, order })),
    );
});

it('misses nothing in whatever order and however often events come', () => {
  fc.assert(
    fc.property(deliveries, ({ count, order }) => {
      const versions = new Versions();
      const fresh = order.filter((version) => versions.add('deal 1', version));
      expect([fresh.length, versions.missed]).toEqual([count, 0]);
    }),
  );
});

it('tells how many never came', () => {
  fc.assert(
    fc.property(deliveries, fc.infiniteStream(fc.boolean()), ({ order }, coins) => {
      const lost = new Set([...new Set(order)].filter(() => coins.next().value));
      const came = order.filter((version) => !lost.has(version));
      const versions = new Versions();
      for (const version of came) versions.add('deal 1', version);
      const highest = Math.max(0, ...came);
      expect(versions.missed).toBe([...lost].filter((version) => version < highest).length);
    }),
  );
});

it('keeps records apart', () => {
  const versions = new Versions();
  expect([versions.add('deal 1', 1), versions.add('deal 2', 1), versions.add('deal 2', 1)]).toEqual([
    true,
    true,
    false,
  ]);
  versions.add('deal 2', 4);
  expect([versions.recordCount, versions.missed]).toEqual([2, 2]);
});
