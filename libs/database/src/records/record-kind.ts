import type { EventType, RecordType, RecordView, RequestContext, Rights } from '@relata/contracts';
import type { RecordEntity } from './record.entity';

/** A value that only one live record of the type may have, and where it stands in the JSON. */
export interface UniqueKey {
  namespace: string;
  key: string;
  pointer: string;
}

/** A record that another one points at. */
export interface RelatedRecord {
  /** Of the record that points. */
  field: string;
  type: 'user' | 'contact' | 'company';
  /** Where this service keeps them, when it owns them; its copies otherwise. */
  table?: string;
}

/** Records that may be seen whoever owns them. */
export interface OpenRecords {
  /** The field that opens a record, or closes it. */
  by: string;
  /** The condition on them: SQL of constants and of what `valueOf` answers for a field. */
  sql(rights: Rights, valueOf: (field: string) => string): string;
}

/** What the record store must know of a type of record. */
export interface RecordKind<E extends RecordEntity, V extends RecordView = RecordView> {
  /** Also the first word of its event types: `contact` → `contact.created`. */
  type: RecordType;
  entity: new () => E;
  /** The JSON of a record: its answer and its snapshot. A pure function of the row. */
  toView(record: E): V;
  /** Unique values beside the external keys. */
  uniqueKeys?(record: E): UniqueKey[];
  /** What `q=` finds the record by: fields of text, or of several. */
  searchFields: readonly string[];
  /** Whether it is found by words at all; every one is when absent. */
  isFoundByWords?(record: E): boolean;
  /** Whether organisations may define fields for it. */
  hasCustomFields: boolean;
  /** Field that names whose record it is; `ownerId` when absent. */
  ownedBy?: string;
  /** By whose fields records can be filtered: `company` → `filter[company.name]`. */
  related?: Readonly<Record<string, RelatedRecord>>;
  /** Fields that make sense with one another alone: none of them gets a former value back without the others. */
  together?: readonly (readonly string[])[];
  /** Fields that point at records through which this one may be seen, too: who sees the contact sees what was talked about. */
  parents?: Readonly<Record<string, 'contact' | 'company' | 'deal'>>;
  /** Which of them may be seen by others, too. */
  open?: OpenRecords;
}

/** One event of a record: what it sets, and what it says beyond that. */
export interface Change<E extends RecordEntity> {
  event: EventType;
  set: Partial<E>;
  details?: Record<string, unknown>;
  /** Now when absent. */
  occurredAt?: Date;
}

/** A record to be made. */
export interface Draft<E extends RecordEntity> {
  /** Of a record that has the same id everywhere; a new one when absent. */
  id?: string;
  values: Partial<E>;
  /** For imported history: when the record began; now when absent. */
  createdAt?: Date;
  /** What happened to it since, in order; its events follow the created one. */
  then?: Change<E>[];
  /** Who and what caused it; the current context when absent. */
  context?: RequestContext;
}
