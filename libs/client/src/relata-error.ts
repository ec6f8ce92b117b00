import type { components } from './schema.generated';

export type Problem = components['schemas']['Problem'];

/** A refusal (RFC 9457). Programs go by `code`. */
export class RelataError extends Error {
  readonly code: Problem['code'];

  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.detail);
    this.code = problem.code;
  }
}
