import * as fc from 'fast-check';
import type { RecordView } from '@relata/contracts';
import { searchable } from '../lists/search-text';
import { hitOf } from './hit';

const FIELDS = ['firstName', 'lastName', 'email', 'phoneE164'];
const hit = (record: Record<string, unknown>, q: string, similar = false) =>
  hitOf('contact', record as unknown as RecordView, FIELDS, q, similar);
const score = (record: Record<string, unknown>, q: string) => hit(record, q)?.score ?? 0;

it('prefers a whole field to a word, a word to a beginning, and that to a part', () => {
  const scores = ['Ann', 'Mary Ann', 'Mary Anna', 'Joanna'].map((firstName) => score({ firstName }, 'ann'));
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  expect(new Set(scores).size).toBe(4);
});

it('prefers names to what else there is', () => {
  expect(score({ firstName: 'Lee' }, 'lee')).toBeGreaterThan(score({ email: 'lee@x.org' }, 'lee'));
});

it('wants every word', () => {
  expect(hit({ firstName: 'Ann', lastName: 'Lee' }, 'ann lee')).toBeDefined();
  expect(hit({ firstName: 'Ann', lastName: 'Lee' }, 'ann smith')).toBeUndefined();
});

it('finds a telephone number however it is written', () => {
  const record = { phoneE164: '+4930123456' };
  for (const q of ['030 123', '030-123456', '+49 30 123456', '(030) 1234'])
    expect(hit(record, q)?.highlights).toMatchObject([{ field: 'phoneE164' }]);
});

it('takes a slip where similar words count, and no other word', () => {
  expect(hit({ lastName: 'Smith' }, 'smiht')).toBeUndefined();
  expect(hit({ lastName: 'Smith' }, 'smiht', true)?.highlights).toEqual([
    { field: 'lastName', value: 'Smith', places: [{ from: 0, to: 5 }] },
  ]);
  expect(hit({ lastName: 'Smithson' }, 'smiht', true)).toBeUndefined();
});

it('shows where the words are, whatever letters stand before them', () => {
  const word = 'jose';
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (before) => {
      const value = `${before} José`;
      const places = hit({ firstName: value }, word)?.highlights[0]?.places ?? [];
      expect(places.length).toBeGreaterThan(0);
      for (const { from, to } of places) expect(searchable(value.slice(from, to))).toContain(word);
    }),
  );
});
