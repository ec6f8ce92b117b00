import { Module } from '@nestjs/common';
import { CompanyImport } from './companies/company-import';
import { CompaniesController } from './companies/companies.controller';
import { CompaniesService } from './companies/companies.service';
import { ContactImport } from './contacts/contact-import';
import { ContactMerge } from './contacts/contact-merge';
import { ContactsController } from './contacts/contacts.controller';
import { ContactsService } from './contacts/contacts.service';
import { ReferencesController } from './references/references.controller';

@Module({
  controllers: [ContactsController, CompaniesController, ReferencesController],
  providers: [ContactsService, ContactImport, ContactMerge, CompaniesService, CompanyImport],
})
export class ContactModule {}
