import * as fc from 'fast-check';
import { DomainError } from '@relata/contracts';
import {
  decodeAnswer,
  decodeRequest,
  encodeAnswer,
  encodeKeptAnswer,
  encodeRefusal,
  encodeRequest,
} from './rpc-wire';

const json = fc.jsonValue().filter((value) => JSON.stringify(value) !== '-0');

it('brings requests and answers over as they were, line breaks and all scripts included', () => {
  fc.assert(
    fc.property(json, fc.string({ unit: 'grapheme' }), (value, name) => {
      const payload = JSON.parse(JSON.stringify(value)) as unknown;
      const context = { requestId: 'r', principal: { id: null, name: `${name}\n`, kind: 'user' as const } };
      expect(decodeRequest(encodeRequest(context, payload))).toEqual({ context, payload });
      expect(decodeAnswer(encodeAnswer(payload)).json.read()).toEqual(payload);
    }),
  );
});

it('tells of a record its id and version, of nothing else', () => {
  const record = { id: '01a2', version: 7, lastName: 'Lovelace' };
  expect(decodeAnswer(encodeAnswer(record)).json).toMatchObject({ id: '01a2', version: 7 });
  expect(decodeAnswer(encodeAnswer([record])).json).toMatchObject({ id: undefined, version: undefined });
});

it('tells that an answer was given before', () => {
  const kept = JSON.stringify({ id: '01a2', version: 7 });
  const { json: answer, isReplayed } = decodeAnswer(encodeKeptAnswer(kept, true));
  expect([isReplayed, answer.version, Buffer.from(answer.bytes).toString()]).toEqual([true, 7, kept]);
  expect(decodeAnswer(encodeKeptAnswer(kept, false)).isReplayed).toBe(false);
});

it('throws a refusal, whose code nobody knows as INTERNAL', () => {
  const error = new DomainError('DUPLICATE', 'There is one.', { existingId: '01a2' });
  expect(() => decodeAnswer(encodeRefusal(error))).toThrow(expect.objectContaining({ code: 'DUPLICATE' }));
  const odd = Object.assign(new DomainError('CONFLICT', 'Odd.'), { code: 'NEW_ONE' });
  expect(() => decodeAnswer(encodeRefusal(odd))).toThrow(expect.objectContaining({ code: 'INTERNAL' }));
});
