import { Injectable } from '@nestjs/common';
import type { RecordView } from '@relata/contracts';
import { EventLog, Snapshots } from '@relata/messaging';
import { ServiceConfig } from '@relata/platform';
import { CustomFields } from '../custom-fields/custom-fields';
import { CustomReferences } from '../custom-fields/custom-references';
import { LimitedReads } from '../lists/limited-reads';
import { References } from '../references/references';
import type { RecordKind } from './record-kind';
import { RecordStore } from './record-store';
import type { RecordEntity } from './record.entity';

/** The record stores of this service, by type. */
@Injectable()
export class RecordStores {
  private readonly stores = new Map<string, RecordStore<RecordEntity>>();
  private readonly customReferences: CustomReferences;

  constructor(
    private readonly eventLog: EventLog,
    private readonly customFields: CustomFields,
    private readonly reads: LimitedReads,
    private readonly config: ServiceConfig,
    private readonly snapshots: Snapshots,
    references: References,
  ) {
    this.customReferences = new CustomReferences(references, (type) => this.find(type));
  }

  /** Makes the store of a kind; each kind has one. */
  define<E extends RecordEntity, V extends RecordView>(kind: RecordKind<E, V>): RecordStore<E, V> {
    const store = new RecordStore(
      kind,
      this.eventLog,
      this.customFields,
      this.reads,
      this.config.timeZone,
      this.customReferences,
    );
    // Of records without custom fields there are few: their snapshots may be as large as they are.
    if (kind.hasCustomFields) this.snapshots.learn(kind.type, store.blankView());
    this.stores.set(kind.type, store);
    return store;
  }

  /** The store of that type, if this service has one by now. */
  find(type: string): RecordStore<RecordEntity> | undefined {
    return this.stores.get(type);
  }

  /** The store of that type. Throws when this service has none: a mistake in the code, not in a request. */
  of(type: string): RecordStore<RecordEntity> {
    const store = this.find(type);
    if (!store) throw new Error(`This service keeps no records of type ${type}.`);
    return store;
  }
}
