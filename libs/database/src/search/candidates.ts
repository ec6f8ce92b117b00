import type { EntityManager } from 'typeorm';
import type { RecordView } from '@relata/contracts';
import { searchTextOf, similarTo, wordsOf } from '../lists/search-text';
import { wasTooLong, withinLimit } from '../lists/statement-limit';
import type { RecordReader } from '../records/record-reader';
import type { RecordEntity } from '../records/record.entity';
import { PLANNED_ANEW } from '../schema/prepared-statements';
import { Parameters } from '../sql/parameters';

/** Among how many records of a type, by each way to find them, the best are looked for. */
const CANDIDATES = 50;
/**
 * The share of a word's trigrams that another must have, and how long it may take to find such words. The lesser share
 * counts when too few have the greater; in long texts, the trigrams of which come from everywhere, it may find too many.
 */
const SIMILAR_ENOUGH = [
  { share: 0.6, withinMs: 200 },
  { share: 0.4, withinMs: 100 },
];
/** Only the index of trigrams is quick here, and Postgres, which does not know how many words are similar, may think otherwise. */
const BY_INDEX_ALONE = ['enable_seqscan', 'enable_indexscan', 'enable_indexonlyscan'];

/** Live records with words that begin as those of the question, and those that have them anywhere; the newest of each. */
export async function withWords(store: RecordReader<RecordEntity>, q: string): Promise<RecordView[]> {
  const query = { q, limit: CANDIDATES };
  const anywhere = await store.list(query);
  const words = wordsOf(q);
  const isBegun = (record: RecordView) => haveBeginnings(textOf(record, store.kind.searchFields), words);
  if (!anywhere.page.hasMore || anywhere.data.every(isBegun)) return anywhere.data;
  const begun = await store.list(query, 'wordStart');
  return [...new Map([...begun.data, ...anywhere.data].map((record) => [record.id, record])).values()];
}

function textOf(record: RecordView, fields: readonly string[]): string {
  const values = record as unknown as Record<string, string | string[] | null | undefined>;
  return searchTextOf(fields.flatMap((field) => values[field] ?? null));
}

function haveBeginnings(text: string, words: string[]): boolean {
  return words.every((word) => ` ${text}`.includes(` ${word}`));
}

/**
 * Live records with words that are similar, by trigrams, to those of the question: some of the more similar ones, as
 * reckoning the similarity of many takes long.
 */
export async function withSimilarWords(
  store: RecordReader<RecordEntity>,
  q: string,
  manager: EntityManager,
): Promise<RecordView[]> {
  const { kind, access, table } = store;
  const parameters = new Parameters();
  const similar = similarTo(q, access.searchTexts(kind.searchFields), parameters);
  if (!similar) return [];
  const where = ['deleted_at IS NULL', ...similar, access.reach('read', parameters)].join(' AND ');
  const settings = BY_INDEX_ALONE.map((name) => `set_config('${name}', 'off', true)`).join(', ');
  const find = (share: number) => async (limited: EntityManager) => {
    await limited.query(
      `SELECT set_config('pg_trgm.word_similarity_threshold', '${share}', true), ${settings}`,
    );
    const found: { id: string }[] = await limited.query(
      `${PLANNED_ANEW} SELECT id FROM ${table} WHERE ${where} LIMIT ${CANDIDATES}`,
      parameters.values,
    );
    return found.map(({ id }) => id);
  };
  let ids: string[] = [];
  for (const { share, withinMs } of SIMILAR_ENOUGH) {
    const more = await withinLimit(manager, find(share), withinMs).catch((error: unknown) => {
      if (wasTooLong(error)) return null;
      throw error;
    });
    if (more) ids = more;
    if (!more || ids.length === CANDIDATES) break;
  }
  return store.views(ids);
}
