import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { ReferenceLookup, ReferenceLookupAnswer, ReferenceType, ReferenceView } from '@relata/contracts';
import type { RecordEntity } from '../records/record.entity';
import type { RecordStore } from '../records/record-store';
import { RecordStores } from '../records/record-stores';
import { toReference } from './to-reference';

/** Answers other services that must know which of this service's records an id or a value means. */
@Controller()
export class ReferenceOwnerController {
  constructor(private readonly stores: RecordStores) {}

  @MessagePattern('internal.references.byIds')
  async byIds(@Payload() { type, ids }: { type: ReferenceType; ids: string[] }): Promise<ReferenceView[]> {
    const store = this.stores.of(type);
    return (await store.getMany(ids)).map((record) => referenceTo(store, type, record));
  }

  @MessagePattern('internal.references.lookup')
  async lookup(@Payload() lookup: ReferenceLookup): Promise<ReferenceLookupAnswer> {
    const store = this.stores.of(lookup.type);
    const found = await find(store, lookup);
    return Object.fromEntries(
      [...found].map(([value, record]) => [value, referenceTo(store, lookup.type, record)]),
    );
  }
}

async function find(
  store: RecordStore<RecordEntity>,
  { by, system, values }: ReferenceLookup,
): Promise<Map<string, RecordEntity>> {
  if (by === 'externalId') return store.findByKey(`external:${system ?? ''}`, values);
  if (by === 'name') return store.findByName(values);
  const found = await store.findByKey(by, [...new Set(values.map((value) => value.toLowerCase()))]);
  return new Map(
    values.flatMap((value) => {
      const record = found.get(value.toLowerCase());
      return record ? [[value, record] as const] : [];
    }),
  );
}

function referenceTo(
  store: RecordStore<RecordEntity>,
  type: ReferenceType,
  record: RecordEntity,
): ReferenceView {
  return toReference(type, store.kind.toView(record));
}
