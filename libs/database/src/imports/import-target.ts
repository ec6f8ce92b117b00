import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { invalid, type ImportResource, type ReferenceType } from '@relata/contracts';
import type { Change, Draft } from '../records/record-kind';
import type { RecordStore } from '../records/record-store';
import type { RecordEntity } from '../records/record.entity';

/** How a cell's text becomes a JSON value. */
export type ImportFieldType = 'text' | 'integer' | 'decimal' | 'date' | 'time';

/** A reference that rows can make by something other than an id: `company.name` sets `companyId`. */
export interface ImportReference {
  type: ReferenceType;
  /** Field of the request that takes the id. */
  field: string;
}

/** History that a row tells of. */
export interface ImportHistory {
  createdAt?: Date;
}

/** What imports must know of a resource. */
export interface ImportTarget<E extends RecordEntity = RecordEntity> {
  resource: ImportResource;
  store: RecordStore<E>;
  /** The contract's class: a row must pass as the body of a create would. */
  request: new () => object;
  fields: Record<string, ImportFieldType>;
  /** By the first word of the mapping's field: `owner`, `company`, `contact`, `deal`. */
  references: Record<string, ImportReference>;
  /** Fields that a row may change beside those: what an undo must put back, too. */
  sideEffects?: readonly string[];
  /** What rows are recognised by beside the external id, by the request's field. */
  matchBy?: { field: string; by: 'name' | 'email' };
  /** What a new record has where its row says nothing. */
  defaults(row: { externalId?: string | undefined }, callerId: string | null): Record<string, unknown>;
  /** Before a batch: loads or makes what rows name beside references. May run twice for the same rows. */
  prepare?(manager: EntityManager, inputs: Record<string, unknown>[]): Promise<void>;
  /** A new record, with its history. Throws DomainError. */
  create(input: Record<string, unknown>, history: ImportHistory): Draft<E>;
  /** What a row changes; equal values change nothing. Throws DomainError. */
  update(record: E, input: Record<string, unknown>, now: Date): Change<E>[];
}

/** The resources of this service that can be imported. */
@Injectable()
export class ImportTargets {
  private readonly targets = new Map<string, ImportTarget>();

  add<E extends RecordEntity>(target: ImportTarget<E>): void {
    this.targets.set(target.resource, target);
  }

  /** Throws VALIDATION_FAILED for a resource of another service. */
  of(resource: string): ImportTarget {
    const target = this.targets.get(resource);
    if (!target) throw invalid('/resource', 'unknown', `${resource} cannot be imported here.`);
    return target;
  }
}
