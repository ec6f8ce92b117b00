import type { RecordView, RoleView, SavedView } from '@relata/contracts';
import { errorOf, unique } from '@relata/testing';
import { Stage } from './stage';

jest.setTimeout(60_000);

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(() => stage.stop());

it('lets a role that is older than a resource have the default of it, until it is saved again', async () => {
  const permissions = { contact: { read: 'all' as const } };
  const { id } = await stage.call<RecordView>('identity', 'roles.create', {
    body: { name: unique('Role'), permissions },
  });
  // As it was before there were views.
  await stage.system
    .service('identity')
    .query(`UPDATE role SET known_resources = known_resources - 'view' WHERE id = $1`, [id]);
  const views = { read: 'own', create: 'own', update: 'own', delete: 'own' };
  expect(await stage.call<RoleView>('identity', 'roles.get', { id })).toMatchObject({
    permissions: { ...permissions, view: views },
  });
  const body = {
    resource: 'contacts',
    name: 'All',
    visibility: 'private',
    sort: [],
    fields: [],
    include: [],
  };
  const make = async () =>
    stage.call<SavedView>('contact', 'views.create', { body }, await stage.letIn('rep', id), {
      writes: true,
    });
  expect(await make()).toMatchObject({ name: 'All', ownerId: stage.idOf('rep') });
  // Who saves it now could name views, and does not.
  await stage.call('identity', 'roles.update', { id, body: { permissions } });
  expect(await stage.call<RoleView>('identity', 'roles.get', { id })).toMatchObject({ permissions });
  expect((await errorOf(make())).code).toBe('FORBIDDEN');
});
