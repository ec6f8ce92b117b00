import { Injectable } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { isISO8601 } from 'class-validator';
import {
  AS_OF_FIELDS,
  DEFAULT_LIMIT,
  CRM_RESOURCES,
  MAX_LIMIT,
  invalidParameter,
  type AsOfField,
  type CrmResource,
  type FilterNode,
  type ListAsOfQuery,
  type ListQuery,
  type Moment,
  type Page,
  type RecordAsOfQuery,
  type RecordView,
  type ServiceName,
} from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { decodePositions } from '../events/positions';
import { decodePlace, encodePlace } from '../http/place-cursor';

/** OpenAPI's words for `asOf`. */
export const ApiAsOf = () =>
  ApiQuery({
    name: 'asOf',
    required: false,
    schema: { type: 'string' },
    description: `As it stood at a time (RFC 3339), as far as was known then, or at a position of \`GET /v1/events\`. A list takes one filter with it, of ${AS_OF_FIELDS.join(', ')}, with \`limit\` and \`cursor\`.`,
  });

/** Reads of records as they stand or, with `asOf`, as they stood. */
@Injectable()
export class AsOf {
  constructor(private readonly rpc: RpcClient) {}

  /** Throws NOT_FOUND for a record that does, or did, not live. */
  get<V extends RecordView>(resource: CrmResource, id: string, asOf?: string, include?: string): Promise<V> {
    const { service, type } = CRM_RESOURCES[resource];
    if (asOf === undefined) return this.now(service, `${resource}.get`, { id }, include);
    refuseInclude(include);
    const query: RecordAsOfQuery = { recordType: type, id, moment: momentOf(asOf, service) };
    return this.rpc.forward(service, 'asOf.get', query);
  }

  /** What is to be joined with others must be read; the rest goes on as it comes. */
  private now<T>(service: ServiceName, verb: string, query: object, include: string | undefined): Promise<T> {
    return include === undefined
      ? this.rpc.forward<T>(service, verb, query)
      : this.rpc.call<T>(service, verb, query);
  }

  /** Throws INVALID_QUERY for what a list of the past cannot be asked. */
  async list<V extends RecordView>(
    resource: CrmResource,
    list: ListQuery,
    asOf?: string,
    include?: string,
  ): Promise<Page<V>> {
    const { service, type } = CRM_RESOURCES[resource];
    if (asOf === undefined) return this.now(service, `${resource}.list`, list, include);
    refuseInclude(include);
    const { filter, limit = DEFAULT_LIMIT, cursor, ...rest } = list;
    const [other] = Object.keys(rest);
    if (other !== undefined) throw invalidParameter(other, `A list with asOf takes no ${other}.`);
    if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT)
      throw invalidParameter('limit', `limit must be an integer from 1 to ${MAX_LIMIT}.`);
    const query: ListAsOfQuery = {
      recordType: type,
      ...conditionOf(filter ?? []),
      moment: momentOf(asOf, service),
      limit,
      ...(cursor === undefined ? {} : { after: afterOf(cursor) }),
    };
    const { data, page } = await this.rpc.call<Page<V>>(service, 'asOf.list', query);
    const last = data.at(-1);
    const nextCursor = page.hasMore && last ? encodePlace(last.createdAt, last.id) : null;
    return { data, page: { ...page, nextCursor } };
  }
}

/** What was related then may be another record now, and stands elsewhere. */
function refuseInclude(include: string | undefined): void {
  if (include !== undefined) throw invalidParameter('include', 'asOf brings no related records along.');
}

function momentOf(asOf: string, service: ServiceName): Moment {
  if (/^\d{4}-/.test(asOf)) {
    const time = new Date(asOf);
    if (isISO8601(asOf, { strict: true }) && !Number.isNaN(time.getTime()))
      return { time: time.toISOString() };
    throw invalidParameter(
      'asOf',
      'asOf must be a time, such as 2026-06-30T00:00:00Z, or a position of the log.',
    );
  }
  return { position: decodePositions(asOf)[service] ?? 0 };
}

/** The one condition, which is that a field had a value. */
function conditionOf(filter: FilterNode[]): { field: AsOfField; value: string } {
  const [condition, ...others] = filter;
  if (condition && 'field' in condition && condition.op === 'eq' && others.length === 0) {
    const field = AS_OF_FIELDS.find((known) => known === condition.field);
    if (field && typeof condition.value === 'string') return { field, value: condition.value };
  }
  throw invalidParameter(
    'filter',
    `A list with asOf takes one filter, of ${AS_OF_FIELDS.join(', ')}: filter[ownerId]=….`,
  );
}

function afterOf(cursor: string): { createdAt: string; id: string } {
  const [createdAt, id] = decodePlace(cursor);
  return { createdAt, id };
}
