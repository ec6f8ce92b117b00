/** The services whose records can be written together, in the order in which their parts are done: nobody points at a record of a later one. */
export const BATCH_SERVICES = ['contact', 'deal', 'activity'] as const;
export type BatchService = (typeof BATCH_SERVICES)[number];

/** The service that carries out batches of several, and keeps their records. */
export const BATCH_KEEPER: BatchService = 'contact';
