import type { ServiceDefinition } from '@relata/service';
import { BatchEntity } from './batches/batch.entity';
import { CompanyEntity } from './companies/company.entity';
import { ContactModule } from './contact.module';
import { ContactEntity } from './contacts/contact.entity';
import { ListIndexes1764000000110 } from './migrations/1764000000110-list-indexes';
import { PendingLists1764000000113 } from './migrations/1764000000113-pending-lists';
import { TrashIndexes1764000000111 } from './migrations/1764000000111-trash-indexes';
import { ContactTables1764000000100 } from './migrations/1764000000100-contact-tables';
import { Tags1764000000101 } from './migrations/1764000000101-tags';
import { Batches1764000000112 } from './migrations/1764000000112-batches';

export const contactService: ServiceDefinition = {
  schema: {
    name: 'contact',
    entities: [ContactEntity, CompanyEntity, BatchEntity],
    migrations: [
      ContactTables1764000000100,
      Tags1764000000101,
      ListIndexes1764000000110,
      TrashIndexes1764000000111,
      Batches1764000000112,
      PendingLists1764000000113,
    ],
  },
  module: ContactModule,
};
