import fc from 'fast-check';
import { Snapshots, setByCreation } from './snapshots';

const snapshots = new Snapshots();
snapshots.learn('deal', {
  id: '1',
  version: 1,
  name: null,
  amount: null,
  tags: [],
  customFields: {},
  probability: 10,
});

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

it('keeps no field in which nobody has set anything', () => {
  const snapshot = {
    id: '1',
    version: 3,
    name: 'Big',
    amount: null,
    tags: [],
    customFields: {},
    probability: 10,
  };
  const kept = snapshots.kept('deal', snapshot);
  expect(asJson(kept)).toEqual({ id: '1', version: 3, name: 'Big', probability: 10 });
  expect(asJson(setByCreation(kept))).toEqual({ name: 'Big', probability: 10 });
});

it('gives every snapshot back as it was, of unknown types, too', () => {
  const value = fc.oneof(
    fc.constantFrom(null, [], {}, '', 0, false, 'x'),
    fc.jsonValue({ maxDepth: 1 }).filter((one) => !Object.is(one, -0)),
  );
  const fields = ['id', 'version', 'name', 'amount', 'tags', 'customFields', 'probability'];
  const snapshot = fc.record(Object.fromEntries(fields.map((field) => [field, value])));
  fc.assert(
    fc.property(snapshot, fc.constantFrom('deal', 'unknown'), (given, type) => {
      const row = asJson(snapshots.kept(type, given)) as object;
      expect(snapshots.whole(type, row)).toEqual(asJson(given));
    }),
  );
});

it('gives a field that came later as blank to snapshots of before', () => {
  expect(snapshots.whole('deal', { id: '1', name: 'Old' })).toEqual({
    id: '1',
    name: 'Old',
    amount: null,
    tags: [],
    customFields: {},
  });
});
