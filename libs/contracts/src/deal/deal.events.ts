import type { EventData } from '../event';
import type { DealView } from './deal.views';

/** Every event of a deal carries it as it stands afterwards. */
export interface DealData extends EventData {
  deal: DealView;
}

/** `deal.stageChanged`: the keys of the stages. */
export interface DealStageChangedData extends DealData {
  from: string;
  to: string;
}

/** `deal.won` and `deal.lost`. */
export interface DealClosedData extends DealData {
  reason: string | null;
}
