import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type {
  CreatePayload,
  ListQuery,
  Page,
  RecordPayload,
  SavedView,
  SavedViewValues,
  WritePayload,
} from '@relata/contracts';
import { SavedViewsService } from './saved-views.service';

/** Every service keeps the views of its own records. */
@Controller()
export class SavedViewsController {
  constructor(private readonly views: SavedViewsService) {}

  @MessagePattern('views.list')
  list(@Payload() query: ListQuery): Promise<Page<SavedView>> {
    return this.views.list(query);
  }

  @MessagePattern('views.get')
  get(@Payload() { id }: RecordPayload): Promise<SavedView> {
    return this.views.get(id);
  }

  @MessagePattern('views.create')
  create(@Payload() { body }: CreatePayload<SavedViewValues>): Promise<SavedView> {
    return this.views.create(body);
  }

  @MessagePattern('views.update')
  update(@Payload() { id, body, ifMatch }: WritePayload<Partial<SavedViewValues>>): Promise<SavedView> {
    return this.views.update(id, body, ifMatch);
  }

  @MessagePattern('views.remove')
  remove(@Payload() { id, ifMatch }: RecordPayload): Promise<void> {
    return this.views.remove(id, ifMatch);
  }

  @MessagePattern('views.restore')
  restore(@Payload() { id }: RecordPayload): Promise<SavedView> {
    return this.views.restore(id);
  }
}
