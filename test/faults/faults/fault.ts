import type { Random } from '../random';
import type { Stack } from '../stack';

/** What a fault did, for the report; `kills` counts the processes that it ended by SIGKILL. */
export interface Deed {
  words: string;
  kills?: number;
  /** Events that it had delivered again. */
  redelivered?: number;
}

/** Does one thing to the system and undoes it, as far as it is to be undone. */
export type Fault = (stack: Stack, random: Random) => Promise<Deed>;

/** This machine does not allow the fault: reported as not run. */
export class NotPossible extends Error {}
