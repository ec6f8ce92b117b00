/** Lower case, no accents, single spaces: what both the stored text and the question are turned into. */
export function searchable(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The text by which a record is found. */
export function searchTextOf(terms: (string | null)[]): string {
  return searchable(terms.filter((term) => term !== null && term !== '').join(' '));
}

/** LIKE patterns that must all match: one a word, anywhere in the text. */
export function searchPatterns(q: string): string[] {
  return searchable(q)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}
