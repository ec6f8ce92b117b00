import { Body, Controller, Delete, Param, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import {
  CRM_RESOURCES,
  DomainError,
  RecordView,
  ShareRequest,
  VIEW_TYPES,
  type CrmResource,
  type ServiceName,
  type SharePayload,
} from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { IdParam } from '../http/id-param';
import { Views } from '../views/views';

const VIEWS = 'views';
const SHARED = [...Object.keys(CRM_RESOURCES), VIEWS];

const ApiResource = () => ApiParam({ name: 'resource', schema: { type: 'string', enum: SHARED } });

/** A record can be shared with users and teams: they see it, or change it, whoever owns it. */
@ApiTags('Access')
@ApiBearerAuth()
@Controller('v1/:resource/:id/shares/:granteeId')
export class SharesRoutes {
  constructor(
    private readonly rpc: RpcClient,
    private readonly views: Views,
  ) {}

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

  private async set(resource: string, share: Omit<SharePayload, 'recordType'>): Promise<RecordView> {
    const { service, type } = await this.placeOf(resource, share.id);
    const payload: SharePayload = { ...share, recordType: type };
    return this.rpc.forward(service, 'access.share', payload, { writes: true });
  }

  /** Where the record is kept, and as what. Throws NOT_FOUND. */
  private async placeOf(
    resource: string,
    id: string,
  ): Promise<{ service: ServiceName; type: SharePayload['recordType'] }> {
    if (Object.hasOwn(CRM_RESOURCES, resource)) return CRM_RESOURCES[resource as CrmResource];
    if (resource !== VIEWS)
      throw new DomainError(
        'NOT_FOUND',
        `There is nothing to share among ${resource}; known: ${SHARED.join(', ')}.`,
      );
    const { owner } = await this.views.find(id);
    return { service: owner, type: VIEW_TYPES[owner] };
  }
}
