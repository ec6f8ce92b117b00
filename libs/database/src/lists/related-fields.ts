import type { ReferenceType } from '@relata/contracts';
import { currentRights } from '@relata/platform';
import { copyColumns, reachSql } from '../access/reach-sql';
import type { RelatedRecord } from '../records/record-kind';
import type { Parameters } from '../sql/parameters';
import type { ListField } from './list-fields';

/** By what the records that others point at can be filtered: the field's name, and its column. */
const FIELDS: Partial<Record<ReferenceType, Readonly<Record<string, { column: string; type: string }>>>> = {
  user: { name: { column: 'name', type: 'text' }, team: { column: 'team_id', type: 'uuid' } },
  company: {
    name: { column: 'name', type: 'text' },
    domain: { column: 'domain', type: 'text' },
    industry: { column: 'industry', type: 'text' },
  },
  contact: { name: { column: 'name', type: 'text' }, email: { column: 'email', type: 'text' } },
};

/** `company.name` and the like, as far as the caller may see them; for filters, not for sorts. */
export function relatedFields(
  related: Readonly<Record<string, RelatedRecord>>,
  column: (property: string) => string,
): ListField[] {
  return Object.entries(related).flatMap(([prefix, record]) =>
    Object.entries(FIELDS[record.type] ?? {})
      .filter(([name]) => !currentRights().isHidden(record.type, name))
      .map(([name, source]) => ({
        name: `${prefix}.${name}`,
        expression: `related."${source.column}"`,
        type: source.type,
        nullable: true,
        related: { ...record, column: column(record.field) },
      })),
  );
}

/** That a row points at one of the records, which the caller may see, of which `condition` holds. */
export function relatedSql(field: ListField, condition: string, parameters: Parameters): string {
  if (!field.related) throw new Error(`${field.name} is a field of the row itself.`);
  const { type, table, column } = field.related;
  const reach = reachSql(currentRights(), type, 'read', parameters, copyColumns('related', type === 'user'));
  const rows =
    table === undefined ? `reference related WHERE related.type = '${type}' AND` : `${table} related WHERE`;
  return `${column} IN (SELECT related.id FROM ${rows} ${reach} AND ${condition})`;
}
