import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import {
  AuditEntryView,
  AuditSealView,
  AuditVerificationView,
  DEFAULT_LIMIT,
  LOG_OWNERS,
  MAX_LIMIT,
  invalidParameter,
  notFound,
  type AuditPage,
  type Page,
  type ServiceName,
  type VerifiedStretch,
} from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { decodePositions, encodePositions, type Positions } from '../events/positions';
import { ApiPageOf } from '../http/page-of';
import { encodePlace } from '../http/place-cursor';
import { textParameters } from '../http/text-parameters';
import { auditQuery } from './audit-query';

/** One call answers about so soon, its last step beside other work within five seconds, and says where to go on. */
const CALL_MS = 2_500;

/** Who did what, and proof that the answer was not altered since. */
@ApiTags('Audit')
@ApiBearerAuth()
@Controller('v1/audit')
export class AuditRoutes {
  constructor(private readonly rpc: RpcClient) {}

  /** Everything that was done, newest first: by whom, to which record, when */
  @Get()
  @ApiQuery({
    name: 'actor',
    required: false,
    schema: { type: 'string', format: 'uuid' },
    description: 'Id of the user who did it.',
  })
  @ApiQuery({
    name: 'record',
    required: false,
    schema: { type: 'string' },
    description: 'What was done to one record: `contact:<id>`, or its id.',
  })
  @ApiQuery({
    name: 'since',
    required: false,
    schema: { type: 'string', format: 'date-time' },
    description: 'Recorded then or later.',
  })
  @ApiQuery({
    name: 'until',
    required: false,
    schema: { type: 'string', format: 'date-time' },
    description: 'Recorded before then.',
  })
  @ApiQuery({
    name: 'limit',
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT },
  })
  @ApiQuery({ name: 'cursor', required: false, schema: { type: 'string' } })
  @ApiPageOf(AuditEntryView)
  async list(@Query() parameters: Record<string, unknown>): Promise<Page<AuditEntryView>> {
    const { query, owners } = auditQuery(parameters);
    const pages = await Promise.all(
      owners.map((owner) => this.rpc.call<AuditPage>(owner, 'audit.list', query)),
    );
    const entries = pages.flatMap((page) => page.entries).sort(newestFirst);
    const shown = entries.slice(0, query.limit);
    const last = shown.at(-1);
    const hasMore = entries.length > shown.length || pages.some((page) => page.hasMore);
    return {
      data: shown.map(({ entry }) => entry),
      page: {
        nextCursor: hasMore && last ? encodePlace(last.place.recordedAt, last.place.eventId) : null,
        prevCursor: null,
        hasMore,
        limit: query.limit,
      },
    };
  }

  /**
   * Hold the logs against their seals
   *
   * @remarks
   * Names the first event of each service that is gone, or does not say what it said when it was sealed, within a second of
   * its commit. Long logs take several calls: repeat with `after` set to `next` until that is null. What was sealed can be
   * altered together with every seal since, by who may write to Postgres: note `seals` elsewhere and hold them against
   * `GET /v1/audit/seals/{service}/{position}` later.
   */
  @Get('verify')
  @ApiQuery({
    name: 'after',
    required: false,
    schema: { type: 'string' },
    description: '`next` of an answer.',
  })
  async verify(@Query() parameters: Record<string, unknown>): Promise<AuditVerificationView> {
    const { after } = textParameters(parameters, ['after']);
    const positions: Positions = after === undefined ? {} : decodePositions(after);
    const view: AuditVerificationView = { checked: 0, erased: 0, problems: [], seals: [], next: null };
    const until = Date.now() + CALL_MS;
    for (const service of LOG_OWNERS) {
      for (let hasMore = true; hasMore;) {
        if (Date.now() > until) return { ...view, next: encodePositions(positions) };
        const stretch = await this.stretch(service, positions[service] ?? 0);
        view.checked += stretch.checked;
        view.erased += stretch.erased;
        if (stretch.problem) view.problems.push(stretch.problem);
        else if (!stretch.hasMore)
          view.seals.push({ service, position: stretch.through, seal: stretch.seal });
        positions[service] = stretch.through;
        hasMore = stretch.hasMore;
      }
    }
    return view;
  }

  /** The seal at a position, as an earlier verification told of it */
  @Get('seals/:service/:position')
  @ApiParam({ name: 'service', enum: LOG_OWNERS })
  @ApiParam({ name: 'position', schema: { type: 'integer', minimum: 1 } })
  seal(@Param('service') name: string, @Param('position') position: string): Promise<AuditSealView> {
    const service = LOG_OWNERS.find((owner) => owner === name);
    if (!service) throw notFound('service', name);
    if (!/^\d{1,15}$/.test(position)) throw invalidParameter('position', 'position must be a number.');
    return this.rpc.forward(service, 'seals.at', { position: Number(position) });
  }

  private stretch(service: ServiceName, after: number): Promise<VerifiedStretch> {
    return this.rpc.call(service, 'seals.verify', { after });
  }
}

type Entry = AuditPage['entries'][number];

/** The order of `audit.list`, over all services. */
function newestFirst({ place: a }: Entry, { place: b }: Entry): number {
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? 1 : -1;
  return a.eventId < b.eventId ? 1 : -1;
}
