import type { Client, QueryConfig, QueryResult } from 'pg';

type Query = (query: string | QueryConfig, ...rest: unknown[]) => Promise<QueryResult>;

/** Each costs a session some memory as long as it lives; what users compose, as of filters, may come in any number. */
const MOST = 300;

/**
 * Begins a statement of which Postgres is to make a plan for the values at hand each time: where few rows have the one and
 * most have the other, one plan for both is bad for either.
 */
export const PLANNED_ANEW = '/* planned anew */ ';

/** Names of statements by their text; those that were seen but once have none yet. */
const names = new Map<string, string | undefined>();
let named = 0;

/**
 * Has the server parse and plan a statement with parameters once for each connection, not each time. (TypeORM has no way
 * to ask for it.) What comes once only is sent as before.
 */
export function prepareStatements(client: Client): void {
  const query = client.query.bind(client) as unknown as Query;
  const prepared: Query = (given, ...rest) => {
    const [config, others] =
      typeof given === 'string' && Array.isArray(rest[0])
        ? [{ text: given, values: rest[0] as unknown[] }, rest.slice(1)]
        : [given, rest];
    const name = typeof config === 'string' || !config.values ? undefined : nameOf(config.text);
    return name ? query({ ...(config as QueryConfig), name }, ...others) : query(given, ...rest);
  };
  client.query = prepared;
}

function nameOf(text: string): string | undefined {
  if (text.startsWith(PLANNED_ANEW)) return undefined;
  if (!names.has(text)) {
    if (names.size < MOST) names.set(text, undefined);
    return undefined;
  }
  const name = names.get(text) ?? `s${++named}`;
  names.set(text, name);
  return name;
}
