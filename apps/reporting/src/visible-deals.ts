import { DomainError } from '@relata/contracts';
import { copyColumns, reachSql, type ParameterList } from '@relata/database';
import { currentRights } from '@relata/platform';

/**
 * The condition on deals, as `deal`, that the caller may see. Throws FORBIDDEN for a caller who may see none, and for one
 * whose role hides a field that the report is made of: sums without it would look like sums.
 */
export function visibleDeals(parameters: ParameterList, fields: readonly string[]): string {
  const rights = currentRights();
  rights.require('deal', 'read');
  const hidden = fields.find((field) => rights.isHidden('deal', field));
  if (hidden !== undefined)
    throw new DomainError(
      'FORBIDDEN',
      `This report is made of ${hidden} of deals, which your role may not see.`,
    );
  return reachSql(rights, 'deal', 'read', parameters, copyColumns('deal'));
}
