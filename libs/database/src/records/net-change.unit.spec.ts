import fc from 'fast-check';
import { deep, flat, netChange } from './net-change';

it.each([
  [
    'of fields that differ in the end',
    [
      { before: { title: 'Dr', city: 'Ulm' }, after: { title: 'Prof', city: 'Bonn' } },
      { before: { city: 'Bonn' }, after: { city: 'Ulm' } },
    ],
    { before: { title: 'Dr' }, after: { title: 'Prof' } },
  ],
  [
    'of a custom field that there was not before the first',
    [
      { before: { customFields: {} }, after: { customFields: { tier: 'gold' } } },
      { before: { customFields: { tier: 'gold' } }, after: { customFields: { tier: 'silver' } } },
    ],
    { before: { 'customFields.tier': null }, after: { 'customFields.tier': 'silver' } },
  ],
  [
    'of a custom field that the last took away',
    [
      {
        before: { customFields: { tier: 'gold', size: 1 } },
        after: { customFields: { tier: 'iron', size: 1 } },
      },
      { before: { customFields: { tier: 'iron', size: 1 } }, after: { customFields: { size: 1 } } },
    ],
    { before: { 'customFields.tier': 'gold' }, after: { 'customFields.tier': null } },
  ],
])('tells %s', (_, changes, net) => {
  expect(netChange(changes)).toEqual(net);
});

it('is from the first state to the last, whatever lies between', () => {
  const value = fc.constantFrom(null, 'a', 'b');
  const state = fc.record({
    title: value,
    city: value,
    customFields: fc.dictionary(fc.constantFrom('x', 'y'), value),
  });
  fc.assert(
    fc.property(fc.array(state, { minLength: 1, maxLength: 6 }), (states) => {
      const changes = states.slice(1).map((after, at) => ({ before: states[at] as object, after }));
      const { before, after } = netChange(changes);
      const [first, last] = [flat(states[0] as object), flat(states.at(-1) as object)];
      const given = (values: object) =>
        Object.fromEntries(Object.entries(values).filter(([, one]) => one !== null));
      expect(given({ ...last, ...before })).toEqual(given(first));
      expect(given({ ...first, ...after })).toEqual(given(last));
      expect(flat(deep(Object.keys(before), before))).toEqual(before);
    }),
  );
});
