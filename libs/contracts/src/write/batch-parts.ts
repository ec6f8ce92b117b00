import type { CrmResource } from '../crm-resources';
import type { ReferenceView } from '../reference';
import type { BatchOperationRequest, MixedOperationRequest } from './batch.requests';
import type { OperationResult } from './batch.views';
import type { RehearsedEventView } from './dry-run.views';
import type { RecordRef } from './record-ref';

/** The fields of bodies that can hold a `RecordRef`, and the resource whose record it must name. */
export const REF_FIELDS: Readonly<Record<string, CrmResource>> = {
  contactId: 'contacts',
  companyId: 'companies',
  dealId: 'deals',
};

/** One write of a batch, as its service does it. */
export interface PlacedOperation
  extends Omit<BatchOperationRequest, 'id'>, Pick<MixedOperationRequest, 'ref'> {
  resource: string;
  id?: string | RecordRef;
  /** Its place in the batch. */
  index: number;
}

/** Asks for a batch across resources. */
export interface MixedBatchPayload {
  operations: PlacedOperation[];
}

/** Asks for a batch across services. */
export interface BatchAcrossPayload extends MixedBatchPayload {
  idempotencyKey?: string;
  dryRun?: boolean;
}

/** What became of a batch across services. */
export interface BatchAcrossAnswer {
  /** In the order of the operations. */
  results: OperationResult[];
  /** Of a rehearsal: what would have been written. */
  events: RehearsedEventView[];
  /** Whether an equal request got this before. */
  isReplayed: boolean;
}

/** What a service is to do of a batch, and what it must know of the parts before. */
export interface BatchPartPayload extends MixedBatchPayload {
  batchId: string;
  /** Ids of the records that operations before it named. */
  names: Record<string, string>;
  /** The records of other services that the parts before have written, as they left them. */
  references: ReferenceView[];
  /** Of a rehearsal: whether it must be told what would come of it, and not only whether it would be refused. */
  isAsked?: boolean;
}

/** What a part has done, or would have. */
export interface BatchPartAnswer {
  /** In the order of the part's operations. */
  results: OperationResult[];
  names: Record<string, string>;
  references: ReferenceView[];
  events: RehearsedEventView[];
}

export type BatchDecision = 'completed' | 'reverted';

/** Tells what became of a batch. */
export interface SettleBatchPayload {
  batchId: string;
  decision: BatchDecision;
}
