import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type {
  CreateCustomFieldRequest,
  CreatePayload,
  CustomFieldView,
  RecordPayload,
  UpdateCustomFieldRequest,
  WritePayload,
} from '@relata/contracts';
import { CustomFieldDefinitions } from './custom-field-definitions';

/** Every service answers for the custom fields of its own records. */
@Controller()
export class CustomFieldsController {
  constructor(private readonly definitions: CustomFieldDefinitions) {}

  @MessagePattern('customFields.list')
  list(): Promise<CustomFieldView[]> {
    return this.definitions.list();
  }

  @MessagePattern('customFields.get')
  get(@Payload() { id }: RecordPayload): Promise<CustomFieldView> {
    return this.definitions.get(id);
  }

  @MessagePattern('customFields.create')
  create(@Payload() { body }: CreatePayload<CreateCustomFieldRequest>): Promise<CustomFieldView> {
    return this.definitions.create(body);
  }

  @MessagePattern('customFields.update')
  update(@Payload() { id, body, ifMatch }: WritePayload<UpdateCustomFieldRequest>): Promise<CustomFieldView> {
    return this.definitions.update(id, body, ifMatch);
  }

  @MessagePattern('customFields.remove')
  remove(@Payload() { id, ifMatch }: RecordPayload): Promise<void> {
    return this.definitions.remove(id, ifMatch);
  }
}
