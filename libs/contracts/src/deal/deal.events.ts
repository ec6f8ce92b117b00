/** `deal.stageChanged`. */
export class DealStageChangedDetails {
  /** Key of the stage that the deal left. */
  from: string;
  /** Key of the stage that it entered. */
  to: string;
}

/** `deal.won` and `deal.lost`. */
export class DealClosedDetails {
  /** Why, as given when it was closed. */
  reason: string | null;
}
