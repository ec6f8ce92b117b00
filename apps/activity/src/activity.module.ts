import { Module } from '@nestjs/common';
import { ActivitiesController } from './activities/activities.controller';
import { ActivitiesService } from './activities/activities.service';
import { ActivityImport } from './activities/activity-import';
import { SystemActivitiesController } from './activities/system-activities.controller';
import { BatchPartsController } from './batches/batch-parts.controller';
import { ReferencesController } from './references/references.controller';
import { TaskImport } from './tasks/task-import';
import { TasksController } from './tasks/tasks.controller';
import { TasksService } from './tasks/tasks.service';
import { TimelineController } from './timeline/timeline.controller';
import { TimelineService } from './timeline/timeline.service';

@Module({
  controllers: [
    BatchPartsController,
    ActivitiesController,
    SystemActivitiesController,
    TasksController,
    TimelineController,
    ReferencesController,
  ],
  providers: [ActivitiesService, ActivityImport, TasksService, TaskImport, TimelineService],
})
export class ActivityModule {}
