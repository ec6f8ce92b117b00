import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Rights, invalid, notFound, type ContactView } from '@relata/contracts';
import { CustomFields, type Move } from '@relata/database';
import { EventLog } from '@relata/messaging';
import { currentContext, runInContext } from '@relata/platform';
import { CompaniesService } from '../companies/companies.service';
import { ContactsService } from './contacts.service';
import { mergedContact } from './contact.rules';

const MERGE = { action: 'merge' } as const;

/** Makes one contact of several, in one transaction; other services follow by `contact.merged` and `contact.absorbed`. */
@Injectable()
export class ContactMerge {
  constructor(
    private readonly eventLog: EventLog,
    private readonly contacts: ContactsService,
    private readonly companies: CompaniesService,
    private readonly customFields: CustomFields,
  ) {}

  /** Answers the survivor. Throws NOT_FOUND, FORBIDDEN, VALIDATION_FAILED. */
  async merge(primaryId: string, duplicateIds: string[]): Promise<ContactView> {
    const ids = [...new Set(duplicateIds.map((id) => id.toLowerCase()))];
    const survivorId = await this.contacts.survivorId(primaryId);
    if (ids.includes(survivorId))
      throw invalid('/duplicateIds', 'self', 'A contact cannot be merged into itself.');
    const { store } = this.contacts;
    return this.eventLog.transaction(async (manager) => {
      const locked = await store.lockMany(manager, [survivorId, ...ids], 'merge');
      const find = (id: string) => {
        const contact = locked.get(id);
        if (!contact || contact.deletedAt) throw notFound('contact', id);
        return contact;
      };
      const primary = find(survivorId);
      const duplicates = ids.map(find);
      // The duplicates let go of their unique values before the survivor takes them.
      for (const duplicate of duplicates) {
        await store.changeIn(
          manager,
          duplicate.id,
          (_, now) => [
            {
              event: 'contact.absorbed',
              set: { mergedIntoId: survivorId, deletedAt: now },
              details: { survivorId },
            },
          ],
          MERGE,
        );
      }
      const known = (await this.customFields.definitions(manager, 'contact')).map((field) => field.fieldName);
      const survivor = await store.changeIn(
        manager,
        survivorId,
        () => [
          {
            event: 'contact.merged',
            set: mergedContact(primary, duplicates, known),
            details: { duplicateIds: ids },
          },
        ],
        // What the duplicates had may be kept, though nobody could write it any more.
        { ...MERGE, isOwnWork: true },
      );
      // Whoever may merge need not reach all that points at what he merges.
      const moves = ids.map((from) => ({ from, to: survivorId, context: currentContext() }));
      await runInContext(currentContext(), () => this.repoint(manager, moves), Rights.EVERYTHING);
      return store.present((await store.getMany([survivorId], manager))[0] ?? survivor);
    });
  }

  /** Custom fields of this service's records that point at contacts; other services follow by `contact.absorbed`. */
  private async repoint(manager: EntityManager, moves: Move[]): Promise<void> {
    await this.contacts.store.repoint(manager, moves);
    await this.companies.store.repoint(manager, moves);
  }
}
