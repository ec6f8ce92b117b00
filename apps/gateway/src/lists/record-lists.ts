import { Injectable } from '@nestjs/common';
import {
  CRM_RESOURCES,
  invalidParameter,
  type CrmResource,
  type ListQuery,
  type Page,
  type RecordView,
} from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { AsOf } from '../as-of/as-of';
import { pick } from '../http/sparse-fields';
import { Includes } from '../includes/includes';
import { Views } from '../views/views';

/** What a list can be asked beside its filter and sort, by the parameters' names. */
export const LIST_EXTRAS = ['include', 'fields', 'asOf', 'view'];
/** The same as the request gives it. */
export interface ListExtras {
  include?: string;
  fields?: string;
  asOf?: string;
  view?: string;
}

/** Lists of records, as they stand or stood, with related records beside them, and as a saved view shows them. */
@Injectable()
export class RecordLists {
  constructor(
    private readonly rpc: RpcClient,
    private readonly includes: Includes,
    private readonly asOf: AsOf,
    private readonly views: Views,
  ) {}

  /** A list by the parameters of a URL; the `fields` of which are taken of the answer elsewhere. Throws INVALID_QUERY, UNKNOWN_REFERENCE. */
  async page<V extends RecordView>(
    resource: CrmResource,
    query: ListQuery,
    { include, fields, asOf, view }: ListExtras,
  ): Promise<Page<V>> {
    const { type } = CRM_RESOURCES[resource];
    if (view !== undefined) {
      if (asOf !== undefined)
        throw invalidParameter('asOf', 'A view shows what is, not what was: leave one out.');
      const names = include === undefined && fields === undefined ? undefined : (include ?? '').split(',');
      return this.viewed<V>(resource, view, query, names && { include: names, fields: [] });
    }
    const wanted = this.includes.parse(include, this.includes.known(type));
    const page = await this.asOf.list<V>(resource, query, asOf, include);
    return this.includes.joinPage(type, page, wanted);
  }

  /** A list as a view shows it; with the fields and related records that are `asked` for, or else with those of the view. */
  async viewed<V extends RecordView>(
    resource: CrmResource,
    viewId: string,
    query: ListQuery,
    asked?: { include: string[]; fields: string[] },
  ): Promise<Page<V>> {
    const { service, type } = CRM_RESOURCES[resource];
    return this.views.through(resource, viewId, query, async (narrowed, view) => {
      const { include, fields } = asked ?? view;
      const wanted = this.includes.parse(include.join(','), this.includes.known(type));
      const page = await this.rpc.call<Page<V>>(service, `${resource}.list`, narrowed);
      const joined = await this.includes.joinPage(type, page, wanted);
      return fields.length === 0 ? joined : (pick(joined, new Set(['id', ...fields, ...wanted])) as Page<V>);
    });
  }
}
