import {
  CRM_RESOURCES,
  VIEW_TYPES,
  type RecordType,
  type Rights,
  type SavedView,
  type ServiceName,
} from '@relata/contracts';
import type { RecordKind } from '../records/record-kind';
import { recordView } from '../records/record-view';
import { SavedViewEntity } from './saved-view.entity';

const TYPES: Partial<Record<ServiceName, RecordType>> = VIEW_TYPES;

/** The kind of a service's saved views; undefined of one without records of the CRM. */
export function savedViewKind(service: ServiceName): RecordKind<SavedViewEntity, SavedView> | undefined {
  const type = TYPES[service];
  if (!type) return undefined;
  return {
    type,
    entity: SavedViewEntity,
    toView: toSavedView,
    searchFields: ['name'],
    hasCustomFields: false,
    related: { owner: { field: 'ownerId', type: 'user' } },
    open: { by: 'visibility', sql: isShared },
  };
}

/** A shared view is for everybody who may read records of its resource, be it only some. */
function isShared(rights: Rights, valueOf: (field: string) => string): string {
  const readable = Object.entries(CRM_RESOURCES)
    .filter(([, { type }]) => rights.scope(type, 'read') !== 'none')
    .map(([resource]) => `'${resource}'`);
  return readable.length === 0
    ? 'false'
    : `(${valueOf('visibility')} = 'shared' AND ${valueOf('resource')} IN (${readable.join(', ')}))`;
}

const toSavedView = recordView<SavedViewEntity, SavedView>((view) => ({
  resource: view.resource,
  name: view.name,
  visibility: view.visibility,
  filter: view.filter,
  sort: view.sort.map(({ field, direction }) => (direction === 'desc' ? `-${field}` : field)),
  fields: view.fields,
  include: view.include,
  q: view.q,
}));
