import type { ServiceName } from '@relata/contracts';
import { SERVICE_DEFINITIONS } from '../../apps/standalone/src/services';
import { Chance } from './chance';
import { Customers } from './customers';
import { Sales } from './sales';
import { ServiceLoad } from './service-load';
import { sizesFor, type Sizes } from './sizes';
import { defineFields, hireStaff } from './staff';
import { Work } from './work';
import { DAY_MS, World, type Person } from './world';

/** What is filled beside what every service has. */
const TABLES: Record<ServiceName, readonly string[]> = {
  identity: ['team', 'app_user'],
  contact: ['contact', 'company', 'custom_field'],
  deal: ['pipeline', 'stage', 'deal', 'custom_field'],
  activity: ['activity', 'task'],
  reporting: ['deal_fact', 'stage_entry', 'stage_fact'],
};
/** Streams hold the events of a week: what is older, the relay does not publish to one that it finds empty. */
const RETENTION_DAYS = 8;

export interface FillOptions {
  contacts: number;
  seed?: number;
  /** Midnight (UTC) at which the history ends; the last one that no stream of events would still hold when absent. */
  until?: Date;
  onProgress?: (line: string) => void;
}

export interface Filled {
  sizes: Sizes;
  /** Users; the first ones own most. Each team's manager comes before its members. */
  people: Person[];
  events: Record<ServiceName, number>;
}

/**
 * Fills migrated, empty schemas, on which no service runs, with an organisation's history of three years: every record
 * with its events, unique values and copies in other services, as if the services had written them. The same for the
 * same seed and end.
 */
export async function fillDatabases(
  urls: Readonly<Record<ServiceName, string>>,
  { contacts, seed = 1, until = lastUnheld(), onProgress = () => undefined }: FillOptions,
): Promise<Filled> {
  const sizes = sizesFor(contacts);
  const loads = {} as Record<ServiceName, ServiceLoad>;
  for (const { schema } of SERVICE_DEFINITIONS)
    loads[schema.name] = await ServiceLoad.open(schema, urls[schema.name], TABLES[schema.name]);
  const end = until.getTime();
  const world = new World(sizes, new Chance(seed), loads, end - sizes.days * DAY_MS, end);
  await writeHistory(world, onProgress);
  onProgress('Making the indexes …');
  const events = {} as Record<ServiceName, number>;
  await Promise.all(
    Object.entries(loads).map(async ([service, load]) => {
      events[service as ServiceName] = await load.end();
    }),
  );
  return { sizes, people: world.people, events };
}

async function writeHistory(world: World, onProgress: (line: string) => void): Promise<void> {
  const { sizes, loads } = world;
  hireStaff(world);
  defineFields(world);
  const customers = new Customers(world);
  const sales = new Sales(world, customers);
  const work = new Work(world, customers, sales);
  let [companies, contacts, deals, tasks] = [0, 0, 0, 0];
  for (let day = 0; day < sizes.days; day++) {
    // One more than none on the first day: everybody has somebody to deal with.
    for (; companies <= world.madeBy(day, sizes.companies - 1); companies++) customers.addCompany(day);
    for (; contacts <= world.madeBy(day, sizes.contacts - 1); contacts++)
      work.follow([customers.addContact(day)]);
    for (; deals <= world.madeBy(day, sizes.deals - 1); deals++) work.follow(sales.addDeal(day));
    while (work.made < world.madeBy(day, sizes.activities)) work.addActivity(day);
    for (; tasks <= world.madeBy(day, sizes.tasks - 1); tasks++) work.addTask(day);
    for (const load of Object.values(loads)) await load.endDay(world.begin + day * DAY_MS);
    if (day % 100 === 99)
      onProgress(`Day ${day + 1} of ${sizes.days}: ${contacts} contacts, ${work.made} activities.`);
  }
}

function lastUnheld(): Date {
  return new Date((Math.floor(Date.now() / DAY_MS) - RETENTION_DAYS) * DAY_MS);
}
