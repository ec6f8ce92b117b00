import { isUUID } from 'class-validator';
import {
  DEFAULT_LIMIT,
  EVENT_STREAMS,
  EVENT_TYPES,
  LOG_OWNERS,
  MAX_LIMIT,
  invalidParameter,
  type EventEnvelope,
  type EventFilter,
  type ServiceName,
} from '@relata/contracts';
import { onlyParameters } from '../http/list-query';
import { decodePositions, type Positions } from './positions';

/** Where a reader begins: behind a position, at the beginning of the log, or with what comes from now on. */
export type Start = Positions | 'start' | 'now';

/** Which events, and whose logs have any of them. */
export interface EventSelection {
  filter: EventFilter;
  owners: readonly ServiceName[];
}

export interface EventsQuery extends EventSelection {
  /** Absent when the client did not say. */
  after?: Start;
  limit: number;
}

const NOUNS = Object.values(EVENT_STREAMS).flatMap(({ nouns }) => nouns);
const RECORD = /^(?:([^:]+):)?([^:]+)$/;

/** The parameters of `GET /v1/events`, without `limit` for the stream. Throws INVALID_QUERY, INVALID_CURSOR. */
export function eventsQuery(parameters: Record<string, unknown>, pages: boolean): EventsQuery {
  onlyParameters(parameters, ['after', 'type', 'record', ...(pages ? ['limit'] : [])]);
  const after = text('after', parameters.after);
  const types = typesOf(parameters.type);
  const record = recordOf(text('record', parameters.record));
  return {
    ...(after === undefined ? {} : { after: startOf(after) }),
    filter: { ...(types ? { types } : {}), ...record },
    owners: ownersOf(types, record.recordType),
    limit: limitOf(text('limit', parameters.limit)),
  };
}

/** `start`, `now`, or a token. Throws INVALID_CURSOR. */
export function startOf(value: string): Start {
  return value === 'start' || value === 'now' ? value : decodePositions(value);
}

/** Whether an event fits, by the same rule as the services' own. */
export function fits(event: EventEnvelope, { types, recordType, recordId }: EventFilter): boolean {
  return (
    (types === undefined || types.includes(event.type)) &&
    (recordType === undefined || recordType === event.recordtype) &&
    (recordId === undefined || recordId === event.subject)
  );
}

/** Given several times, separated by commas, or both. */
function typesOf(raw: unknown): string[] | undefined {
  if (raw === undefined) return undefined;
  const texts = [raw].flat().filter((value) => typeof value === 'string');
  const types = [...new Set(texts.flatMap((value) => value.split(',')))];
  const unknown = types.find((type) => !(EVENT_TYPES as readonly string[]).includes(type));
  if (unknown === undefined) return types;
  throw invalidParameter('type', `"${unknown}" is no type of event; known: ${EVENT_TYPES.join(', ')}.`);
}

/** `contact:<id>`, or the id alone. */
export function recordOf(value: string | undefined): Pick<EventFilter, 'recordType' | 'recordId'> {
  if (value === undefined) return {};
  const [, recordType, recordId] = RECORD.exec(value) ?? [];
  if (recordId === undefined || !isUUID(recordId))
    throw invalidParameter('record', 'record must be an id, or <record type>:<id>.');
  if (recordType === undefined) return { recordId: recordId.toLowerCase() };
  if (!NOUNS.includes(recordType))
    throw invalidParameter('record', `"${recordType}" is no type of record; known: ${NOUNS.join(', ')}.`);
  return { recordType, recordId: recordId.toLowerCase() };
}

export function ownersOf(
  types: string[] | undefined,
  recordType: string | undefined,
): readonly ServiceName[] {
  const nouns = types?.map((type) => type.split('.')[0] ?? '');
  const owners = Object.values(EVENT_STREAMS).filter(
    (stream) =>
      (recordType === undefined || stream.nouns.includes(recordType)) &&
      (nouns === undefined || nouns.some((noun) => stream.nouns.includes(noun))),
  );
  if (owners.length === 0)
    throw invalidParameter('type', `No event of these types is about a ${recordType}.`);
  return LOG_OWNERS.filter((owner) => owners.some(({ service }) => service === owner));
}

/** Checked here: on the bus NaN would become null. */
export function limitOf(value: string | undefined): number {
  if (value === undefined) return DEFAULT_LIMIT;
  const limit = /^\d{1,9}$/.test(value) ? Number(value) : 0;
  if (limit < 1 || limit > MAX_LIMIT)
    throw invalidParameter('limit', `limit must be an integer from 1 to ${MAX_LIMIT}.`);
  return limit;
}

function text(name: string, value: unknown): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  throw invalidParameter(name, `The parameter ${name} is given more than once.`);
}
