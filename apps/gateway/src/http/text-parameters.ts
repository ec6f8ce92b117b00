import { isUUID } from 'class-validator';
import { invalidParameter } from '@relata/contracts';
import { onlyParameters } from './list-query';

/** Query parameters as texts, each given once; those in `uuids` must be ids. Throws INVALID_QUERY naming the parameter. */
export function textParameters(
  parameters: Record<string, unknown>,
  known: string[],
  uuids: string[] = [],
): Record<string, string> {
  onlyParameters(parameters, known);
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(parameters)) {
    if (typeof value !== 'string')
      throw invalidParameter(name, `The parameter ${name} is given more than once.`);
    if (uuids.includes(name) && !isUUID(value)) throw invalidParameter(name, `${name} must be a UUID.`);
    texts[name] = value;
  }
  return texts;
}
