import { Module } from '@nestjs/common';
import { CompaniesController } from './companies/companies.controller';
import { CompaniesService } from './companies/companies.service';
import { ContactMerge } from './contacts/contact-merge';
import { ContactsController } from './contacts/contacts.controller';
import { ContactsService } from './contacts/contacts.service';
import { ReferencesController } from './references/references.controller';

@Module({
  controllers: [ContactsController, CompaniesController, ReferencesController],
  providers: [ContactsService, ContactMerge, CompaniesService],
})
export class ContactModule {}
