import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DomainError } from '@relata/contracts';
import { CODE_OF_STATUS, foundStatus, statusOf } from './http-errors';
import { problemOf } from './problem';

const RETRY_AFTER_SECONDS = '1';

/** Every error as RFC 9457 problem details; nothing of the inside (stack, SQL, versions) gets out. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { status, problem } = this.problemOf(error);
    const { retryAfterSeconds } = problem as { retryAfterSeconds?: number };
    if (retryAfterSeconds !== undefined) void reply.header('Retry-After', String(retryAfterSeconds));
    else if (status === 503) void reply.header('Retry-After', RETRY_AFTER_SECONDS);
    if (status === 401) void reply.header('WWW-Authenticate', 'Bearer');
    void reply.status(status).type('application/problem+json').send(JSON.stringify(problem));
  }

  private problemOf(error: unknown): { status: number; problem: Record<string, unknown> } {
    const known = asDomainError(error);
    if (!known) this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    const told = known ?? new DomainError('INTERNAL', 'Something went wrong on our side.');
    const status = statusOf(error);
    return { status, problem: problemOf(told, status) };
  }
}

function asDomainError(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  const status = foundStatus(error);
  if (status === undefined) return undefined;
  return new DomainError(CODE_OF_STATUS[status] ?? 'INVALID_QUERY', (error as Error).message);
}
