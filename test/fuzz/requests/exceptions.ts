import { mark } from '../known-records';

type Json = Record<string, unknown>;

/** Of whom sessions are. */
export const SIGNS_IN = { email: 'fuzz@engines.example', password: 'correct horse battery' };

const MANY_TIMES_LONGER = 6;
/** Of a bulk write, so many records: one that takes a thousand leaves the other requests nothing to be about. */
const BULK = 20;
const RESOURCES = ['Contacts', 'Companies', 'Deals', 'Activities', 'Tasks'];
const PROBABILITIES: Record<string, number> = { won: 100, lost: 0 };
const NAMES: Record<string, string> = { activities: 'subject', tasks: 'title' };

/**
 * What the schema of a body cannot say: which values go together; and bodies that would make all later requests alike are made
 * harmless. By operation.
 */
export const SENSIBLE: Record<string, (body: Json, number: number) => Json> = {
  // A field that every record must have from then on would make all creations fail.
  createCustomField: (body) => ({ ...body, required: false }),
  updateCustomField: ({ required: _, ...body }) => body,
  createPipeline: (body) => ({ ...body, stages: (body.stages as Json[]).map(withFittingProbability) }),
  addPipelineStage: withFittingProbability,
  createImport: ({ options, ...body }) => {
    const { resource } = options as { resource: string };
    const mapping =
      resource === 'contacts' ? { Email: 'email', First: 'firstName' } : { Name: NAMES[resource] ?? 'name' };
    return { ...body, options: { ...(options as Json), mapping } };
  },
  signIn: (body, number) => (number % 2 === 0 ? SIGNS_IN : body),
  refreshSession: (body, number) =>
    number % 2 === 0 ? { refreshToken: mark('refresh-tokens', number) } : body,
  ...Object.fromEntries(RESOURCES.map((resource) => [`bulk${resource}`, fewInBulk])),
};

function fewInBulk({ op, body, cursor: _, filter, ...others }: Json, number: number): Json {
  return {
    op,
    filter: filter ?? { field: 'ownerId', value: 'me' },
    ...others,
    limit: 1 + (number % BULK),
    ...(op === 'update' ? { body: body ?? {} } : {}),
  };
}

function withFittingProbability(stage: Json): Json {
  return { ...stage, probability: PROBABILITIES[String(stage.kind)] ?? stage.probability };
}

/** Many writes in one request have thirty seconds where others have five. */
export function deadlineOf(operationId: string, deadlineMs: number): number {
  return /^(batch|bulk)/.test(operationId) ? deadlineMs * MANY_TIMES_LONGER : deadlineMs;
}

/** Operations in which a limit of its own is the right answer to what a run does. */
export const LIMITED: Record<string, string> = {
  signIn: 'wrong passwords are counted by address and by user',
  refreshSession: 'wrong tokens are counted as wrong passwords are',
};

/** Operations whose answers may end before their end. */
export const CUT_SHORT: Record<string, string> = {
  getExportFile: 'another request deletes the file meanwhile, and half a file must not look like a whole one',
};
