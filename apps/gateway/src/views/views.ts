import { Injectable } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import {
  CRM_RESOURCES,
  DomainError,
  VIEW_TYPES,
  conditionsOf,
  invalidParameter,
  unknownReference,
  type CrmResource,
  type FilterNode,
  type ListQuery,
  type SavedView,
} from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { firstOwner } from '../http/first-owner';
import { sortKeys } from '../http/list-query';

/** The services that keep views, each those of its own records. */
export const VIEW_OWNERS = Object.keys(VIEW_TYPES) as (keyof typeof VIEW_TYPES)[];

/** OpenAPI's words for `view`. */
export const ApiView = () =>
  ApiQuery({
    name: 'view',
    required: false,
    schema: { type: 'string', format: 'uuid' },
    description:
      'A saved view: its filter and `q` hold beside those of the request; its sort stands unless the request has one, its `fields` and `include` unless the request has either.',
  });

/** What is asked of a list by way of a view. */
interface ViewedQuery {
  view: SavedView;
  query: ListQuery;
}

/** Saved views as they are looked up and used. */
@Injectable()
export class Views {
  constructor(private readonly rpc: RpcClient) {}

  /** A view that the caller may see, and the service that keeps it. Throws NOT_FOUND. */
  async find(id: string, owners = VIEW_OWNERS): Promise<{ owner: keyof typeof VIEW_TYPES; view: SavedView }> {
    const [owner, view] = await firstOwner(owners, 'view', id, (one) =>
      this.rpc.call<SavedView>(one, 'views.get', { id }),
    );
    return { owner, view };
  }

  /**
   * What `work` answers to `query` narrowed down to what the view shows. Throws UNKNOWN_REFERENCE, INVALID_QUERY for a view of another
   * resource; where `work` is refused for a field that the view names, and `query` does not, that is said.
   */
  async through<T>(
    resource: CrmResource,
    id: string,
    query: ListQuery,
    work: (narrowed: ListQuery, view: SavedView) => Promise<T>,
  ): Promise<T> {
    const viewed = await this.narrow(resource, id, query);
    return explained(viewed.view, query, () => work(viewed.query, viewed.view));
  }

  private async narrow(resource: CrmResource, id: string, query: ListQuery): Promise<ViewedQuery> {
    if (!isUUID(id)) throw invalidParameter('view', 'view must be the id of a saved view.');
    const view = await this.get(CRM_RESOURCES[resource].service, id);
    if (view.resource !== resource)
      throw invalidParameter('view', `The view "${view.name}" is of ${view.resource}, not of ${resource}.`);
    const filter = [...(view.filter ? [view.filter as FilterNode] : []), ...(query.filter ?? [])];
    const sort = query.sort ?? sortKeys(view.sort.join(','));
    const q = [view.q, query.q].filter((words) => words !== null && words !== undefined).join(' ');
    return { view, query: { ...query, filter, sort, ...(q === '' ? {} : { q }) } };
  }

  /** Asks the service first that keeps the views of the resource. */
  private async get(owner: keyof typeof VIEW_TYPES, id: string): Promise<SavedView> {
    const owners = [owner, ...VIEW_OWNERS.filter((other) => other !== owner)];
    try {
      return (await this.find(id, owners)).view;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'NOT_FOUND')
        throw unknownReference('view', id, '/view');
      throw error;
    }
  }
}

/** What `work` answers; where it is refused for a field that the view names, and `query` does not, that is said. */
async function explained<T>(view: SavedView, query: ListQuery, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'INVALID_QUERY')) throw error;
    const own = fieldsOf({
      filter: view.filter ? [view.filter as FilterNode] : [],
      sort: sortKeys(view.sort.join(',')),
    });
    const field = own.find((name) => error.details.errors?.some(({ pointer }) => isAt(pointer, name)));
    if (field === undefined || fieldsOf(query).includes(field)) throw error;
    const message = `The view "${view.name}" names ${field}, and cannot be used so: ${error.message} Change the view.`;
    throw new DomainError('INVALID_QUERY', message, {
      errors: [{ pointer: '/view', code: 'invalid_view', message }],
    });
  }
}

function fieldsOf({ filter = [], sort = [] }: ListQuery): string[] {
  return [...conditionsOf(filter), ...sort].map(({ field }) => field);
}

/** Whether a pointer of a list's error is about that field. */
function isAt(pointer: string, field: string): boolean {
  return pointer === `/${field}` || pointer === `/filter/${field}`;
}
