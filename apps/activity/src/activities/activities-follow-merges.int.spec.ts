import type { ContactView, DealView } from '@relata/contracts';
import { TestSystem, eventually, uniqueEmail, type TestService } from '@relata/testing';
import { contactService } from '../../../contact/src/contact.service-definition';
import { dealService } from '../../../deal/src/deal.service-definition';
import { activityService } from '../activity.service-definition';

let system: TestSystem;
let contact: TestService;
let deal: TestService;
let activity: TestService;
beforeEach(async () => {
  system = await TestSystem.start([contactService, dealService, activityService]);
  contact = system.service('contact');
  deal = system.service('deal');
  activity = system.service('activity');
});
afterEach(async () => system.stop());

const createContact = () =>
  contact.call<ContactView>('contacts.create', { body: { email: uniqueEmail() } }, { writes: true });
const merge = (survivor: ContactView, duplicate: ContactView) =>
  contact.call('contacts.merge', { id: survivor.id, body: { duplicateIds: [duplicate.id] } });
const activitiesOf = (contactId: string) =>
  activity.query<{ type: string }>('SELECT type FROM activity WHERE contact_id = $1 ORDER BY type', [
    contactId,
  ]);

it('trap 4: tells of a contact under its survivor when creation and merge arrive together', async () => {
  await system.stopServices();
  await system.startReplica(contactService);
  const [survivor, duplicate] = [await createContact(), await createContact()];
  await merge(survivor, duplicate);
  await system.startReplica(activityService);
  await eventually(async () => expect(await activitiesOf(survivor.id)).toHaveLength(2));
  expect(await activitiesOf(duplicate.id)).toEqual([]);
});

/** A stalled relay holds back what the deal service commits, until `resumeDeals`. */
const stallDeals = () =>
  deal.query(
    `INSERT INTO lease (name, holder, epoch, expires_at) VALUES ('relay', 'stalled', 1, now() + interval '1 hour')
     ON CONFLICT (name) DO UPDATE SET holder = 'stalled', expires_at = excluded.expires_at`,
  );
const resumeDeals = () => deal.query(`UPDATE lease SET expires_at = now() WHERE name = 'relay'`);
const createDeal = (contactId: string) =>
  deal.call<DealView>('deals.create', { body: { name: 'Late', contactId } });
const untilMergedInto = (survivor: ContactView) =>
  eventually(async () =>
    expect(
      await activity.query('SELECT 1 FROM reference WHERE merged_into_id = $1', [survivor.id]),
    ).toHaveLength(1),
  );
const untilToldUnder = (dealId: string, contactId: string) =>
  eventually(async () => {
    const rows = await activity.query('SELECT contact_id FROM activity WHERE deal_id = $1', [dealId]);
    expect(rows).toEqual([{ contact_id: contactId }]);
  });

it('tells of a deal under the survivor when the merge was quicker', async () => {
  const [survivor, duplicate] = [await createContact(), await createContact()];
  await stallDeals();
  const { id } = await createDeal(duplicate.id);
  await merge(survivor, duplicate);
  await untilMergedInto(survivor);
  await resumeDeals();
  await untilToldUnder(id, survivor.id);
  expect(await activitiesOf(duplicate.id)).toEqual([]);
});

it('tells of a deal under the last survivor, though its contact is merged on at that moment', async () => {
  const [first, second, third] = [await createContact(), await createContact(), await createContact()];
  await stallDeals();
  const { id } = await createDeal(first.id);
  await merge(second, first);
  await untilMergedInto(second);
  const blocker = activity.dataSource.createQueryRunner();
  const untilWaiting = (count: number) =>
    eventually(async () => {
      const rows = await activity.query(
        `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
      );
      expect(rows).toHaveLength(count);
    });
  await blocker.startTransaction();
  await blocker.query('LOCK TABLE activity IN EXCLUSIVE MODE');
  await resumeDeals();
  await untilWaiting(1);
  await merge(third, second);
  await untilWaiting(2);
  await blocker.commitTransaction();
  await blocker.release();
  await untilToldUnder(id, third.id);
  expect(await activitiesOf(second.id)).toEqual([]);
});

it('follows a survivor that was itself merged, also when the merges arrive in the other order', async () => {
  const [first, second, third] = [await createContact(), await createContact(), await createContact()];
  await eventually(async () => expect(await activitiesOf(first.id)).toHaveLength(1));
  await system.stopServices();
  await system.startReplica(contactService);
  await merge(second, first);
  await merge(third, second);
  await eventually(async () => expect(await contact.query('SELECT 1 FROM unpublished')).toEqual([]));
  // The first merge comes last: what was delivered to a process that died comes again later than what follows it.
  const absorbed = (await system.published('CONTACT')).filter(({ type }) => type === 'contact.absorbed');
  await activity.query('INSERT INTO inbox (event_id) VALUES ($1)', [absorbed[0]!.id]);
  await system.startReplica(activityService);
  await eventually(async () => expect(await activitiesOf(third.id)).toHaveLength(2));
  await activity.query('DELETE FROM inbox WHERE event_id = $1', [absorbed[0]!.id]);
  await system.nats.jetstream().publish('contact.absorbed', JSON.stringify(absorbed[0]));
  await eventually(async () => expect(await activitiesOf(third.id)).toHaveLength(3));
});
