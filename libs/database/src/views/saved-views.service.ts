import { Inject, Injectable } from '@nestjs/common';
import {
  CRM_RESOURCES,
  DomainError,
  notFound,
  type CrmResource,
  type ListQuery,
  type Page,
  type SavedView,
  type SavedViewValues,
} from '@relata/contracts';
import { SERVICE_SETTINGS, type ServiceSettings } from '@relata/messaging';
import { currentContext } from '@relata/platform';
import { RecordStores } from '../records/record-stores';
import type { RecordStore } from '../records/record-store';
import { References, referenceClaims } from '../references/references';
import { savedViewKind } from './saved-view-kind';
import type { SavedViewEntity } from './saved-view.entity';

/** Named lists of this service's records. What one shows is decided when it is used, by the rights of who uses it. */
@Injectable()
export class SavedViewsService {
  private readonly store: RecordStore<SavedViewEntity, SavedView> | undefined;

  constructor(
    private readonly stores: RecordStores,
    private readonly references: References,
    @Inject(SERVICE_SETTINGS) settings: ServiceSettings,
  ) {
    const kind = savedViewKind(settings.service);
    this.store = kind && stores.define(kind);
  }

  list(query: ListQuery): Promise<Page<SavedView>> {
    return this.own.list(query);
  }

  async get(id: string): Promise<SavedView> {
    return this.own.present(await this.own.get(id));
  }

  /** Throws FORBIDDEN, UNKNOWN_REFERENCE, and INVALID_QUERY naming what its list cannot be asked. */
  async create(values: SavedViewValues): Promise<SavedView> {
    await this.check(values.resource, values);
    await this.references.require(referenceClaims(values, { ownerId: 'user' }));
    const { id: ownerId } = currentContext().principal;
    return this.own.present(await this.own.create({ values: { ownerId, ...values } }));
  }

  /** Throws as `create`. */
  async update(id: string, values: Partial<SavedViewValues>, ifMatch?: number): Promise<SavedView> {
    const { kind } = this.own;
    await this.check((await this.own.get(id)).resource, values);
    await this.references.require(referenceClaims(values, { ownerId: 'user' }));
    const event = `${kind.type as 'dealView'}.updated` as const;
    return this.own.present(await this.own.change(id, () => [{ event, set: values }], { ifMatch }));
  }

  async remove(id: string, ifMatch?: number): Promise<void> {
    await this.own.remove(id, { ifMatch });
  }

  async restore(id: string): Promise<SavedView> {
    return this.own.present(await this.own.restore(id));
  }

  /** Asks for the list once. Throws FORBIDDEN for records that the caller may not read, INVALID_QUERY for what they have not. */
  private async check(
    resource: CrmResource,
    { filter, sort, q }: Partial<Pick<SavedViewValues, 'filter' | 'sort' | 'q'>>,
  ): Promise<void> {
    const records = this.stores.find(CRM_RESOURCES[resource].type);
    if (!records) throw notFound('resource', resource);
    const query: ListQuery = {
      filter: filter ? [filter] : [],
      sort: sort ?? [],
      limit: 1,
      ...(q ? { q } : {}),
    };
    await records.list(query).catch((error: unknown) => {
      // It can be asked, and be narrowed down when it is.
      if (!(error instanceof DomainError && error.code === 'QUERY_TOO_EXPENSIVE')) throw error;
    });
  }

  private get own(): RecordStore<SavedViewEntity, SavedView> {
    if (!this.store) throw notFound('resource', 'views');
    return this.store;
  }
}
