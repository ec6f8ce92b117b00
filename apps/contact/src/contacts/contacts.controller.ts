import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type {
  ChildrenPayload,
  ContactView,
  CreateContactRequest,
  CreatePayload,
  IdsPayload,
  ListQuery,
  MergeContactsRequest,
  Page,
  RecordPayload,
  UpdateContactRequest,
  WritePayload,
} from '@relata/contracts';
import { ContactMerge } from './contact-merge';
import { ContactsService } from './contacts.service';

@Controller()
export class ContactsController {
  constructor(
    private readonly contacts: ContactsService,
    private readonly contactMerge: ContactMerge,
  ) {}

  @MessagePattern('contacts.list')
  list(@Payload() query: ListQuery): Promise<Page<ContactView>> {
    return this.contacts.store.list(query);
  }

  @MessagePattern('contacts.get')
  get(@Payload() { id }: RecordPayload): Promise<ContactView> {
    return this.contacts.get(id);
  }

  @MessagePattern('contacts.getMany')
  getMany(@Payload() { ids }: IdsPayload): Promise<ContactView[]> {
    return this.contacts.store.views(ids);
  }

  @MessagePattern('contacts.childrenOf')
  childrenOf(@Payload() payload: ChildrenPayload): Promise<Record<string, ContactView[]>> {
    return this.contacts.store.childrenOf(payload);
  }

  @MessagePattern('contacts.create')
  create(@Payload() { body }: CreatePayload<CreateContactRequest>): Promise<ContactView> {
    return this.contacts.create(body);
  }

  @MessagePattern('contacts.update')
  update(@Payload() { id, body, ifMatch }: WritePayload<UpdateContactRequest>): Promise<ContactView> {
    return this.contacts.update(id, body, ifMatch);
  }

  @MessagePattern('contacts.remove')
  remove(@Payload() { id, ifMatch }: RecordPayload): Promise<void> {
    return this.contacts.remove(id, ifMatch);
  }

  @MessagePattern('contacts.restore')
  restore(@Payload() { id }: RecordPayload): Promise<ContactView> {
    return this.contacts.restore(id);
  }

  @MessagePattern('contacts.merge')
  merge(@Payload() { id, body }: WritePayload<MergeContactsRequest>): Promise<ContactView> {
    return this.contactMerge.merge(id, body.duplicateIds);
  }
}
