import {
  editDistance,
  type CrmRecordType,
  type HighlightView,
  type RecordView,
  type SearchHitView,
} from '@relata/contracts';
import { phoneDigits, searchable, wordsOf } from '../lists/search-text';

/** How much a word of the question tells by how it is found. */
const WHOLE_FIELD = 1;
const WHOLE_WORD = 0.9;
const WORD_START = 0.7;
const WITHIN_WORD = 0.4;
/** Of a word that has as many wrong letters as it may have; one with none would be the word itself. */
const SIMILAR_WORD = 0.35;
/** A word with more wrong letters than one in so many is another word. */
const LETTERS_A_SLIP = 3;
/** What each field counts less than the one before it, and what it counts at least: names come first. */
const FIELD_STEP = 0.05;
const LEAST_FIELD = 0.6;

/** A field's text as it is compared, and where each of its letters stands in the value. */
interface FoldedText {
  text: string;
  at: number[];
}

interface Place {
  score: number;
  from: number;
  to: number;
}

/**
 * How well a record answers a question, by the fields that the caller sees, the most telling first; undefined when a word
 * of the question is in none of them. With `similar`, words with a slip count, too.
 */
export function hitOf(
  type: CrmRecordType,
  record: RecordView,
  fields: readonly string[],
  q: string,
  similar: boolean,
): SearchHitView | undefined {
  const digits = phoneDigits(q);
  const questions = digits === undefined ? [wordsOf(q)] : [wordsOf(q), [digits]];
  const answers = questions
    .map((words) => answer(record, fields, words, similar))
    .filter((one) => one !== undefined);
  const [best] = answers.sort((a, b) => b.score - a.score);
  return best && { type, record, ...best };
}

function answer(
  record: RecordView,
  fields: readonly string[],
  words: string[],
  similar: boolean,
): { score: number; highlights: HighlightView[] } | undefined {
  const found = new Map<string, HighlightView>();
  let sum = 0;
  for (const word of words) {
    let best = 0;
    fields.forEach((field, index) => {
      for (const value of valuesOf(record, field)) {
        const place = placeOf(word, fold(value), similar);
        if (!place) continue;
        best = Math.max(best, place.score * Math.max(LEAST_FIELD, 1 - FIELD_STEP * index));
        const highlight = found.get(value) ?? { field, value, places: [] };
        highlight.places.push({ from: place.from, to: place.to });
        found.set(value, highlight);
      }
    });
    if (best === 0) return undefined;
    sum += best;
  }
  return { score: Number((sum / words.length).toFixed(4)), highlights: [...found.values()] };
}

function valuesOf(record: RecordView, field: string): string[] {
  const value = (record as unknown as Record<string, string | string[] | null | undefined>)[field] ?? [];
  return typeof value === 'string' ? [value] : value;
}

/** The best place of a word in a text. */
function placeOf(word: string, folded: FoldedText, similar: boolean): Place | undefined {
  const { text } = folded;
  let best: { score: number; start: number; length: number } | undefined;
  const offer = (score: number, start: number, length = word.length) => {
    if (!best || score > best.score) best = { score, start, length };
  };
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
    const [begins, ends] = [isEdge(text[start - 1]), isEdge(text[start + word.length])];
    if (word.length === text.length) offer(WHOLE_FIELD, start);
    else if (begins) offer(ends ? WHOLE_WORD : WORD_START, start);
    else offer(WITHIN_WORD, start);
  }
  if (!best && similar) {
    for (const { 0: other, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
      const slips = editDistance(word, other);
      const allowed = Math.max(2, Math.floor(word.length / LETTERS_A_SLIP));
      if (slips <= allowed) offer(SIMILAR_WORD * (1 - slips / (2 * allowed)), index, other.length);
    }
  }
  if (!best) return undefined;
  const { score, start, length } = best;
  return { score, from: folded.at[start] ?? 0, to: folded.at[start + length] ?? 0 };
}

function isEdge(letter: string | undefined): boolean {
  return letter === undefined || !/[\p{L}\p{N}]/u.test(letter);
}

/** As `searchable`, letter by letter, so that places are those of the value. */
function fold(value: string): FoldedText {
  let text = '';
  const at: number[] = [];
  let position = 0;
  for (const letter of value) {
    const folded = /\s/.test(letter) ? ' ' : searchable(letter);
    for (let index = 0; index < folded.length; index++) at.push(position);
    text += folded;
    position += letter.length;
  }
  return { text, at: [...at, value.length] };
}
