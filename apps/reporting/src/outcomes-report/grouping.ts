import { DomainError } from '@relata/contracts';

/** How closed deals fall into groups: SQL of constants; a custom field's name travels as parameter $4. */
export interface Grouping {
  key: string;
  label: string;
  joins: string;
  order: string;
  customField: string | null;
}

const REFERENCE = (alias: string, type: string, id: string) =>
  `LEFT JOIN reference ${alias} ON ${alias}.type = '${type}' AND ${alias}.id = ${id}`;
const BY_LABEL = 'label NULLS LAST, key';
const BY_KEY = 'key NULLS LAST';
const MONTH = `to_char(deal.actual_close_date, 'YYYY-MM')`;
const QUARTER = `to_char(deal.actual_close_date, 'YYYY"-Q"Q')`;

const GROUPINGS: Record<string, Omit<Grouping, 'customField'>> = {
  owner: {
    key: 'deal.owner_id::text',
    label: 'coalesce(owner.name, deal.owner_id::text)',
    joins: REFERENCE('owner', 'user', 'deal.owner_id'),
    order: BY_LABEL,
  },
  team: {
    key: 'owner.team_id::text',
    label: 'coalesce(team.name, owner.team_id::text)',
    joins: `${REFERENCE('owner', 'user', 'deal.owner_id')} ${REFERENCE('team', 'team', 'owner.team_id')}`,
    order: BY_LABEL,
  },
  company: {
    key: 'deal.company_id::text',
    label: 'coalesce(company.name, deal.company_id::text)',
    joins: REFERENCE('company', 'company', 'deal.company_id'),
    order: BY_LABEL,
  },
  month: { key: MONTH, label: MONTH, joins: '', order: BY_KEY },
  quarter: { key: QUARTER, label: QUARTER, joins: '', order: BY_KEY },
};

const CUSTOM_FIELD = /^customFields\.([a-zA-Z][a-zA-Z0-9_]{0,62})$/;
const EVERYTHING = { key: `'all'`, label: `'All'`, joins: '', order: BY_KEY };

/** The grouping that `groupBy` means; all in one group when absent. Throws INVALID_QUERY. */
export function groupingOf(groupBy: string | undefined): Grouping {
  if (groupBy === undefined) return { ...EVERYTHING, customField: null };
  const known = GROUPINGS[groupBy];
  if (known && Object.hasOwn(GROUPINGS, groupBy)) return { ...known, customField: null };
  const customField = CUSTOM_FIELD.exec(groupBy)?.[1];
  if (customField) {
    const value = 'deal.custom_fields->>$4::text';
    return { key: value, label: value, joins: '', order: BY_KEY, customField };
  }
  const names = [...Object.keys(GROUPINGS), 'customFields.<name>'].join(', ');
  throw new DomainError('INVALID_QUERY', `Reports cannot be grouped by "${groupBy}"; known: ${names}.`, {
    errors: [{ pointer: '/groupBy', code: 'invalid_parameter', message: `Known: ${names}.` }],
  });
}
