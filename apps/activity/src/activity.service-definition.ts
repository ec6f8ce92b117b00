import type { ServiceDefinition } from '@relata/service';
import { ActivityEntity } from './activities/activity.entity';
import { ActivityModule } from './activity.module';
import { ListIndexes1764000000110 } from './migrations/1764000000110-list-indexes';
import { PendingLists1764000000113 } from './migrations/1764000000113-pending-lists';
import { TrashIndexes1764000000111 } from './migrations/1764000000111-trash-indexes';
import { WordsOfPeople1764000000112 } from './migrations/1764000000112-words-of-people';
import { ActivityTables1764000000100 } from './migrations/1764000000100-activity-tables';
import { TaskEntity } from './tasks/task.entity';

export const activityService: ServiceDefinition = {
  schema: {
    name: 'activity',
    entities: [ActivityEntity, TaskEntity],
    migrations: [
      ActivityTables1764000000100,
      ListIndexes1764000000110,
      TrashIndexes1764000000111,
      WordsOfPeople1764000000112,
      PendingLists1764000000113,
    ],
  },
  module: ActivityModule,
};
