import { runService } from '@relata/service';
import { reportingService } from './src/reporting.service-definition';

void runService(reportingService);
