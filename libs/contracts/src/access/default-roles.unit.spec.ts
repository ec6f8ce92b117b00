import { RESOURCES } from './rules';
import { permissionsNow } from './default-roles';

const BEFORE_VIEWS = RESOURCES.filter((resource) => resource !== 'view');
const OWN_VIEWS = { read: 'own', create: 'own', update: 'own', delete: 'own' };

it('lets a role that could not name views have its own', () => {
  expect(permissionsNow({ deal: { read: 'team' } }, BEFORE_VIEWS)).toEqual({
    deal: { read: 'team' },
    view: OWN_VIEWS,
  });
});

it('leaves out what a role could name and does not', () => {
  expect(permissionsNow({ deal: { read: 'team' } }, RESOURCES)).toEqual({ deal: { read: 'team' } });
});

it('takes a role by its word', () => {
  const permissions = { view: { read: 'all' } } as const;
  expect(permissionsNow(permissions, BEFORE_VIEWS)).toEqual(permissions);
});
