import { RecordView } from '../record.views';

export class DealView extends RecordView {
  tags: string[];
  name: string;
  /** Decimal string. */
  amount: string | null;
  /** ISO 4217. */
  currency: string;
  pipelineId: string;
  stageId: string;
  /** The stage's key. */
  stage: string;
  /** Percent. */
  probability: number;
  /** Amount × probability, decimal string; null without an amount. */
  weightedAmount: string | null;
  status: 'open' | 'won' | 'lost';
  /** Calendar date. */
  expectedCloseDate: string | null;
  /** Calendar date in the installation's time zone; set while won or lost. */
  actualCloseDate: string | null;
  contactId: string | null;
  companyId: string | null;
  wonReason: string | null;
  lostReason: string | null;
}
