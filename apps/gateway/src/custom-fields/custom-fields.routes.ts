import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiQuery, ApiTags } from '@nestjs/swagger';
import {
  CUSTOM_FIELD_OWNERS,
  CreateCustomFieldRequest,
  CustomFieldView,
  DomainError,
  HistoryEntryView,
  UpdateCustomFieldRequest,
  notFound,
  type CustomFieldEntityType,
  type Page,
  type ServiceName,
} from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { historyQuery } from '../http/history';
import { IfMatch } from '../http/if-match';
import { ApiPageOf } from '../http/page-of';
import { textParameters } from '../http/text-parameters';
import { ApiWalk } from '../http/walk';
import { IdParam } from '../http/id-param';
import { KeyedByRoute } from '../http/route-keys';
import { OWNERS, allCustomFields } from './all-custom-fields';

/** Definitions live in the service that owns the records: the gateway finds out which. */
@ApiTags('Custom fields')
@ApiBearerAuth()
@KeyedByRoute()
@Controller('v1/custom-fields')
export class CustomFieldsRoutes {
  constructor(private readonly rpc: RpcClient) {}

  /** List all custom fields, or those of one type of record */
  @Get()
  @ApiQuery({
    name: 'entityType',
    required: false,
    schema: { type: 'string', enum: Object.keys(CUSTOM_FIELD_OWNERS) },
  })
  @ApiPageOf(CustomFieldView)
  async list(@Query() query: Record<string, unknown>): Promise<Page<CustomFieldView>> {
    const { entityType } = textParameters(query, ['entityType']);
    const fields = await allCustomFields(this.rpc);
    const data = fields.filter((field) => entityType === undefined || field.entityType === entityType);
    return { data, page: { nextCursor: null, prevCursor: null, hasMore: false, limit: data.length } };
  }

  /** Define a custom field */
  @Post()
  create(@Body() body: CreateCustomFieldRequest): Promise<CustomFieldView> {
    return this.rpc.forward(
      CUSTOM_FIELD_OWNERS[body.entityType],
      'customFields.create',
      { body },
      { writes: true },
    );
  }

  /** Get a custom field */
  @Get(':id')
  async get(@IdParam() id: string): Promise<CustomFieldView> {
    return (await this.find(id)).field;
  }

  /** Change label, options or whether it is required; name and type are fixed */
  @Patch(':id')
  async update(
    @IdParam() id: string,
    @Body() body: UpdateCustomFieldRequest,
    @IfMatch() ifMatch?: number,
  ): Promise<CustomFieldView> {
    const { owner } = await this.find(id);
    return this.rpc.forward(owner, 'customFields.update', { id, body, ifMatch }, { writes: true });
  }

  /** Remove a custom field; values that records hold stay stored */
  @Delete(':id')
  @HttpCode(204)
  async remove(@IdParam() id: string, @IfMatch() ifMatch?: number): Promise<void> {
    const { owner } = await this.find(id);
    await this.rpc.call(owner, 'customFields.remove', { id, ifMatch }, { writes: true });
  }

  /** History of a custom field */
  @Get(':id/history')
  @ApiWalk(HistoryEntryView)
  async history(
    @IdParam() id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page<HistoryEntryView>> {
    const { owner, field } = await this.find(id);
    return this.rpc.forward(
      owner,
      'history.list',
      historyQuery(`${field.entityType as CustomFieldEntityType}Field`, id, query),
    );
  }

  private async find(id: string): Promise<{ owner: ServiceName; field: CustomFieldView }> {
    for (const owner of OWNERS) {
      try {
        return { owner, field: await this.rpc.call<CustomFieldView>(owner, 'customFields.get', { id }) };
      } catch (error) {
        if (!(error instanceof DomainError && error.code === 'NOT_FOUND')) throw error;
      }
    }
    throw notFound('custom field', id);
  }
}
