import { Param, ParseUUIDPipe } from '@nestjs/common';
import { DomainError } from '@relata/contracts';

/** A record's id in the path. Throws INVALID_QUERY for what is no UUID. */
export function IdParam(name = 'id'): ParameterDecorator {
  const exceptionFactory = () =>
    new DomainError(
      'INVALID_QUERY',
      `The ${name} in the path must be a UUID; other systems' keys are no ids.`,
    );
  return Param(name, new ParseUUIDPipe({ exceptionFactory }));
}
