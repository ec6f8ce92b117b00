import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, type CustomFieldView } from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { currentContext } from '@relata/platform';
import { AuthenticationGuard } from '../auth/authentication.guard';
import { Public } from '../auth/public';
import { allCustomFields } from '../custom-fields/all-custom-fields';
import { etagMatches } from '../http/etag';
import { RateLimits } from '../limits/rate-limits';
import { withCustomFields } from './openapi-custom-fields';

/** A document as it is sent. */
interface Written {
  text: string;
  etag: string;
}

/**
 * The OpenAPI document: to who sends a key or a token with the custom fields of this instance, as `GET /v1/custom-fields` would show
 * them; to anybody else what every instance has, as what an organisation keeps on its customers is its own business.
 */
@ApiExcludeController()
@Public()
@Controller()
export class OpenApiRoutes {
  /** As made of the routes, when they are known. */
  document: OpenAPIObject | undefined;
  /** By the fields in them: the one without, and the last one with some. */
  private readonly written = new Map<string, Written>();

  constructor(
    private readonly guard: AuthenticationGuard,
    private readonly rateLimits: RateLimits,
    private readonly rpc: RpcClient,
  ) {}

  @Get('openapi.json')
  async get(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const { text, etag } = this.write(await this.fieldsFor(request, reply));
    void reply.headers({
      'Content-Type': 'application/json; charset=utf-8',
      ETag: etag,
      // Fields may change at any time: it is to be asked for anew, which costs little where nothing has.
      'Cache-Control': 'private, no-cache',
      Vary: 'Authorization',
    });
    if (!etagMatches(request.headers['if-none-match'], etag)) return text;
    void reply.status(304);
    return undefined;
  }

  /** Throws UNAUTHENTICATED for a credential that is not known. */
  private async fieldsFor(request: FastifyRequest, reply: FastifyReply): Promise<CustomFieldView[]> {
    if (request.headers.authorization === undefined) return [];
    await this.rateLimits.count('address', request.ip, reply);
    currentContext().principal = await this.guard.verify(request);
    return allCustomFields(this.rpc).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'FORBIDDEN') return [];
      throw error;
    });
  }

  private write(fields: CustomFieldView[]): Written {
    if (!this.document) throw new DomainError('SERVICE_UNAVAILABLE', 'The gateway is starting.');
    const key = fields.length === 0 ? '' : JSON.stringify(fields);
    const known = this.written.get(key);
    if (known) return known;
    const text = JSON.stringify(withCustomFields(this.document, fields));
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
    for (const other of this.written.keys()) if (other !== '') this.written.delete(other);
    this.written.set(key, { text, etag });
    return { text, etag };
  }
}
