import {
  CRM_RESOURCES,
  type CrmResource,
  type FilterNode,
  type SavedViewValues,
  type UpdateSavedViewRequest,
} from '@relata/contracts';
import { parseFields } from '../http/sparse-fields';
import type { Includes } from '../includes/includes';
import { listQueryOf } from '../search/filter-tree';

/** What a body gives of a view, as its service takes it; null clears. Throws VALIDATION_FAILED, INVALID_QUERY. */
export function viewValues(
  resource: CrmResource,
  { filter, sort, fields, include, ...rest }: UpdateSavedViewRequest,
  includes: Includes,
): Partial<SavedViewValues> {
  const { type } = CRM_RESOURCES[resource];
  if (fields) parseFields(type, fields.join(','));
  const asked = listQueryOf({ filter: filter ?? undefined, sort: sort ?? undefined });
  return {
    ...rest,
    ...(filter === undefined ? {} : { filter: oneNode(asked.filter ?? []) }),
    ...(sort === undefined ? {} : { sort: asked.sort ?? [] }),
    ...(fields === undefined ? {} : { fields: fields ?? [] }),
    ...(include === undefined
      ? {}
      : { include: includes.parse((include ?? []).join(','), includes.known(type)) }),
  };
}

/** Nodes that must all hold, as one; null for none. */
function oneNode(nodes: FilterNode[]): FilterNode | null {
  const [first = null, ...others] = nodes;
  return others.length === 0 ? first : { and: nodes };
}
