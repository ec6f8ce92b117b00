import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type {
  CreateApiKeyRequest,
  CreatePayload,
  CreatedApiKeyView,
  ListQuery,
  Page,
  RecordPayload,
  UsedApiKeyView,
} from '@relata/contracts';
import { ApiKeysService } from './api-keys.service';

@Controller()
export class ApiKeysController {
  constructor(private readonly apiKeys: ApiKeysService) {}

  @MessagePattern('apiKeys.list')
  list(@Payload() query: ListQuery): Promise<Page<UsedApiKeyView>> {
    return this.apiKeys.list(query);
  }

  @MessagePattern('apiKeys.get')
  get(@Payload() { id }: RecordPayload): Promise<UsedApiKeyView> {
    return this.apiKeys.get(id);
  }

  @MessagePattern('apiKeys.create')
  create(@Payload() { body }: CreatePayload<CreateApiKeyRequest>): Promise<CreatedApiKeyView> {
    return this.apiKeys.create(body);
  }

  @MessagePattern('apiKeys.remove')
  remove(@Payload() { id }: RecordPayload): Promise<void> {
    return this.apiKeys.revoke(id);
  }
}
