import { Injectable } from '@nestjs/common';
import { resourceOf, type EventEnvelope, type RecordType, type Rights } from '@relata/contracts';
import type { EventVisibility } from '@relata/messaging';
import { currentRights } from '@relata/platform';
import { RecordStores } from '../records/record-stores';
import { reachSql, type ParameterList, type ReachColumns } from './reach-sql';

/** Where an event says who could reach its record before it. */
const BEFORE: ReachColumns = {
  owner: `(e.before->>'ownerId')::uuid`,
  readers: `ARRAY(SELECT jsonb_array_elements_text(e.before->'readerIds'))::uuid[]`,
  editors: null,
};

/** Which events of this service's records a reader may see: those of the records that he may see now. */
@Injectable()
export class VisibleEvents {
  constructor(private readonly stores: RecordStores) {}

  /** Of the sender of the request at hand; undefined when that is all of every record of these types. */
  of(recordTypes: readonly RecordType[]): EventVisibility | undefined {
    const rights = currentRights();
    const isWhole = recordTypes.every((type) => {
      const resource = resourceOf(type);
      return rights.scope(resource, 'read') === 'all' && rights.hidden(resource).size === 0;
    });
    if (isWhole) return undefined;
    const anyOf = (conditions: string[]) =>
      conditions.length > 0 ? `(${conditions.join(' OR ')})` : 'false';
    return {
      seen: (parameters) => anyOf(recordTypes.flatMap((type) => this.seen(rights, type, parameters))),
      left: (parameters) =>
        anyOf(
          recordTypes.flatMap((type) => [...left(rights, type, parameters), ...this.closed(rights, type)]),
        ),
      cut: (event) => cut(rights, event),
    };
  }

  /** A change that closed to others what they could see. */
  private closed(rights: Rights, type: RecordType): string[] {
    const open = this.stores.find(type)?.kind.open;
    if (!open || rights.scope(resourceOf(type), 'read') === 'none') return [];
    const before = (field: string) => `coalesce(e.before->>'${field}', e.snapshot->>'${field}')`;
    return [`(e.record_type = '${type}' AND e.before ? '${open.by}' AND ${open.sql(rights, before)})`];
  }

  private seen(rights: Rights, type: RecordType, parameters: ParameterList): string[] {
    const scope = rights.scope(resourceOf(type), 'read');
    if (scope === 'none') return [];
    if (scope === 'all') return [`e.record_type = '${type}'`];
    const record = this.stores.find(type);
    if (!record) return [];
    const { table, access } = record;
    return [
      `(e.record_type = '${type}' AND EXISTS (SELECT 1 FROM ${table} WHERE id = e.record_id AND ${access.reach('read', parameters)}))`,
    ];
  }
}

/** A change of owner or of the shares that took the record from where the reader's rights reach. */
function left(rights: Rights, type: RecordType, parameters: ParameterList): string[] {
  const resource = resourceOf(type);
  const scope = rights.scope(resource, 'read');
  if (scope === 'none' || scope === 'all') return [];
  return [
    `(e.record_type = '${type}' AND e.before ?| ARRAY['ownerId', 'readerIds'] AND ${reachSql(rights, resource, 'read', parameters, BEFORE)})`,
  ];
}

/** The event without what the reader may not see; of a record with hidden fields also without the type's own details. */
function cut(rights: Rights, event: EventEnvelope): EventEnvelope {
  const resource = resourceOf(event.recordtype);
  if (rights.hidden(resource).size === 0) return event;
  const data = event.data as unknown as Record<string, object>;
  const part = (name: string) => ({ [name]: rights.cut(resource, data[name] ?? {}) });
  return {
    ...event,
    data: { ...part('before'), ...part('after'), ...part(event.recordtype) },
  } as unknown as EventEnvelope;
}
