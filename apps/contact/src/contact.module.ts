import { Module } from '@nestjs/common';
import { AbandonedBatches } from './batches/abandoned-batches';
import { BatchCarrier } from './batches/batch-carrier';
import { BatchRecords } from './batches/batch-records';
import { BatchesAcrossController } from './batches/batches-across.controller';
import { CompanyImport } from './companies/company-import';
import { CompaniesController } from './companies/companies.controller';
import { CompaniesService } from './companies/companies.service';
import { ContactImport } from './contacts/contact-import';
import { ContactMerge } from './contacts/contact-merge';
import { ContactsController } from './contacts/contacts.controller';
import { ContactsService } from './contacts/contacts.service';
import { ReferencesController } from './references/references.controller';

@Module({
  controllers: [ContactsController, CompaniesController, BatchesAcrossController, ReferencesController],
  providers: [
    ContactsService,
    ContactImport,
    ContactMerge,
    CompaniesService,
    CompanyImport,
    BatchRecords,
    BatchCarrier,
    AbandonedBatches,
  ],
})
export class ContactModule {}
