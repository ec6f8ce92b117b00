import * as words from './demo-words';
import { Random } from './random';

/** Rows of one resource; the columns are named as the fields that they are imported into. */
export type Table = Record<string, string | number | undefined>[];
export type DemoHistory = Record<
  'users' | 'companies' | 'contacts' | 'deals' | 'activities' | 'tasks',
  Table
>;

const SEED = 20_261_123;
const DAYS = 730;
const COMPANIES = 60;
const CONTACTS = 250;
const DAY_MS = 86_400_000;
/** A deal that is longer on its way than this part of its time has come so far. */
const STAGES = [
  [0.8, 'negotiation'],
  [0.5, 'proposal'],
  [0.2, 'needs_analysis'],
  [0, 'qualification'],
] as const;

interface Customer {
  id: string;
  name: string;
  domain: string;
  region: words.Region;
  owner: string;
  /** Days from the beginning of the history. */
  since: number;
}
interface Person {
  id: string;
  company: Customer;
  since: number;
}
interface Sale {
  id: string;
  person: Person;
  owner: string;
  /** Day on which it began, and on which it ended or will. */
  from: number;
  to: number;
  outcome: 'won' | 'lost' | undefined;
}

/**
 * Two years of a company that grows, ending on the day before `until` (`YYYY-MM-DD`): the same for the same day.
 * Fewer deals are the first ones of many.
 */
export function demoHistory(until: string, deals: number): DemoHistory {
  const begin = Date.parse(until) - DAYS * DAY_MS;
  const at = (day: number, hour: number) => new Date(begin + day * DAY_MS + hour * 3_600_000).toISOString();
  const date = (day: number) => at(day, 0).slice(0, 10);

  const customers = numbered(COMPANIES, (number) => customer(number));
  const people = numbered(CONTACTS, (number) => person(number, customers));
  const history: DemoHistory = {
    users: words.REGIONS.flatMap(({ team, sellers }) =>
      sellers.map((name) => ({
        externalId: sellerId(name),
        name,
        email: `${sellerId(name)}@relata.example`,
        team,
        createdAt: at(0, 8),
      })),
    ),
    companies: customers.map((one, index) => companyRow(one, index, at)),
    contacts: people.map((one, index) => contactRow(one, index, at)),
    deals: [],
    activities: [],
    tasks: [],
  };
  for (let number = 1; number <= deals; number++) {
    const random = new Random(SEED + 30_000 + number);
    const sold = random.pick(words.PRODUCTS);
    const one = sale(number, sold, people, random);
    history.deals.push(dealRow(one, sold, random, at, date));
    history.activities.push(...activityRows(one, random, at));
    history.tasks.push(...taskRows(one, random, at, date));
  }
  return history;
}

type At = (day: number, hour: number) => string;

function numbered<T>(count: number, make: (number: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}

function sellerId(name: string): string {
  return name.toLowerCase().replaceAll(' ', '.');
}

function customer(number: number): Customer {
  const random = new Random(SEED + 10_000 + number);
  const { NAME_BEGINNINGS, NAME_MIDDLES, NAME_ENDINGS } = words;
  // Two words that no two of the companies share.
  const beginning = NAME_BEGINNINGS[number % NAME_BEGINNINGS.length] ?? '';
  const middle = NAME_MIDDLES[Math.floor(number / NAME_BEGINNINGS.length) % NAME_MIDDLES.length] ?? '';
  const region = random.pick(words.REGIONS);
  return {
    id: `C-${number}`,
    name: `${beginning}${middle} ${random.pick(NAME_ENDINGS)}`,
    domain: `${(beginning + middle).toLowerCase()}.example`,
    region,
    owner: sellerId(random.pick(region.sellers)),
    since: Math.floor(0.8 * DAYS * ((number - 1) / COMPANIES) ** 1.4),
  };
}

function person(number: number, customers: Customer[]): Person {
  const random = new Random(SEED + 20_000 + number);
  // Every company has somebody from its first day.
  const first = customers[number - 1];
  const company = first ?? random.pick(customers);
  const since = first ? company.since : Math.min(DAYS - 1, company.since + random.between(0, 300));
  return { id: `P-${number}`, company, since };
}

function sale(
  number: number,
  { days, appeal }: (typeof words.PRODUCTS)[number],
  people: Person[],
  random: Random,
): Sale {
  // Later days are likelier, and weekends are free (day 0 may be any day of the week; that is near enough).
  const drawn = Math.floor(DAYS * random.next() ** 0.7);
  const from = drawn % 7 > 4 ? drawn - (drawn % 7) + 4 : drawn;
  const known = people.filter((one) => one.since <= from);
  const buyer = random.pick(known);
  const { sellers } = buyer.company.region;
  const owner = random.isLikely(0.85) ? buyer.company.owner : sellerId(random.pick(sellers));
  // Some sellers are better than others.
  const skill = ((owner.length % 5) - 2) * 0.04;
  const to = from + Math.max(3, Math.round(days * (0.4 + 1.4 * random.next())));
  const isWon = random.isLikely(0.52 + appeal + skill);
  return {
    id: `D-${number}`,
    person: buyer,
    owner,
    from,
    to,
    outcome: to >= DAYS ? undefined : isWon ? 'won' : 'lost',
  };
}

function companyRow({ id, name, domain, region, owner, since }: Customer, index: number, at: At) {
  const random = new Random(SEED + 40_000 + index);
  const employeeCount = random.between(2, 60) * random.between(5, 40);
  return {
    externalId: id,
    name,
    domain,
    website: `https://${domain}`,
    industry: random.pick(words.INDUSTRIES),
    employeeCount,
    annualRevenue: employeeCount * random.between(80, 260) * 1000,
    ...random.pick(region.places),
    'owner.externalId': owner,
    createdAt: at(since, 9),
  };
}

function contactRow({ id, company, since }: Person, index: number, at: At) {
  const random = new Random(SEED + 50_000 + index);
  // No two of a company share both names, as each has a first name of its own.
  const firstName = words.FIRST_NAMES[index % words.FIRST_NAMES.length] ?? '';
  const lastName = random.pick(words.LAST_NAMES);
  return {
    externalId: id,
    firstName,
    lastName,
    email: `${ascii(firstName)}.${ascii(lastName)}.${index + 1}@${company.domain}`,
    phone: `${company.region.phone}${random.between(10, 99)}`,
    ...random.pick(words.POSITIONS),
    leadSource: random.pick(words.LEAD_SOURCES),
    lifecycleStage: random.isLikely(0.6) ? 'customer' : 'lead',
    'company.externalId': company.id,
    'owner.externalId': company.owner,
    createdAt: at(since, 10),
  };
}

function dealRow(
  { id, person: { id: contact, company }, owner, from, to, outcome }: Sale,
  { name, price, seats }: (typeof words.PRODUCTS)[number],
  random: Random,
  at: At,
  date: (day: number) => string,
) {
  const progress = (DAYS - from) / (to - from);
  const stage = outcome ? `closed_${outcome}` : STAGES.find(([least]) => progress >= least)?.[1];
  return {
    externalId: id,
    name: `${name} for ${company.name}`,
    amount: (price * random.between(seats[0], seats[1]) * (100 - random.between(0, 15))) / 100,
    currency: company.region.currency,
    stage,
    'customFields.product': name,
    'company.externalId': company.id,
    'contact.externalId': contact,
    'owner.externalId': owner,
    expectedCloseDate: date(outcome ? to - random.between(0, to - from - 1) + random.between(0, 20) : to),
    actualCloseDate: outcome ? date(to) : undefined,
    wonReason: outcome === 'won' ? random.pick(words.WON_REASONS) : undefined,
    lostReason: outcome === 'lost' ? random.pick(words.LOST_REASONS) : undefined,
    createdAt: at(from, random.between(9, 16)),
  };
}

function activityRows(sale: Sale, random: Random, at: At): Table {
  const until = Math.min(sale.to, DAYS - 1);
  return words.TOUCHES.slice(0, random.between(1, words.TOUCHES.length))
    .map((touch, index) => ({
      touch,
      index,
      day: sale.from + 1 + index * Math.ceil((sale.to - sale.from) / 7),
    }))
    .filter(({ day }) => day <= until)
    .map(({ touch, index, day }) => ({
      externalId: `${sale.id}-A${index + 1}`,
      type: touch.type,
      subject: touch.subject,
      duration: touch.minutes,
      activityDate: at(day, random.between(8, 17)),
      ...belongings(sale),
      createdAt: at(day, 18),
    }));
}

function taskRows(sale: Sale, random: Random, at: At, date: (day: number) => string): Table {
  if (sale.outcome && !random.isLikely(0.12)) return [];
  const day = Math.min(sale.to, DAYS - 1);
  return [
    {
      externalId: `${sale.id}-T1`,
      title: sale.outcome ? words.CLOSED_TASKS[sale.outcome] : random.pick(words.OPEN_TASKS),
      status: sale.outcome ? 'completed' : random.isLikely(0.3) ? 'in_progress' : 'pending',
      priority: random.pick(['low', 'normal', 'normal', 'high', 'urgent']),
      dueDate: date(day + random.between(sale.outcome ? 1 : -5, 14)),
      'assignedTo.externalId': sale.owner,
      ...belongings(sale),
      createdAt: at(day, 17),
    },
  ];
}

/** To whom and to what something done for a sale belongs. */
function belongings({ id, person, owner }: Sale) {
  return {
    'deal.externalId': id,
    'contact.externalId': person.id,
    'company.externalId': person.company.id,
    'owner.externalId': owner,
  };
}

function ascii(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();
}
