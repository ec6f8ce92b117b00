/** Why a batch was taken back. */
export class BatchRevertedDetails {
  /** Code of the error, `OUTCOME_UNKNOWN` when whoever carried it out gave no more sign of life. */
  code: string;
  /** What was wrong. */
  reason: string;
}
