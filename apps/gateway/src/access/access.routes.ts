import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiQuery, ApiTags } from '@nestjs/swagger';
import {
  ACTIONS,
  AccessExplanationView,
  RESOURCES,
  invalidParameter,
  type Action,
  type ExplainPayload,
  type Resource,
  type ServiceName,
} from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { textParameters } from '../http/text-parameters';

/** Who explains what may be done with which records. */
const OWNERS: Record<Resource, ServiceName> = {
  contact: 'contact',
  company: 'contact',
  deal: 'deal',
  pipeline: 'deal',
  activity: 'activity',
  task: 'activity',
  user: 'identity',
  team: 'identity',
  role: 'identity',
  apiKey: 'identity',
  session: 'identity',
  customField: 'identity',
  event: 'identity',
  audit: 'identity',
  // Each service has its own; the rules are the same.
  export: 'contact',
  view: 'contact',
  batch: 'contact',
};
/** Rules for these are explained for all of them, never for one. */
const WITHOUT_ID: readonly Resource[] = ['customField', 'event', 'audit', 'export', 'view'];

@ApiTags('Access')
@ApiBearerAuth()
@Controller('v1/access')
export class AccessRoutes {
  constructor(private readonly rpc: RpcClient) {}

  /** Say which rule allows or denies an action; for another user with the right to manage users */
  @Get('explain')
  @ApiQuery({ name: 'resource', schema: { type: 'string', enum: [...RESOURCES] } })
  @ApiQuery({ name: 'action', schema: { type: 'string', enum: [...ACTIONS] } })
  @ApiQuery({ name: 'id', required: false, schema: { type: 'string', format: 'uuid' } })
  @ApiQuery({ name: 'userId', required: false, schema: { type: 'string', format: 'uuid' } })
  explain(@Query() query: Record<string, unknown>): Promise<AccessExplanationView> {
    const { resource, action, id, userId } = textParameters(
      query,
      ['resource', 'action', 'id', 'userId'],
      ['id', 'userId'],
    );
    const payload: ExplainPayload = {
      resource: oneOf<Resource>('resource', resource, RESOURCES),
      action: oneOf<Action>('action', action, ACTIONS),
      ...(id === undefined ? {} : { id }),
      ...(userId === undefined ? {} : { userId }),
    };
    if (id !== undefined && WITHOUT_ID.includes(payload.resource))
      throw invalidParameter(
        'id',
        `Rules for ${payload.resource} records are explained for all of them alone: leave id out.`,
      );
    return this.rpc.forward(OWNERS[payload.resource], 'access.explain', payload);
  }
}

function oneOf<T extends string>(name: string, value: string | undefined, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw invalidParameter(name, `${name} must be one of ${known.join(', ')}.`);
  return found;
}
