/** What an error says. Node reports a refused connection to a name with several addresses as an error without words. */
export function errorMessage(error: unknown): string {
  if (error instanceof AggregateError && !error.message) {
    return [...new Set(error.errors.map(errorMessage))].join(', ');
  }
  return error instanceof Error ? error.message || error.name : String(error);
}
