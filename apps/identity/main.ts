import { runService } from '@relata/service';
import { identityService } from './src/identity.service-definition';

void runService(identityService);
