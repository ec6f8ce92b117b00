import { Injectable } from '@nestjs/common';
import { notFound, type RecordView } from '@relata/contracts';
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
}

/** The resources of this service that take batches, by the word in the path. */
@Injectable()
export class BatchTargets {
  private readonly targets = new Map<string, BatchTarget>();

  add<E extends RecordEntity, V extends RecordView>(resource: string, target: BatchTarget<E, V>): void {
    this.targets.set(resource, target);
  }

  /** Throws NOT_FOUND for a resource of another service. */
  of(resource: string): BatchTarget {
    const target = this.targets.get(resource);
    if (!target) throw notFound('resource', resource);
    return target;
  }
}
