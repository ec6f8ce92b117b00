/** What a command cannot do, told in one line or a few; the command ends with exit code 2. */
export class CliError extends Error {}

/** What was asked for is not there. */
export class NotFoundError extends CliError {}

/** Nobody answers for now; it may be worth another try. */
export class UnavailableError extends CliError {}
