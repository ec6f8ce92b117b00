import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Resource } from '@relata/contracts';
import { currentContext } from '@relata/platform';
import { knownParametersOf, requireKnown, type KnownParameters } from './known-parameters';
import { sparseResourceOf, wantedFields } from './sparse-fields';
import { noteWriteOptions, writeRulesOf, type WriteRules } from './write-options';

/** What the decorators of a route say of its requests. */
interface RouteRules {
  parameters: KnownParameters;
  sparse: Resource | undefined;
  writes: WriteRules;
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
const wanted = new WeakMap<FastifyRequest, ReadonlySet<string>>();

/** The members that a request wants of its answer; undefined for all. */
export function wantedOf(request: FastifyRequest): ReadonlySet<string> | undefined {
  return wanted.get(request);
}

/** Holds each request against what its route says of itself, before anything is done. Throws INVALID_QUERY. */
@Injectable()
export class RequestRulesGuard implements CanActivate {
  private readonly rules = new Map<object, RouteRules>();

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { parameters, sparse, writes } = this.rulesOf(context.getHandler());
    if (!READS.has(request.method)) noteWriteOptions(request, writes, currentContext());
    else if (request.method === 'GET') requireKnown(request, parameters);
    const fields = sparse && wantedFields(request, sparse);
    if (fields) wanted.set(request, fields);
    return true;
  }

  private rulesOf(handler: object): RouteRules {
    let rules = this.rules.get(handler);
    if (!rules) {
      rules = {
        parameters: knownParametersOf(handler),
        sparse: sparseResourceOf(handler),
        writes: writeRulesOf(handler),
      };
      this.rules.set(handler, rules);
    }
    return rules;
  }
}
