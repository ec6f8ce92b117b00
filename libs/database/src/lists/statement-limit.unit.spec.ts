import type { FilterCondition, ListQuery } from '@relata/contracts';
import type { CustomFieldEntity } from '../custom-fields/custom-field.entity';
import { mayStandAtTheEnd } from './statement-limit';

const FIELDS = [
  { fieldName: 'tier', fieldType: 'text', indexState: 'ready' },
  { fieldName: 'likes', fieldType: 'multiselect', indexState: 'ready' },
  { fieldName: 'score', fieldType: 'number', indexState: 'building' },
] as CustomFieldEntity[];
const by = (field: string, op: FilterCondition['op']): ListQuery => ({ filter: [{ field, op, value: '1' }] });
const sortedBy = (field: string): ListQuery => ({ sort: [{ field, direction: 'asc' }] });

it.each<[string, ListQuery, boolean]>([
  ['one value, newest first, which is the order of the index', by('customFields.tier', 'eq'), false],
  ['some values', by('customFields.tier', 'in'), true],
  ['a range', by('customFields.tier', 'gt'), true],
  ['a range, in its order', { ...by('customFields.tier', 'gt'), ...sortedBy('customFields.tier') }, false],
  ['one value, in another order', { ...by('customFields.tier', 'eq'), ...sortedBy('lastName') }, true],
  ['an option of a list, whose index has no order', by('customFields.likes', 'eq'), true],
  ['an index that is not there yet', by('customFields.score', 'gt'), false],
  ['a column', by('lastName', 'gt'), false],
])('rows of a list may stand at its end: %s', (_, query, expected) => {
  expect(mayStandAtTheEnd(query, FIELDS)).toBe(expected);
});
