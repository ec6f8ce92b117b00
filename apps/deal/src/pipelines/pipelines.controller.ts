import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type {
  CreatePayload,
  CreatePipelineRequest,
  CreateStageRequest,
  ListQuery,
  Page,
  PipelineWithStagesView,
  RecordPayload,
  UpdatePipelineRequest,
  UpdateStageRequest,
  WritePayload,
} from '@relata/contracts';
import { PipelinesService } from './pipelines.service';

@Controller()
export class PipelinesController {
  constructor(private readonly pipelines: PipelinesService) {}

  @MessagePattern('pipelines.list')
  list(@Payload() query: ListQuery): Promise<Page<PipelineWithStagesView>> {
    return this.pipelines.list(query);
  }

  @MessagePattern('pipelines.get')
  get(@Payload() { id }: RecordPayload): Promise<PipelineWithStagesView> {
    return this.pipelines.get(id);
  }

  @MessagePattern('pipelines.create')
  create(@Payload() { body }: CreatePayload<CreatePipelineRequest>): Promise<PipelineWithStagesView> {
    return this.pipelines.create(body);
  }

  @MessagePattern('pipelines.update')
  update(
    @Payload() { id, body, ifMatch }: WritePayload<UpdatePipelineRequest>,
  ): Promise<PipelineWithStagesView> {
    return this.pipelines.update(id, body, ifMatch);
  }

  @MessagePattern('pipelines.remove')
  remove(@Payload() { id, ifMatch }: RecordPayload): Promise<void> {
    return this.pipelines.remove(id, ifMatch);
  }

  @MessagePattern('pipelines.addStage')
  addStage(@Payload() { id, body }: WritePayload<CreateStageRequest>): Promise<PipelineWithStagesView> {
    return this.pipelines.addStage(id, body);
  }

  @MessagePattern('pipelines.updateStage')
  updateStage(
    @Payload() payload: WritePayload<UpdateStageRequest> & { stageId: string },
  ): Promise<PipelineWithStagesView> {
    return this.pipelines.updateStage(payload.id, payload.stageId, payload.body);
  }

  @MessagePattern('pipelines.removeStage')
  removeStage(@Payload() { id, stageId }: RecordPayload & { stageId: string }): Promise<void> {
    return this.pipelines.removeStage(id, stageId);
  }
}
