import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  CreatePipelineRequest,
  CreateStageRequest,
  PipelineWithStagesView,
  UpdatePipelineRequest,
  UpdateStageRequest,
  type ListQuery,
  type Page,
} from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { IfMatch } from '../http/if-match';
import { ApiListQuery, ListParameters } from '../http/list-query';
import { ApiPageOf } from '../http/page-of';
import { IdParam } from '../http/id-param';

@ApiTags('Pipelines')
@ApiBearerAuth()
@Controller('v1/pipelines')
export class PipelinesRoutes {
  constructor(private readonly rpc: RpcClient) {}

  /** List pipelines with their stages */
  @Get()
  @ApiListQuery()
  @ApiPageOf(PipelineWithStagesView)
  list(@ListParameters() query: ListQuery): Promise<Page<PipelineWithStagesView>> {
    return this.rpc.forward('deal', 'pipelines.list', query);
  }

  /** Create a pipeline with its stages */
  @Post()
  create(@Body() body: CreatePipelineRequest): Promise<PipelineWithStagesView> {
    return this.rpc.forward('deal', 'pipelines.create', { body }, { writes: true });
  }

  /** Get a pipeline with its stages */
  @Get(':id')
  get(@IdParam() id: string): Promise<PipelineWithStagesView> {
    return this.rpc.forward('deal', 'pipelines.get', { id });
  }

  /** Rename a pipeline, or make it the default */
  @Patch(':id')
  update(
    @IdParam() id: string,
    @Body() body: UpdatePipelineRequest,
    @IfMatch() ifMatch?: number,
  ): Promise<PipelineWithStagesView> {
    return this.rpc.forward('deal', 'pipelines.update', { id, body, ifMatch }, { writes: true });
  }

  /** Delete a pipeline that has no deals */
  @Delete(':id')
  @HttpCode(204)
  async remove(@IdParam() id: string, @IfMatch() ifMatch?: number): Promise<void> {
    await this.rpc.call('deal', 'pipelines.remove', { id, ifMatch }, { writes: true });
  }

  /** Add a stage; answers the pipeline */
  @Post(':id/stages')
  addStage(@IdParam() id: string, @Body() body: CreateStageRequest): Promise<PipelineWithStagesView> {
    return this.rpc.forward('deal', 'pipelines.addStage', { id, body }, { writes: true });
  }

  /** Change a stage's label, probability or place; answers the pipeline */
  @Patch(':id/stages/:stageId')
  updateStage(
    @IdParam() id: string,
    @IdParam('stageId') stageId: string,
    @Body() body: UpdateStageRequest,
  ): Promise<PipelineWithStagesView> {
    return this.rpc.forward('deal', 'pipelines.updateStage', { id, stageId, body }, { writes: true });
  }

  /** Remove a stage that has no deals */
  @Delete(':id/stages/:stageId')
  @HttpCode(204)
  async removeStage(@IdParam() id: string, @IdParam('stageId') stageId: string): Promise<void> {
    await this.rpc.call('deal', 'pipelines.removeStage', { id, stageId }, { writes: true });
  }
}
