import type { CompanyView, ContactView } from '@relata/contracts';
import { toReference, type Change } from '@relata/database';
import { companyKind } from '../../apps/contact/src/companies/company.mapper';
import type { CompanyEntity } from '../../apps/contact/src/companies/company.entity';
import { contactKind } from '../../apps/contact/src/contacts/contact.mapper';
import type { ContactEntity } from '../../apps/contact/src/contacts/contact.entity';
import * as words from './words';
import { RecordWriter, type Step, type WrittenEvent } from './record-writer';
import type { Person, World } from './world';

export interface Customer {
  id: string;
  domain: string;
  owner: Person;
}
export interface Contact {
  id: string;
  company: Customer | null;
  owner: Person;
}

/** Letters of the alphabet alone. */
function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();
}

/** Companies, and the people who work there. */
export class Customers {
  readonly companies: Customer[] = [];
  readonly contacts: Contact[] = [];
  private readonly companyWriter: RecordWriter<CompanyEntity, CompanyView>;
  private readonly contactWriter: RecordWriter<ContactEntity, ContactView>;

  constructor(private readonly world: World) {
    const { loads, chance } = world;
    this.companyWriter = new RecordWriter(companyKind, 'company', loads.contact, chance);
    this.contactWriter = new RecordWriter(contactKind, 'contact', loads.contact, chance);
  }

  addCompany(day: number): void {
    const { chance } = this.world;
    const number = this.companies.length;
    const owner = this.world.anybody();
    const stem = chance.pick(words.COMPANY_BEGINNINGS) + chance.pick(words.COMPANY_MIDDLES);
    const domain = `${stem.toLowerCase()}-${number.toString(36)}.example`;
    const [city, country] = chance.pickEarly(words.PLACES);
    const employeeCount = chance.unless(0.2, () => 1 + Math.floor(10 ** (chance.next() * 4)));
    const { view } = this.companyWriter.write(
      {
        name: `${stem} ${chance.pickEarly(words.COMPANY_ENDINGS)}`,
        domain: chance.unless(0.1, () => domain),
        website: `https://${domain}`,
        industry: chance.unless(0.12, () => chance.pickEarly(words.INDUSTRIES)),
        employeeCount,
        annualRevenue:
          employeeCount === null ? null : String(employeeCount * chance.between(60, 260) * 1_000),
        ...this.telephone(0.3, 'phone'),
        city,
        country,
        tags: this.tags(),
        ownerId: owner.id,
        customFields: chance.isLikely(0.5) ? { region: country } : {},
      },
      this.world.time(day, 6, 8),
      owner,
    );
    this.world.refer(['deal', 'activity', 'reporting'], toReference('company', view));
    this.companies.push({ id: view.id, domain, owner });
  }

  /** Answers what its creation tells of. */
  addContact(day: number): WrittenEvent {
    const { chance } = this.world;
    const number = this.contacts.length;
    const company = chance.unless(
      0.25,
      () => this.companies[chance.slanted(this.companies.length, 1.4)] as Customer,
    );
    const owner = company && chance.isLikely(0.8) ? company.owner : this.world.anybody();
    const firstName = chance.unless(0.03, () => chance.pickEarly(words.FIRST_NAMES, 1.2));
    const lastName = chance.pickEarly(words.LAST_NAMES, 1.2);
    const domain = company?.domain ?? 'mail.example';
    const [city, country] = chance.pickEarly(words.PLACES);
    const at = this.world.time(day, 8, 11);
    const { view, events } = this.contactWriter.write(
      {
        firstName,
        lastName,
        email: chance.unless(
          0.03,
          () => `${slug(firstName ?? 'info')}.${slug(lastName)}.${number.toString(36)}@${domain}`,
        ),
        secondaryEmails: [],
        ...this.telephone(0.4, 'phone'),
        ...this.telephone(0.8, 'mobile'),
        title: chance.unless(0.2, () => chance.pickEarly(words.TITLES)),
        department: chance.unless(0.7, () => chance.pickEarly(words.DEPARTMENTS)),
        city: chance.unless(0.4, () => city),
        country,
        leadSource: chance.unless(0.4, () => chance.pickEarly(words.LEAD_SOURCES)),
        leadStatus: chance.unless(0.3, () => chance.pickEarly(words.LEAD_STATUSES)),
        lifecycleStage: chance.pickEarly(words.LIFECYCLE_STAGES),
        companyId: company?.id ?? null,
        ownerId: owner.id,
        tags: this.tags(),
        externalKeys: chance.isLikely(0.2) ? [{ system: 'legacy', key: `C-${number}` }] : [],
        customFields: this.contactFields(),
      },
      at,
      owner,
      this.contactSteps(at, owner),
    );
    this.world.refer(['deal', 'activity'], toReference('contact', view));
    if (view.deletedAt === null)
      this.contacts.push({
        id: view.id,
        company,
        owner: this.world.people.find(({ id }) => id === view.ownerId) ?? owner,
      });
    return events[0] as WrittenEvent;
  }

  private contactSteps(at: number, by: Person): Step<ContactEntity>[] {
    const { chance } = this.world;
    const steps: Step<ContactEntity>[] = [];
    const add = (likely: number, fromDays: number, set: () => Partial<ContactEntity>) => {
      const since = steps.at(-1)?.at ?? at;
      const when = chance.isLikely(likely) ? this.world.later(since, fromDays, 200) : undefined;
      if (when === undefined) return;
      const made = set();
      const event = made.deletedAt === undefined ? 'contact.updated' : 'contact.deleted';
      steps.push({ at: when, by, changes: (): Change<ContactEntity>[] => [{ event, set: made }] });
      if (made.deletedAt !== undefined) made.deletedAt = new Date(when);
    };
    add(0.06, 1, () => ({
      leadStatus: chance.pick(words.LEAD_STATUSES),
      lifecycleStage: chance.pick(words.LIFECYCLE_STAGES),
    }));
    add(0.02, 5, () => ({ ownerId: this.world.anybody().id }));
    add(0.002, 1, () => {
      const reader = this.world.anybody();
      return { readerIds: [chance.isLikely(0.5) && reader.teamId ? reader.teamId : reader.id] };
    });
    add(0.02, 20, () => ({ deletedAt: new Date() }));
    return steps;
  }

  private contactFields(): Record<string, unknown> {
    const { chance } = this.world;
    return {
      ...(chance.isLikely(0.4) ? { tier: chance.pickEarly(['bronze', 'silver', 'gold']) } : {}),
      ...(chance.isLikely(0.3) ? { score: chance.between(0, 100) } : {}),
      ...(chance.isLikely(0.1)
        ? {
            birthday: new Date(Date.UTC(1955, 0, 1) + chance.between(0, 18_000) * 86_400_000)
              .toISOString()
              .slice(0, 10),
          }
        : {}),
    };
  }

  private tags(): string[] {
    const { chance } = this.world;
    const count = chance.isLikely(0.4) ? 0 : chance.between(1, 3);
    return [...new Set(Array.from({ length: count }, () => chance.pickEarly(words.TAGS, 2)))];
  }

  /** A telephone number in its two forms, or, that often, none. */
  private telephone<N extends 'phone' | 'mobile'>(none: number, name: N) {
    const number = this.world.chance.unless(none, () => this.world.chance.between(2_000_000, 9_999_999));
    const text = number === null ? null : `+49 30 ${number}`;
    return { [name]: text, [`${name}E164`]: text?.replaceAll(' ', '') ?? null } as Record<
      N | `${N}E164`,
      string | null
    >;
  }
}
