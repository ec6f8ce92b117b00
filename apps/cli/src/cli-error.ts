/** What a command cannot do, told in one line or a few; the command ends with exit code 2. */
export class CliError extends Error {}

/** Nobody answers for now; it may be worth another try. */
export class UnavailableError extends CliError {}
