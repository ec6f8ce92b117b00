import { runService } from '@relata/service';
import { dealService } from './src/deal.service-definition';

void runService(dealService);
