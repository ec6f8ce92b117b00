import { Decimal } from 'decimal.js';
import type { DealView } from '@relata/contracts';
import { recordView, type RecordKind } from '@relata/database';
import { DealEntity } from './deal.entity';

/** Amount × probability as a decimal string; zero is a value, null is none. */
export function weightedAmount(amount: string | null, probability: number): string | null {
  return amount === null ? null : new Decimal(amount).mul(probability).div(100).toFixed();
}

export const toDealView = recordView<DealEntity, DealView>((deal) => ({
  tags: deal.tags,
  name: deal.name,
  amount: deal.amount,
  currency: deal.currency,
  pipelineId: deal.pipelineId,
  stageId: deal.stageId,
  stage: deal.stage,
  probability: deal.probability,
  weightedAmount: weightedAmount(deal.amount, deal.probability),
  status: deal.status,
  expectedCloseDate: deal.expectedCloseDate,
  actualCloseDate: deal.actualCloseDate,
  contactId: deal.contactId,
  companyId: deal.companyId,
  wonReason: deal.wonReason,
  lostReason: deal.lostReason,
}));

export const dealKind: RecordKind<DealEntity, DealView> = {
  type: 'deal',
  entity: DealEntity,
  toView: toDealView,
  searchFields: ['name'],
  hasCustomFields: true,
  together: [
    ['amount', 'currency'],
    ['pipelineId', 'stageId', 'stage', 'probability', 'status', 'actualCloseDate', 'wonReason', 'lostReason'],
  ],
  related: {
    owner: { field: 'ownerId', type: 'user' },
    company: { field: 'companyId', type: 'company' },
    contact: { field: 'contactId', type: 'contact' },
  },
};
