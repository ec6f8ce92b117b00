import { Type, plainToInstance } from 'class-transformer';
import {
  Allow,
  IsInt,
  IsOptional,
  IsString,
  ValidateIf,
  ValidateNested,
  getMetadataStorage,
  validateSync,
} from 'class-validator';
import fc from 'fast-check';
import * as contracts from '@relata/contracts';
import { quickReader } from './quick-reader';

type Class = new () => object;
type Json = Record<string, unknown>;

const OPTIONS = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true };
/** What some rule of some class is content with, and what others mind. */
const VALUES: unknown[] = [
  ...[
    '',
    ' ',
    'x',
    'Grace',
    'grace@navy.example',
    'x'.repeat(70),
    'x'.repeat(300),
    'contact',
    'text',
    'open',
    'to_do',
    'ö',
  ],
  ...[
    '2026-11-28',
    '2026-11-28T02:30:00Z',
    '2026-02-30',
    '12.50',
    '12.505050',
    'EUR',
    'DE',
    'https://relata.example',
  ],
  ...['018f2d3e-4b5c-7d6e-8f90-a1b2c3d4e5f6', 'not-a-uuid', '10.0.0.0/8', 'name_of', '#fff', '+49 30 123456'],
  ...[0, 1, -1, 50, 1.5, 1e9, true, false, null, undefined],
  ...[{}, { a: 1 }, { $ref: 'acme' }, [], [null], ['a', 'b'], [1], [{}]],
];

const classes: [string, Class][] = Object.entries(contracts as Record<string, unknown>).filter(
  (entry): entry is [string, Class] => typeof entry[1] === 'function' && metadataOf(entry[1]).length > 0,
);

describe('quickReader', () => {
  it.each(classes)('takes of %s what class-validator takes, and makes the same of it', (_, type) => {
    const read = quickReader(type);
    fc.assert(
      fc.property(bodies(type), (body) => {
        const { instance, isFit } = slowly(type, body);
        // Amounts that are numbers are made texts first.
        const isMadeOver = JSON.stringify(instance) !== JSON.stringify(body);
        expect(read(body)).toStrictEqual(isFit && !isMadeOver ? instance : undefined);
      }),
      { numRuns: 100 },
    );
  });

  it('gives no answer on fields without rules, at any depth', () => {
    const read = quickReader(Outer);
    expect(read({ name: 'a', inner: { count: 1 }, inners: [{ count: 2 }] })).toStrictEqual(
      plainToInstance(Outer, { name: 'a', inner: { count: 1 }, inners: [{ count: 2 }] }),
    );
    expect(read({ name: 'a', other: 1 })).toBeUndefined();
    expect(read({ name: 'a', inner: { count: 1, other: 1 } })).toBeUndefined();
    expect(read({ name: 'a', inners: [{ count: 1 }, { count: '1' }] })).toBeUndefined();
  });

  it('gives no answer on what is no object', () => {
    const read = quickReader(Outer);
    for (const value of [undefined, null, 'a', 1, [], [{ name: 'a' }], new Date()])
      expect(read(value)).toBeUndefined();
  });

  it('gives no answer on what a condition exempts from its rules, unless there is nothing', () => {
    const read = quickReader(Exempt);
    expect(read({ kind: 'other' })).toBeInstanceOf(Exempt);
    expect(read({ kind: 'other', inner: { what: 'ever' } })).toBeUndefined();
  });

  it('gives no answer for classes that fill themselves, or make something else of their fields', () => {
    expect(quickReader(WithDefaults)({ name: 'a' })).toBeUndefined();
    expect(quickReader(WithDate)({ at: '2026-11-28' })).toBeUndefined();
    expect(quickReader(Object)({})).toBeUndefined();
  });

  it('reads classes that hold their own kind', () => {
    expect(quickReader(Tree)({ left: { left: {} } })).toStrictEqual(
      plainToInstance(Tree, { left: { left: {} } }),
    );
    expect(quickReader(Tree)({ left: { left: 1 } })).toBeUndefined();
  });
});

class Inner {
  @IsInt()
  count: number;
}

class Outer {
  @IsString()
  name: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => Inner)
  inner?: Inner;

  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => Inner)
  inners?: Inner[];
}

class Exempt {
  @IsString()
  kind: string;

  @ValidateIf(({ kind }: Exempt) => kind === 'outer')
  @ValidateNested()
  @Type(() => Inner)
  inner?: Inner;
}

class WithDefaults {
  @IsString()
  name = 'nobody';
}

class WithDate {
  @Allow()
  @Type(() => Date)
  at: Date;
}

class Tree {
  @IsOptional()
  @ValidateNested()
  @Type(() => Tree)
  left?: Tree;
}

function metadataOf(type: object) {
  return getMetadataStorage().getTargetValidationMetadatas(type as Class, '', false, false);
}

/** As the validation pipe of the gateway does it. */
function slowly(type: Class, body: Json): { instance: object; isFit: boolean } {
  const instance = plainToInstance(type, body);
  return { instance, isFit: validateSync(instance, OPTIONS).length === 0 };
}

/** Bodies of a class of which many fit: of each property mostly values that no rule minds. */
function bodies(type: Class): fc.Arbitrary<Json> {
  const byName = getMetadataStorage().groupByPropertyName(metadataOf(type));
  const members = Object.entries(byName).map(([name, metadatas]) => {
    const isNested = metadatas.some((metadata) => metadata.type === 'nestedValidation');
    const named = metadatas.flatMap(({ constraints = [] }) => constraints.flat() as unknown[]);
    const values = [...VALUES, ...named.filter((one) => typeof one === 'string')];
    const all = [...values, ...values.map((value) => [value])];
    const nestedType = isNested
      ? ((plainToInstance(type, { [name]: {} }) as Record<string, object>)[name] as object).constructor
      : undefined;
    const content = all.filter((value) => !mindsIn(type, name, value));
    const nested = nestedType ? bodies(nestedType as Class) : undefined;
    return [
      name,
      fc.oneof(
        ...(nested
          ? [
              { weight: 6, arbitrary: nested },
              { weight: 6, arbitrary: fc.array(nested, { maxLength: 3 }) },
            ]
          : []),
        { weight: 30, arbitrary: fc.constantFrom(...(content.length > 0 ? content : all)) },
        { weight: 1, arbitrary: fc.constantFrom(...all) },
      ),
    ] as const;
  });
  const known = fc.record(Object.fromEntries(members));
  return fc
    .tuple(
      known,
      fc.subarray(Object.keys(byName)),
      fc.oneof({ weight: 12, arbitrary: fc.constant({}) }, fc.constant({ strange: 1 })),
    )
    .map(([body, absent, strange]) => {
      const kept = Object.entries(body).filter(
        ([name, value]) => value !== undefined && !absent.includes(name),
      );
      return { ...Object.fromEntries(kept), ...strange };
    });
}

function mindsIn(type: Class, name: string, value: unknown): boolean {
  const problems = validateSync(plainToInstance(type, { [name]: value }), OPTIONS);
  return problems.some(({ property }) => property === name);
}
