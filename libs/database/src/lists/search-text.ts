import type { Parameters } from '../sql/parameters';

/** Lower case, no accents, single spaces: what both the stored text and the question are turned into. */
export function searchable(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The text by which a record is found. */
export function searchTextOf(terms: (string | null)[]): string {
  return searchable(terms.filter((term) => term !== null && term !== '').join(' '));
}

/**
 * Conditions that must all hold: each word of the question occurs in the text. Where some of the fields that the text
 * is made of are hidden, it must occur in the others.
 */
export function searchConditions(
  fields: readonly string[],
  q: string,
  sql: { column(field: string): string },
  isHidden: (field: string) => boolean,
  parameters: Parameters,
): string[] {
  const seen = fields.filter((field) => !isHidden(field));
  const texts =
    seen.length === fields.length
      ? ['search_text']
      : ['search_text', searchTextSql(seen.map((field) => sql.column(field)))];
  return patternsOf(q).flatMap((pattern) => {
    const placeholder = parameters.add(pattern);
    return texts.map((text) => `${text} LIKE ${placeholder}`);
  });
}

/** As `searchTextOf`, in SQL. */
function searchTextSql(columns: string[]): string {
  const text = `concat_ws(' ', ${["''", ...columns].join(', ')})`;
  return `regexp_replace(lower(regexp_replace(normalize(${text}, NFKD), '[\\u0300-\\u036f]', '', 'g')), '\\s+', ' ', 'g')`;
}

/** LIKE patterns, one a word, anywhere in the text. */
function patternsOf(q: string): string[] {
  return searchable(q)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}
