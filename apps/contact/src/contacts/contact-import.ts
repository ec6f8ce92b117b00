import { Injectable } from '@nestjs/common';
import { CreateContactRequest } from '@relata/contracts';
import {
  ImportTargets,
  type Change,
  type Draft,
  type ImportHistory,
  type ImportTarget,
} from '@relata/database';
import type { ContactEntity } from './contact.entity';
import { newContact, updateContact } from './contact.rules';
import { ContactsService } from './contacts.service';

/** Contacts from a file, recognised by external id or e-mail. */
@Injectable()
export class ContactImport implements ImportTarget<ContactEntity> {
  readonly resource = 'contacts';
  readonly store;
  readonly request = CreateContactRequest;
  readonly fields = {
    firstName: 'text',
    lastName: 'text',
    email: 'text',
    phone: 'text',
    mobile: 'text',
    title: 'text',
    department: 'text',
    addressLine1: 'text',
    addressLine2: 'text',
    city: 'text',
    state: 'text',
    postalCode: 'text',
    country: 'text',
    leadSource: 'text',
    leadStatus: 'text',
    lifecycleStage: 'text',
  } as const;
  readonly references = {
    owner: { type: 'user', field: 'ownerId' },
    company: { type: 'company', field: 'companyId' },
  } as const;
  readonly sideEffects = ['secondaryEmails'];
  readonly matchBy = { field: 'email', by: 'email' } as const;

  constructor(
    targets: ImportTargets,
    private readonly contacts: ContactsService,
  ) {
    this.store = contacts.store;
    targets.add(this);
  }

  defaults(_row: object, callerId: string | null): Record<string, unknown> {
    return { ownerId: callerId };
  }

  create(input: Record<string, unknown>, { createdAt }: ImportHistory): Draft<ContactEntity> {
    const values = newContact(input, this.contacts.policy);
    return { values, ...(createdAt ? { createdAt } : {}) };
  }

  update(contact: ContactEntity, input: Record<string, unknown>): Change<ContactEntity>[] {
    return updateContact(contact, input, this.contacts.policy);
  }
}
