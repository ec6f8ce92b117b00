import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type {
  CreatePayload,
  ExportPlan,
  ExportView,
  ListQuery,
  Page,
  RecordPayload,
} from '@relata/contracts';
import { ExportsService } from './exports.service';

/** Every service exports its own records. */
@Controller()
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @MessagePattern('exports.create')
  create(@Payload() { body }: CreatePayload<ExportPlan>): Promise<ExportView> {
    return this.exports.create(body);
  }

  @MessagePattern('exports.list')
  list(@Payload() query: ListQuery): Promise<Page<ExportView>> {
    return this.exports.list(query);
  }

  @MessagePattern('exports.get')
  get(@Payload() { id }: RecordPayload): Promise<ExportView> {
    return this.exports.get(id);
  }

  @MessagePattern('exports.chunk')
  chunk(@Payload() { id, position }: { id: string; position: number }): Promise<{ data: string } | null> {
    return this.exports.chunk(id, position);
  }

  @MessagePattern('exports.remove')
  remove(@Payload() { id }: RecordPayload): Promise<void> {
    return this.exports.remove(id);
  }
}
