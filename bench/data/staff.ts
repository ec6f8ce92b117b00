import {
  DEFAULT_ROLES,
  SERVICES,
  type CustomFieldEntityType,
  type CreateCustomFieldRequest,
} from '@relata/contracts';
import { customFieldKind, toReference } from '@relata/database';
import { teamKind } from '../../apps/identity/src/teams/team.mapper';
import { userKind } from '../../apps/identity/src/users/user.mapper';
import { FIRST_NAMES, LAST_NAMES } from './words';
import { RecordWriter, type Actor } from './record-writer';
import type { World } from './world';

const REGIONS = ['Europe', 'Americas', 'Asia Pacific', 'Key accounts'];
const TEAM_SIZE = 20;
const SYSTEM: Actor = { id: '01980000-0000-7000-8000-0000000000ff', name: 'Generator' };
const roleId = (name: string) => DEFAULT_ROLES.find((role) => role.name === name)?.id ?? '';

type FieldOf = Omit<CreateCustomFieldRequest, 'entityType'>;
const options = (...values: string[]) => values.map((value) => ({ value, label: value }));

/** The fields that the records have values of. */
const CUSTOM_FIELDS: Partial<Record<CustomFieldEntityType, FieldOf[]>> = {
  contact: [
    {
      fieldName: 'tier',
      fieldType: 'select',
      fieldLabel: 'Tier',
      options: options('gold', 'silver', 'bronze'),
    },
    { fieldName: 'score', fieldType: 'number', fieldLabel: 'Score' },
    { fieldName: 'birthday', fieldType: 'date', fieldLabel: 'Birthday' },
  ],
  company: [{ fieldName: 'region', fieldType: 'text', fieldLabel: 'Region' }],
  deal: [{ fieldName: 'product', fieldType: 'text', fieldLabel: 'Product' }],
};

/** Teams below regions below one of all, each with a manager and reps; in every service. */
export function hireStaff(world: World): void {
  const { chance, loads, sizes, people, begin } = world;
  const teams = new RecordWriter(teamKind, 'team', loads.identity, chance);
  const users = new RecordWriter(userKind, 'app_user', loads.identity, chance);
  const found = (name: string, parentId: string | null, path: string[], managerIds: string[] = []) => {
    const { view } = teams.write({ name, parentId, managerIds }, begin, SYSTEM);
    world.refer(SERVICES, toReference('team', view));
    return [...path, view.id];
  };
  const hire = (number: number, role: string, path: string[]) => {
    const firstName = chance.pick(FIRST_NAMES);
    const teamId = path.at(-1) ?? null;
    const { view } = users.write(
      {
        name: `${firstName} ${chance.pick(LAST_NAMES)}`,
        email: `user${number}@relata.example`,
        teamId,
        roleId: roleId(role),
        status: 'active',
        kind: 'person',
      },
      begin,
      SYSTEM,
    );
    world.refer(SERVICES, toReference('user', view), path);
    people.push({ id: view.id, name: view.name, teamId });
    return view.id;
  };

  const top = found('Sales', null, []);
  const regions = REGIONS.map((name) => found(name, top[0] ?? null, top));
  for (let number = 1; people.length < sizes.users; number++) {
    const region = regions[number % regions.length] as string[];
    const manager = hire(people.length + 1, 'manager', region);
    const team = found(`Team ${number}`, region.at(-1) ?? null, region, [manager]);
    for (let seat = 1; seat < TEAM_SIZE && people.length < sizes.users; seat++)
      hire(people.length + 1, 'rep', team);
  }
}

/** What the organisation added to the fields of its records. */
export function defineFields({ loads, chance, begin }: World): void {
  for (const [type, fields] of Object.entries(CUSTOM_FIELDS) as [CustomFieldEntityType, FieldOf[]][]) {
    const service = type === 'deal' ? 'deal' : 'contact';
    const writer = new RecordWriter(customFieldKind(type), 'custom_field', loads[service], chance);
    for (const field of fields)
      writer.write(
        {
          entityType: type,
          ...field,
          options: (field.options ?? []) as { value: string; label: string }[],
          required: false,
          indexed: false,
        },
        begin,
        SYSTEM,
      );
  }
}
