import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ReplayRequest, ReplayView, invalid, type ReplayPayload, type ReplayedPage } from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { NotRehearsed } from '../http/write-options';
import { EventLogReader } from './event-log-reader';
import { eventsQuery, startOf, type Start } from './events-query';
import { encodePositions } from './positions';

/** One call answers about so soon, its last step beside other work within five seconds, and says where to go on. */
const CALL_MS = 2_500;
const PAGE = 500;
const TIME = /^\d{4}-\d\d-\d\dT/;

@ApiTags('Events')
@ApiBearerAuth()
@Controller('v1/events/replay')
export class ReplayRoutes {
  constructor(
    private readonly rpc: RpcClient,
    private readonly reader: EventLogReader,
  ) {}

  /**
   * Send events again to one consumer alone
   *
   * @remarks
   * They are read from the services' own logs, so the retention of the streams plays no part. A long log takes several
   * calls: repeat with `from` set to `next` until that is null.
   */
  @NotRehearsed()
  @Post()
  @HttpCode(200)
  async replay(@Body() { to, from, types, force }: ReplayRequest): Promise<ReplayView> {
    const { filter, owners } = eventsQuery(types ? { type: types } : {}, false);
    const positions = await this.reader.positionsOf(startOrTime(from), owners);
    const until = Date.now() + CALL_MS;
    let sent = 0;
    for (const owner of owners) {
      for (let hasMore = true; hasMore;) {
        if (Date.now() > until) return { sent, next: encodePositions(positions) };
        const payload: ReplayPayload = {
          ...filter,
          to,
          ...(force ? { force } : {}),
          after: positions[owner] ?? 0,
          limit: PAGE,
        };
        const page = await this.rpc.call<ReplayedPage>(owner, 'events.replay', payload, { writes: true });
        sent += page.sent;
        positions[owner] = page.through;
        hasMore = page.hasMore;
      }
    }
    return { sent, next: null };
  }
}

function startOrTime(from: string): Start | Date {
  if (!TIME.test(from)) return startOf(from);
  const time = new Date(from);
  if (Number.isNaN(time.getTime())) throw invalid('/from', 'time', `"${from}" is no time (RFC 3339).`);
  return time;
}
