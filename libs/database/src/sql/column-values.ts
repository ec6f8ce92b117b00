import { types } from 'pg';

/** Turns the text of a column into its value. */
export type FromText = (text: string) => unknown;

/** Object ids of types, as `SELECT oid FROM pg_type` knows them. */
const [BYTEA, TEXT_ARRAY, TIMESTAMPTZ] = [17, 1009, 1184];
const parseArray = types.getTypeParser(TEXT_ARRAY) as FromText;

const asText: FromText = (text) => text;
const FROM_TEXT: Record<string, FromText> = {
  uuid: asText,
  text: asText,
  date: asText,
  // More digits than a number of JavaScript holds.
  numeric: asText,
  bigint: asText,
  integer: Number,
  boolean: (text) => text === 't',
  jsonb: (text) => JSON.parse(text) as unknown,
  bytea: types.getTypeParser(BYTEA) as FromText,
  timestamptz: types.getTypeParser(TIMESTAMPTZ) as FromText,
};

/** How values of an SQL type are read. Throws for a type that no record has. */
export function fromTextOf(sqlType: string): FromText {
  if (sqlType === 'text[]' || sqlType === 'uuid[]') return (text) => (text === '{}' ? [] : parseArray(text));
  const known = FROM_TEXT[sqlType];
  if (!known) throw new Error(`Nothing is known of how to read a column of type ${sqlType}.`);
  return known;
}
