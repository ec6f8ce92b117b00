import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { ImportErrorView, ImportOptionsRequest, ImportView, RecordPayload } from '@relata/contracts';
import { ImportsService } from './imports.service';

/** Every service imports its own records. */
@Controller()
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @MessagePattern('imports.create')
  create(
    @Payload() { options, fileName }: { options: ImportOptionsRequest; fileName: string | null },
  ): Promise<ImportView> {
    return this.imports.create(options, fileName);
  }

  @MessagePattern('imports.append')
  append(@Payload() { id, position, data }: { id: string; position: number; data: string }): Promise<void> {
    return this.imports.append(id, position, data);
  }

  @MessagePattern('imports.start')
  start(
    @Payload() { id, fileHash = null }: RecordPayload & { fileHash?: string | null },
  ): Promise<ImportView> {
    return this.imports.start(id, fileHash);
  }

  @MessagePattern('imports.list')
  list(@Payload() { limit }: { limit: number }): Promise<ImportView[]> {
    return this.imports.list(limit);
  }

  @MessagePattern('imports.get')
  get(@Payload() { id }: RecordPayload): Promise<ImportView> {
    return this.imports.get(id);
  }

  @MessagePattern('imports.errors')
  errors(
    @Payload() { id, afterRow, limit }: { id: string; afterRow: number; limit: number },
  ): Promise<ImportErrorView[]> {
    return this.imports.errors(id, afterRow, limit);
  }

  @MessagePattern('imports.cancel')
  cancel(@Payload() { id }: RecordPayload): Promise<ImportView> {
    return this.imports.cancel(id);
  }

  @MessagePattern('imports.undo')
  undo(@Payload() { id }: RecordPayload): Promise<ImportView> {
    return this.imports.undo(id);
  }
}
