import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  CreateApiKeyRequest,
  CreatedApiKeyView,
  UsedApiKeyView,
  type ListQuery,
  type Page,
} from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { ApiListQuery, ListParameters } from '../http/list-query';
import { ApiPageOf } from '../http/page-of';
import { IdParam } from '../http/id-param';

@ApiTags('API keys')
@ApiBearerAuth()
@Controller('v1/api-keys')
export class ApiKeysRoutes {
  constructor(private readonly rpc: RpcClient) {}

  /** List API keys; never the keys themselves */
  @Get()
  @ApiListQuery()
  @ApiPageOf(UsedApiKeyView)
  list(@ListParameters() query: ListQuery): Promise<Page<UsedApiKeyView>> {
    return this.rpc.forward('identity', 'apiKeys.list', query);
  }

  /** Create an API key; this answer alone shows it */
  @Post()
  create(@Body() body: CreateApiKeyRequest): Promise<CreatedApiKeyView> {
    return this.rpc.forward('identity', 'apiKeys.create', { body }, { writes: true });
  }

  /** Get an API key's description */
  @Get(':id')
  get(@IdParam() id: string): Promise<UsedApiKeyView> {
    return this.rpc.forward('identity', 'apiKeys.get', { id });
  }

  /** Revoke an API key; every gateway refuses it within a second */
  @Delete(':id')
  @HttpCode(204)
  async remove(@IdParam() id: string): Promise<void> {
    await this.rpc.call('identity', 'apiKeys.remove', { id }, { writes: true });
  }
}
