import { runService } from '@relata/service';
import { activityService } from './src/activity.service-definition';

void runService(activityService);
