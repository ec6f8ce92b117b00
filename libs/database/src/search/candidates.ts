import type { EntityManager } from 'typeorm';
import type { RecordView } from '@relata/contracts';
import { filterSql } from '../lists/filter-sql';
import { listFields } from '../lists/list-fields';
import { similarTo } from '../lists/search-text';
import type { RecordReader } from '../records/record-reader';
import type { RecordEntity } from '../records/record.entity';
import { Parameters } from '../sql/parameters';

/** Among how many records of a type the best are looked for. */
const CANDIDATES = 100;
/** The share of a word's trigrams that another must have. */
const SIMILAR_ENOUGH = 0.4;

/** Live records with words that begin as those of the question, and those that have them anywhere; the newest of each. */
export async function withWords(store: RecordReader<RecordEntity>, q: string): Promise<RecordView[]> {
  const { searched } = store.kind;
  const query = { q, limit: CANDIDATES, ...(searched ? { filter: [searched] } : {}) };
  const [begun, anywhere] = await Promise.all([store.list(query, 'wordStart'), store.list(query)]);
  return [...new Map([...begun.data, ...anywhere.data].map((record) => [record.id, record])).values()];
}

/** Live records with words that are similar, by trigrams, to those of the question: the most similar ones. */
export async function withSimilarWords(
  store: RecordReader<RecordEntity>,
  q: string,
  manager: EntityManager,
): Promise<RecordView[]> {
  const { kind, access, table } = store;
  const parameters = new Parameters(CANDIDATES);
  const { conditions, similarity } = similarTo(q, access.searchTexts(kind.searchFields), parameters);
  const fields = listFields(manager.dataSource.getMetadata(kind.entity), []);
  const clock = { now: new Date(), timeZone: 'UTC' };
  const searched = filterSql(kind.searched ? [kind.searched] : [], { fields, parameters, clock });
  const where = ['deleted_at IS NULL', ...searched, ...conditions];
  const found: { id: string }[] = await manager.transaction(async (limited) => {
    await limited.query(`SET LOCAL pg_trgm.word_similarity_threshold = ${SIMILAR_ENOUGH}`);
    return limited.query(
      `SELECT id FROM ${table} WHERE ${[...where, access.reach('read', parameters)].join(' AND ')}
       ORDER BY ${similarity} DESC, created_at DESC, id DESC LIMIT $1`,
      parameters.values,
    );
  });
  return store.views(found.map(({ id }) => id));
}
