import fc from 'fast-check';
import { DomainError, LOG_OWNERS, type EventEnvelope } from '@relata/contracts';
import { eventsQuery, fits } from './events-query';
import { decodePositions, encodePositions } from './positions';

const ID = '01a20644-b1bc-726a-a213-b48ae9eccefb';

function refusal(work: () => unknown): DomainError {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('a position token', () => {
  it('holds the positions', () => {
    const positions = fc.dictionary(
      fc.constantFrom(...LOG_OWNERS),
      fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    );
    fc.assert(
      fc.property(positions, (given) => expect(decodePositions(encodePositions(given))).toEqual(given)),
    );
    expect(encodePositions({})).not.toBe('');
  });

  it.each([
    '',
    'x',
    'é',
    'now!',
    ...[
      'null',
      '7',
      '[]',
      '{"deal":-1}',
      '{"deal":1.5}',
      '{"deal":"1"}',
      '{"sales":1}',
      '{"reporting":1}',
      '{"deal":1e99}',
    ].map((json) => Buffer.from(json).toString('base64url')),
  ])('is nothing else: %s', (token) => {
    expect(refusal(() => decodePositions(token)).code).toBe('INVALID_CURSOR');
  });
});

describe('a question for events', () => {
  it('goes to the logs that can have such events, and no other', () => {
    expect(eventsQuery({}, true)).toEqual({ filter: {}, owners: LOG_OWNERS, limit: 50 });
    expect(
      eventsQuery({ type: ['deal.won,contact.created', 'deal.won'], after: 'now', limit: '7' }, true),
    ).toEqual({
      after: 'now',
      filter: { types: ['deal.won', 'contact.created'] },
      owners: ['contact', 'deal'],
      limit: 7,
    });
    expect(eventsQuery({ record: `contact:${ID}` }, false)).toMatchObject({
      filter: { recordType: 'contact', recordId: ID },
      owners: ['contact'],
    });
    expect(eventsQuery({ record: ID.toUpperCase() }, false)).toMatchObject({
      filter: { recordId: ID },
      owners: LOG_OWNERS,
    });
  });

  it.each([
    [{ colour: 'red' }, '/colour'],
    [{ type: 'colour.changed' }, '/type'],
    [{ type: 'deal' }, '/type'],
    [{ type: 'deal.one' }, '/type'],
    [{ type: 'deal.won,' }, '/type'],
    [{ record: 'contact' }, '/record'],
    [{ record: `colour:${ID}` }, '/record'],
    [{ record: `contact:${ID}:7` }, '/record'],
    [{ record: [ID, ID] }, '/record'],
    [{ record: `contact:${ID}`, type: 'task.completed' }, '/type'],
    [{ after: ['now', 'now'] }, '/after'],
    [{ limit: '0' }, '/limit'],
    [{ limit: '201' }, '/limit'],
    [{ limit: 'all' }, '/limit'],
  ])('%j is refused, naming the parameter', (parameters, pointer) => {
    const error = refusal(() => eventsQuery(parameters, true));
    expect([error.code, error.details.errors?.[0]?.pointer]).toEqual(['INVALID_QUERY', pointer]);
  });

  it('for a stream takes no limit', () => {
    expect(refusal(() => eventsQuery({ limit: '7' }, false)).message).toContain('limit');
  });

  it('is fitted by events of its types and its record', () => {
    const won = { type: 'deal.won', recordtype: 'deal', subject: ID } as EventEnvelope;
    expect(fits(won, {})).toBe(true);
    expect(fits(won, { types: ['deal.lost', 'deal.won'], recordType: 'deal', recordId: ID })).toBe(true);
    expect(fits(won, { types: ['deal.lost'] })).toBe(false);
    expect(fits(won, { recordType: 'contact', recordId: ID })).toBe(false);
    expect(fits(won, { recordId: '01a20644-b1bc-726a-a213-b48ae9eccefc' })).toBe(false);
  });
});
