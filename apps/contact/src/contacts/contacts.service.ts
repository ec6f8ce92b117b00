import { Injectable } from '@nestjs/common';
import {
  DomainError,
  notFound,
  type ContactView,
  type CreateContactRequest,
  type UpdateContactRequest,
} from '@relata/contracts';
import { BatchTargets, RecordStores, References, referenceClaims, type RecordStore } from '@relata/database';
import { ServiceConfig, currentContext } from '@relata/platform';
import { CompaniesService } from '../companies/companies.service';
import type { ContactEntity } from './contact.entity';
import { contactKind } from './contact.mapper';
import { newContact, updateContact, type ContactPolicy } from './contact.rules';

const MAX_MERGES = 10;

@Injectable()
export class ContactsService {
  readonly store: RecordStore<ContactEntity, ContactView>;
  readonly policy: ContactPolicy;

  constructor(
    stores: RecordStores,
    batches: BatchTargets,
    config: ServiceConfig,
    private readonly references: References,
    private readonly companies: CompaniesService,
  ) {
    this.store = stores.define(contactKind);
    this.policy = { emailRequired: config.contactEmailRequired };
    batches.add('contacts', this);
  }

  /** The contact; of a merged one, the survivor. */
  async get(id: string): Promise<ContactView> {
    return this.store.present(await this.ofSurvivor(id, (survivorId) => this.store.get(survivorId)));
  }

  async create(request: CreateContactRequest): Promise<ContactView> {
    const [contact] = await this.createMany([request]);
    return contact as ContactView;
  }

  /** Makes all, or none. */
  async createMany(requests: CreateContactRequest[]): Promise<ContactView[]> {
    for (const request of requests) this.store.access.requireWritable(request);
    const ownerId = currentContext().principal.id;
    const inputs = requests.map((request) => ({ ownerId, ...request }));
    const drafts = inputs.map((input) => ({ values: newContact(input, this.policy) }));
    await this.requireReferences(inputs);
    return (await this.store.createAll(drafts)).map((contact) => this.store.present(contact));
  }

  async update(id: string, request: UpdateContactRequest, ifMatch?: number): Promise<ContactView> {
    this.store.access.requireWritable(request);
    await this.requireReferences([request]);
    return this.ofSurvivor(id, async (survivorId) =>
      this.store.present(
        await this.store.change(survivorId, (contact) => updateContact(contact, request, this.policy), {
          ifMatch,
        }),
      ),
    );
  }

  async remove(id: string, ifMatch?: number): Promise<void> {
    await this.ofSurvivor(id, (survivorId) => this.store.remove(survivorId, { ifMatch }));
  }

  async restore(id: string): Promise<ContactView> {
    return this.store.present(await this.store.restore(await this.survivorId(id)));
  }

  /** Does `work` with the contact of that id or, when that is gone and was merged, with the survivor. */
  private async ofSurvivor<T>(id: string, work: (id: string) => Promise<T>): Promise<T> {
    try {
      return await work(id);
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'NOT_FOUND')) throw error;
      const survivorId = await this.survivorId(id);
      if (survivorId === id.toLowerCase()) throw error;
      return work(survivorId);
    }
  }

  /** Follows merges: the id of the contact that `id` is part of now. Throws NOT_FOUND. */
  async survivorId(id: string): Promise<string> {
    let current = id.toLowerCase();
    for (let merges = 0; merges < MAX_MERGES; merges++) {
      const [contact] = await this.store.getMany([current]);
      if (!contact) break;
      if (!contact.mergedIntoId) return contact.id;
      current = contact.mergedIntoId;
    }
    throw notFound('contact', id);
  }

  private async requireReferences(inputs: UpdateContactRequest[]): Promise<void> {
    await this.references.require(inputs.flatMap((input) => referenceClaims(input, { ownerId: 'user' })));
    await this.companies.require(inputs.flatMap(({ companyId }) => companyId ?? []));
    await this.store.learnReferences(inputs);
  }
}
