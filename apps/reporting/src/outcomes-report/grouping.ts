import { DomainError, type ReferenceType } from '@relata/contracts';
import { copyColumns, reachSql, type ParameterList } from '@relata/database';
import { currentRights } from '@relata/platform';

/** How closed deals fall into groups: SQL of constants and placeholders. */
export interface Grouping {
  key: string;
  label: string;
  joins: string;
  order: string;
  /** Fields of deals that the groups are made of. */
  fields: readonly string[];
}

const BY_LABEL = 'label NULLS LAST, key';
const BY_KEY = 'key NULLS LAST';
const MONTH = `to_char(deal.actual_close_date, 'YYYY-MM')`;
const QUARTER = `to_char(deal.actual_close_date, 'YYYY"-Q"Q')`;

const GROUPINGS: Record<string, (parameters: ParameterList) => Grouping> = {
  owner: (parameters) => ({
    key: 'deal.owner_id::text',
    label: 'coalesce(owner.name, deal.owner_id::text)',
    joins: reference('owner', 'user', 'deal.owner_id', parameters),
    order: BY_LABEL,
    fields: ['ownerId'],
  }),
  team: (parameters) => ({
    key: 'member.team_id::text',
    label: 'coalesce(team.name, member.team_id::text)',
    joins: `LEFT JOIN reference member ON member.type = 'user' AND member.id = deal.owner_id
            ${reference('team', 'team', 'member.team_id', parameters)}`,
    order: BY_LABEL,
    fields: ['ownerId'],
  }),
  company: (parameters) => ({
    key: 'deal.company_id::text',
    label: 'coalesce(company.name, deal.company_id::text)',
    joins: reference('company', 'company', 'deal.company_id', parameters),
    order: BY_LABEL,
    fields: ['companyId'],
  }),
  month: () => ({ key: MONTH, label: MONTH, joins: '', order: BY_KEY, fields: [] }),
  quarter: () => ({ key: QUARTER, label: QUARTER, joins: '', order: BY_KEY, fields: [] }),
};

const CUSTOM_FIELD = /^customFields\.([a-zA-Z][a-zA-Z0-9_]{0,62})$/;
const EVERYTHING: Grouping = { key: `'all'`, label: `'All'`, joins: '', order: BY_KEY, fields: [] };

/** The grouping that `groupBy` means; all in one group when absent. Throws INVALID_QUERY. */
export function groupingOf(groupBy: string | undefined, parameters: ParameterList): Grouping {
  if (groupBy === undefined) return EVERYTHING;
  if (Object.hasOwn(GROUPINGS, groupBy))
    return (GROUPINGS[groupBy] as (typeof GROUPINGS)[string])(parameters);
  const customField = CUSTOM_FIELD.exec(groupBy)?.[1];
  if (customField) {
    const value = `deal.custom_fields->>${parameters.add(customField)}::text`;
    return { key: value, label: value, joins: '', order: BY_KEY, fields: [groupBy] };
  }
  const names = [...Object.keys(GROUPINGS), 'customFields.<name>'].join(', ');
  throw new DomainError('INVALID_QUERY', `Reports cannot be grouped by "${groupBy}"; known: ${names}.`, {
    errors: [{ pointer: '/groupBy', code: 'invalid_parameter', message: `Known: ${names}.` }],
  });
}

/** Brings the copy of a record along, if the caller may see that record: names of others are not told. */
function reference(alias: string, type: ReferenceType, id: string, parameters: ParameterList): string {
  const columns = copyColumns(alias, type === 'user');
  const reach = reachSql(currentRights(), type, 'read', parameters, columns);
  return `LEFT JOIN reference ${alias} ON ${alias}.type = '${type}' AND ${alias}.id = ${id} AND ${reach}`;
}
