import { Injectable } from '@nestjs/common';
import { DomainError, type Page, type RecordView, type ServiceName } from '@relata/contracts';
import { RpcClient } from '@relata/messaging';

/** How a related record is found: by an id in the record (`one`), or by its own field that points back (`many`). */
type Relation =
  | { kind: 'one'; service: ServiceName; resource: string; field: string }
  | { kind: 'many'; service: ServiceName; resource: string; field: string };

const one = (service: ServiceName, resource: string, field: string): Relation => ({
  kind: 'one',
  service,
  resource,
  field,
});
const many = (service: ServiceName, resource: string, field: string): Relation => ({
  kind: 'many',
  service,
  resource,
  field,
});

/** What each type of record can be asked to bring along. */
const RELATIONS: Record<string, Record<string, Relation>> = {
  contact: {
    company: one('contact', 'companies', 'companyId'),
    deals: many('deal', 'deals', 'contactId'),
    activities: many('activity', 'activities', 'contactId'),
  },
  company: {
    contacts: many('contact', 'contacts', 'companyId'),
    deals: many('deal', 'deals', 'companyId'),
    activities: many('activity', 'activities', 'companyId'),
  },
  deal: {
    contact: one('contact', 'contacts', 'contactId'),
    company: one('contact', 'companies', 'companyId'),
    activities: many('activity', 'activities', 'dealId'),
  },
  activity: {
    contact: one('contact', 'contacts', 'contactId'),
    company: one('contact', 'companies', 'companyId'),
    deal: one('deal', 'deals', 'dealId'),
  },
  task: {
    contact: one('contact', 'contacts', 'contactId'),
    company: one('contact', 'companies', 'companyId'),
    deal: one('deal', 'deals', 'dealId'),
  },
};

/** Most related records of one kind in an answer, for each record. */
const PER_RECORD = 20;

type Included = RecordView & { deleted?: true };

/** `include=`: related records joined by id, one batched question a relation. */
@Injectable()
export class Includes {
  constructor(private readonly rpc: RpcClient) {}

  /** What records of a type can bring along. */
  known(type: string): string[] {
    return Object.keys(RELATIONS[type] ?? {});
  }

  /** Throws INVALID_QUERY for a name that the resource cannot bring along. */
  parse(include: string | undefined, known: readonly string[]): string[] {
    const names = [...new Set((include ?? '').split(',').filter(Boolean))];
    for (const name of names) {
      if (!known.includes(name)) {
        throw new DomainError(
          'INVALID_QUERY',
          `include cannot bring "${name}"; known: ${known.join(', ')}.`,
          {
            errors: [
              { pointer: '/include', code: 'invalid_parameter', message: `Known: ${known.join(', ')}.` },
            ],
          },
        );
      }
    }
    return names;
  }

  /** As `join`, for a page; as it is when nothing was asked for. */
  async joinPage<V extends RecordView>(type: string, page: Page<V>, names: string[]): Promise<Page<V>> {
    return names.length === 0 ? page : { ...page, data: await this.join(type, page.data, names) };
  }

  /** As `join`, for one record; as it is when nothing was asked for. */
  async joinOne<V extends RecordView>(type: string, record: V, names: string[]): Promise<V> {
    return names.length === 0 ? record : ((await this.join(type, [record], names))[0] ?? record);
  }

  /** The records with what was asked for beside their own fields. A deleted one is there with `deleted: true`. */
  async join<V extends RecordView>(type: string, records: V[], names: string[]): Promise<V[]> {
    if (records.length === 0 || names.length === 0) return records;
    const relations = names.map((name) => [name, RELATIONS[type]?.[name] as Relation] as const);
    const found = await Promise.all(relations.map(([, relation]) => this.find(relation, records)));
    return records.map((record) => {
      const extra = relations.map(([name], index) => [name, found[index]?.(record)] as const);
      return { ...record, ...Object.fromEntries(extra) };
    });
  }

  private async find(relation: Relation, records: RecordView[]): Promise<(record: RecordView) => unknown> {
    if (relation.kind === 'many') {
      const children = await this.rpc.call<Record<string, Included[]>>(
        relation.service,
        `${relation.resource}.childrenOf`,
        {
          field: relation.field,
          ids: records.map((record) => record.id),
          limit: PER_RECORD,
        },
      );
      return (record) => children[record.id] ?? [];
    }
    const idOf = (record: RecordView) =>
      (record as unknown as Record<string, unknown>)[relation.field] as string | null;
    const ids = [...new Set(records.map(idOf).filter((id) => id !== null))];
    const parents =
      ids.length > 0
        ? await this.rpc.call<Included[]>(relation.service, `${relation.resource}.getMany`, { ids })
        : [];
    const byId = new Map(
      parents.map((parent) => [parent.id, parent.deletedAt ? { ...parent, deleted: true } : parent]),
    );
    return (record) => byId.get(idOf(record) ?? '') ?? null;
  }
}
