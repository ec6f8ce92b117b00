import { escapeLike } from '../sql/escape-like';
import type { ParameterList } from '../access/reach-sql';

/** Trigrams need three letters: what is shorter is looked for at the beginnings of words alone. */
const ANYWHERE_LETTERS = 3;
/** Words as people write them, slips included. */
const WRITTEN = /^[\p{L}'’-]+$/u;
/** What a telephone number is written with. */
const PHONE = /^[\d\s()+./-]+$/;

/** Lower case, no accents, single spaces: what both the stored text and the question are turned into. */
export function searchable(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The text by which a record is found. */
export function searchTextOf(terms: (string | null)[]): string {
  return searchable(terms.filter((term) => term !== null && term !== '').join(' '));
}

/** The words of a question. */
export function wordsOf(q: string): string[] {
  return searchable(q)
    .split(' ')
    .filter((word) => word !== '');
}

/**
 * The digits of a question that can be part of a telephone number, as its international form has them; undefined when it
 * cannot, or is one word of digits already.
 */
export function phoneDigits(q: string): string | undefined {
  const text = q.trim();
  if (!PHONE.test(text)) return undefined;
  const digits = text.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= ANYWHERE_LETTERS && digits !== text ? digits : undefined;
}

/**
 * `anywhere`: each word occurs, one of less than three letters where a word begins. `wordStart`: each is the beginning
 * of a word.
 */
export type Match = 'anywhere' | 'wordStart';

/**
 * SQL of the texts in all of which a word must be found. Where some of the fields that the stored text is made of are
 * hidden, that is also the text of the others.
 */
export function searchTexts(
  fields: readonly string[],
  sql: { column(field: string): string },
  isHidden: (field: string) => boolean,
): string[] {
  const seen = fields.filter((field) => !isHidden(field));
  if (seen.length === fields.length) return ['search_text'];
  return ['search_text', searchTextSql(seen.map((field) => sql.column(field)))];
}

/** Conditions that must all hold, one a word of the question and text. */
export function searchConditions(
  q: string,
  texts: string[],
  parameters: ParameterList,
  match: Match = 'anywhere',
): string[] {
  return texts.flatMap((text) => textConditions(text, q, match, parameters));
}

function textConditions(text: string, q: string, match: Match, parameters: ParameterList): string[] {
  const like = (pattern: string) => `${text} LIKE ${parameters.add(pattern)}`;
  const anywhere = (word: string) => like(`%${escapeLike(word)}%`);
  const wordStart = (word: string) =>
    `(${like(`${escapeLike(word)}%`)} OR ${like(`% ${escapeLike(word)}%`)})`;
  const words = wordsOf(q);
  if (match === 'wordStart') return words.map(wordStart);
  const conditions = words.map((word) => (word.length < ANYWHERE_LETTERS ? wordStart : anywhere)(word));
  const digits = phoneDigits(q);
  return digits === undefined ? conditions : [`((${conditions.join(' AND ')}) OR ${anywhere(digits)})`];
}

/**
 * Conditions that must all hold for a similar text, by trigrams; null for a question that has no word of letters alone: an
 * address or a number is right or wrong.
 */
export function similarTo(q: string, texts: string[], parameters: ParameterList): string[] | null {
  const words = wordsOf(q);
  const written = words.filter((word) => WRITTEN.test(word)).map((word) => parameters.add(word));
  const exact = words.filter((word) => !WRITTEN.test(word)).join(' ');
  if (written.length === 0) return null;
  return [
    ...texts.flatMap((text) => written.map((word) => `${word} <% ${text}`)),
    ...searchConditions(exact, texts, parameters),
  ];
}

/** As `searchTextOf`, in SQL. */
function searchTextSql(columns: string[]): string {
  const text = `concat_ws(' ', ${["''", ...columns].join(', ')})`;
  return `regexp_replace(lower(regexp_replace(normalize(${text}, NFKD), '[\\u0300-\\u036f]', '', 'g')), '\\s+', ' ', 'g')`;
}
