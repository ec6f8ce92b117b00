import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  TaskView,
  CreateTaskRequest,
  HistoryEntryView,
  UpdateTaskRequest,
  type ListQuery,
  type Page,
} from '@relata/contracts';
import { RpcClient } from '@relata/messaging';
import { historyQuery } from '../http/history';
import { ApiWalk } from '../http/walk';
import { IfMatch } from '../http/if-match';
import { ApiInclude } from '../includes/api-include';
import { ApiListQuery, ListParameters } from '../http/list-query';
import { ApiPageOf } from '../http/page-of';
import { ApiAsOf, AsOf } from '../as-of/as-of';
import { SparseFields } from '../http/sparse-fields';
import { Includes } from '../includes/includes';
import { IdParam } from '../http/id-param';
import { LIST_EXTRAS, RecordLists, type ListExtras } from '../lists/record-lists';
import { ApiView } from '../views/views';

const INCLUDES = ['contact', 'company', 'deal'] as const;

@ApiTags('Tasks')
@ApiBearerAuth()
@Controller('v1/tasks')
export class TasksRoutes {
  constructor(
    private readonly rpc: RpcClient,
    private readonly includes: Includes,
    private readonly asOf: AsOf,
    private readonly lists: RecordLists,
  ) {}

  /** List tasks */
  @Get()
  @ApiListQuery()
  @ApiInclude(INCLUDES)
  @ApiAsOf()
  @ApiView()
  @SparseFields('task')
  @ApiPageOf(TaskView)
  list(@ListParameters(LIST_EXTRAS) query: ListQuery, @Query() extras: ListExtras): Promise<Page<TaskView>> {
    return this.lists.page('tasks', query, extras);
  }

  /** Create a task */
  @Post()
  create(@Body() body: CreateTaskRequest): Promise<TaskView> {
    return this.rpc.forward('activity', 'tasks.create', { body }, { writes: true });
  }

  /** Get a task */
  @Get(':id')
  @ApiInclude(INCLUDES)
  @ApiAsOf()
  @SparseFields('task')
  async get(
    @IdParam() id: string,
    @Query('include') include?: string,
    @Query('asOf') asOf?: string,
  ): Promise<TaskView> {
    const wanted = this.includes.parse(include, INCLUDES);
    const task = await this.asOf.get<TaskView>('tasks', id, asOf, include);
    return this.includes.joinOne('task', task, wanted);
  }

  /** Change a task; absent fields stay, null clears */
  @Patch(':id')
  update(
    @IdParam() id: string,
    @Body() body: UpdateTaskRequest,
    @IfMatch() ifMatch?: number,
  ): Promise<TaskView> {
    return this.rpc.forward('activity', 'tasks.update', { id, body, ifMatch }, { writes: true });
  }

  /** Delete a task; it can be restored */
  @Delete(':id')
  @HttpCode(204)
  async remove(@IdParam() id: string, @IfMatch() ifMatch?: number): Promise<void> {
    await this.rpc.call('activity', 'tasks.remove', { id, ifMatch }, { writes: true });
  }

  /** Complete a task */
  @Post(':id/complete')
  @HttpCode(200)
  complete(@IdParam() id: string, @IfMatch() ifMatch?: number): Promise<TaskView> {
    return this.rpc.forward('activity', 'tasks.complete', { id, ifMatch }, { writes: true });
  }

  /** Bring a deleted task back */
  @Post(':id/restore')
  @HttpCode(200)
  restore(@IdParam() id: string): Promise<TaskView> {
    return this.rpc.forward('activity', 'tasks.restore', { id }, { writes: true });
  }

  /** History of a task: before and after of every field, who and when */
  @Get(':id/history')
  @ApiWalk(HistoryEntryView)
  history(@IdParam() id: string, @Query() query: Record<string, unknown>): Promise<Page<HistoryEntryView>> {
    return this.rpc.forward('activity', 'history.list', historyQuery('task', id, query));
  }
}
