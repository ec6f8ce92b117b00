import { runService } from '@relata/service';
import { contactService } from './src/contact.service-definition';

void runService(contactService);
