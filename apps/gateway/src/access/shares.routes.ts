import { Body, Controller, Delete, Param, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import {
  CRM_RESOURCES,
  DomainError,
  RecordView,
  ShareRequest,
  type CrmResource,
  type SharePayload,
} from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { IdParam } from '../http/id-param';

const ApiResource = () =>
  ApiParam({ name: 'resource', schema: { type: 'string', enum: Object.keys(CRM_RESOURCES) } });

/** A record can be shared with users and teams: they see it, or change it, whoever owns it. */
@ApiTags('Access')
@ApiBearerAuth()
@Controller('v1/:resource/:id/shares/:granteeId')
export class SharesRoutes {
  constructor(private readonly rpc: RpcClient) {}

  /** Share a record with a user or a team, or change how far; wants the right to update it */
  @Put()
  @ApiResource()
  @ApiOkResponse({ type: RecordView })
  share(
    @Param('resource') resource: string,
    @IdParam() id: string,
    @IdParam('granteeId') granteeId: string,
    @Body() body: ShareRequest,
  ): Promise<RecordView> {
    return this.set(resource, { id, granteeId, share: body });
  }

  /** Share a record no more */
  @Delete()
  @ApiResource()
  @ApiOkResponse({ type: RecordView })
  unshare(
    @Param('resource') resource: string,
    @IdParam() id: string,
    @IdParam('granteeId') granteeId: string,
  ): Promise<RecordView> {
    return this.set(resource, { id, granteeId, share: null });
  }

  private set(resource: string, share: Omit<SharePayload, 'recordType'>): Promise<RecordView> {
    const shared = Object.hasOwn(CRM_RESOURCES, resource)
      ? CRM_RESOURCES[resource as CrmResource]
      : undefined;
    if (!shared)
      throw new DomainError(
        'NOT_FOUND',
        `There is nothing to share among ${resource}; known: ${Object.keys(CRM_RESOURCES).join(', ')}.`,
      );
    const payload: SharePayload = { ...share, recordType: shared.type };
    return this.rpc.forward(shared.service, 'access.share', payload, { writes: true });
  }
}
