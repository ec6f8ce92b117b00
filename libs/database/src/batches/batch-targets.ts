import { Injectable } from '@nestjs/common';
import { notFound, type RecordType, type RecordView } from '@relata/contracts';
import type { Change } from '../records/record-kind';
import type { RecordStore } from '../records/record-store';
import type { RecordEntity } from '../records/record.entity';

/** The writes of a resource, as single requests ask for them: what batches and upserts are made of. */
export interface BatchTarget<E extends RecordEntity = RecordEntity, V extends RecordView = RecordView> {
  store: RecordStore<E, V>;
  create(request: object): Promise<V>;
  /** Many in one go, all or none; one after the other when absent. */
  createMany?(requests: object[]): Promise<V[]>;
  update(id: string, request: object, ifMatch?: number): Promise<V>;
  /** Makes a record what the body of a creation says; `update` when absent. */
  put?(id: string, request: object): Promise<V>;
  remove(id: string, ifMatch?: number): Promise<void>;
  restore(id: string): Promise<V>;
  /**
   * What gives a record former values back, where their events are others than `updated`. A pure function of the record as it is and
   * of what it gets.
   */
  giveBack?(record: E, former: Partial<E>): Change<E>[];
}

/** The resources of this service that take batches, by the word in the path. */
@Injectable()
export class BatchTargets {
  private readonly targets = new Map<string, BatchTarget>();

  add<E extends RecordEntity, V extends RecordView>(resource: string, target: BatchTarget<E, V>): void {
    this.targets.set(resource, target);
  }

  /** The one that writes records of a type. Throws when there is none: a mistake in the code. */
  ofType(type: RecordType): BatchTarget {
    const target = [...this.targets.values()].find(({ store }) => store.kind.type === type);
    if (!target) throw new Error(`No batch writes records of type ${type}.`);
    return target;
  }

  /** Throws NOT_FOUND for a resource of another service. */
  of(resource: string): BatchTarget {
    const target = this.targets.get(resource);
    if (!target) throw notFound('resource', resource);
    return target;
  }
}
