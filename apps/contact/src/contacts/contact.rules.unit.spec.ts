import * as fc from 'fast-check';
import type { ContactEntity } from './contact.entity';
import { mergedContact, newContact, updateContact } from './contact.rules';

const POLICY = { emailRequired: true };
const FIELDS = ['tier', 'size', 'note'];

const blank = fc.constantFrom(null, '');
const emails = fc.uniqueArray(
  fc
    .integer({ min: 0, max: 20 })
    .chain((n) => fc.constantFrom(`Mail${n}@Example.org`, `mail${n}@example.org`)),
  { maxLength: 4 },
);
const contact = fc
  .record({
    id: fc.uuid(),
    createdAt: fc.date({ noInvalidDate: true }),
    version: fc.integer({ min: 1, max: 50 }),
    firstName: fc.oneof(blank, fc.string()),
    lastName: fc.oneof(blank, fc.string()),
    phone: fc.oneof(blank, fc.constantFrom('+44 20 7946 0958', '12')),
    ownerId: fc.option(fc.uuid()),
    addresses: emails,
    tags: fc.uniqueArray(fc.constantFrom('vip', 'berlin', 'old')),
    externalKeys: fc.array(fc.record({ system: fc.constantFrom('a', 'b'), key: fc.uuid() }), {
      maxLength: 3,
    }),
    customFields: fc.dictionary(fc.constantFrom(...FIELDS), fc.oneof(fc.integer(), fc.string())),
  })
  .map(({ addresses, ...rest }) => {
    const [email = null, ...secondaryEmails] = addresses;
    return { ...rest, email, secondaryEmails } as unknown as ContactEntity;
  });
const people = fc.tuple(contact, fc.array(contact, { minLength: 1, maxLength: 4 }));

const addressesOf = (one: Pick<ContactEntity, 'email' | 'secondaryEmails'>) =>
  [one.email, ...one.secondaryEmails].flatMap((email) => (email ? [email.toLowerCase()] : []));

describe('mergedContact', () => {
  it('keeps every e-mail, each once', () => {
    fc.assert(
      fc.property(people, ([primary, duplicates]) => {
        const kept = addressesOf({ ...primary, ...mergedContact(primary, duplicates, FIELDS) });
        expect(new Set(kept)).toEqual(new Set([primary, ...duplicates].flatMap(addressesOf)));
        expect(kept).toHaveLength(new Set(kept).size);
      }),
    );
  });

  it('keeps every external key and every custom field, the survivor’s value before the others’', () => {
    fc.assert(
      fc.property(people, ([primary, duplicates]) => {
        const all = [primary, ...duplicates];
        const merged = mergedContact(primary, duplicates, FIELDS);
        expect(merged.externalKeys).toEqual(all.flatMap((one) => one.externalKeys));
        expect(Object.keys(merged.customFields!).sort()).toEqual(
          [...new Set(all.flatMap((one) => Object.keys(one.customFields)))].sort(),
        );
        for (const [name, value] of Object.entries(merged.customFields!))
          expect(value).toBe(all.find((one) => name in one.customFields)!.customFields[name]);
      }),
    );
  });

  it('keeps every tag, each once', () => {
    fc.assert(
      fc.property(people, ([primary, duplicates]) => {
        const { tags } = mergedContact(primary, duplicates, FIELDS);
        expect(tags).toEqual([...new Set([primary, ...duplicates].flatMap((one) => one.tags))]);
      }),
    );
  });

  it('never touches id, createdAt or version', () => {
    fc.assert(
      fc.property(people, ([primary, duplicates]) => {
        const merged = mergedContact(primary, duplicates, FIELDS);
        for (const field of ['id', 'createdAt', 'version']) expect(merged).not.toHaveProperty(field);
      }),
    );
  });

  it('takes each field from the survivor, else from the first duplicate that has it', () => {
    fc.assert(
      fc.property(people, ([primary, duplicates]) => {
        const merged = { ...primary, ...mergedContact(primary, duplicates, FIELDS) };
        for (const field of ['firstName', 'lastName', 'phone', 'ownerId', 'email'] as const) {
          const first = [primary, ...duplicates].map((one) => one[field]).find(Boolean);
          expect([merged[field]].find(Boolean)).toBe(first);
        }
      }),
    );
  });

  it('changes nothing when merged again with what it absorbed', () => {
    fc.assert(
      fc.property(people, ([primary, duplicates]) => {
        const once = { ...primary, ...mergedContact(primary, duplicates, FIELDS) };
        const { externalKeys: _, ...again } = mergedContact(once, duplicates, FIELDS);
        expect({ ...once, ...again }).toEqual(once);
      }),
    );
  });
});

describe('newContact', () => {
  it('is a lead unless told otherwise', () => {
    expect(newContact({ email: 'a@example.org' }, POLICY)).toMatchObject({ lifecycleStage: 'lead' });
    expect(newContact({ email: 'a@example.org', lifecycleStage: 'customer' }, POLICY)).toMatchObject({
      lifecycleStage: 'customer',
    });
  });

  it('keeps a phone as given, with its E.164 form where it can be read', () => {
    expect(
      newContact({ email: 'a@example.org', phone: '+1 (415) 555-2671', mobile: '555' }, POLICY),
    ).toMatchObject({
      phone: '+1 (415) 555-2671',
      phoneE164: '+14155552671',
      mobile: '555',
      mobileE164: null,
    });
  });

  it('needs a name where the e-mail is not required', () => {
    const policy = { emailRequired: false };
    expect(() => newContact({}, policy)).toThrow('needs a name or an e-mail');
    expect(newContact({ lastName: 'Lovelace' }, policy)).toMatchObject({ lastName: 'Lovelace' });
  });
});

describe('updateContact', () => {
  const ada = {
    email: 'ada@example.org',
    secondaryEmails: ['Countess@example.org', 'old@example.org'],
    mergedIntoId: null,
  } as ContactEntity;

  it('takes a further address as the first one without having it twice', () => {
    const [change] = updateContact(ada, { email: 'countess@example.org' }, POLICY);
    expect(change!.set).toEqual({ email: 'countess@example.org', secondaryEmails: ['old@example.org'] });
  });

  it('takes the first and the further addresses of one patch', () => {
    const patch = { email: 'new@example.org', secondaryEmails: ['ada@example.org', 'New@example.org'] };
    const [change] = updateContact(ada, patch, POLICY);
    expect(change!.set).toEqual({ email: 'new@example.org', secondaryEmails: ['ada@example.org'] });
  });

  it('refuses to clear a required e-mail, or to change what was merged away', () => {
    expect(() => updateContact(ada, { email: null }, POLICY)).toThrow('needs an e-mail');
    expect(() => updateContact({ ...ada, mergedIntoId: 'x' }, { title: 'CTO' }, POLICY)).toThrow('merged');
  });
});
