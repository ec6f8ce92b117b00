import type { RecordView, ReferenceType, ReferenceView } from '@relata/contracts';

/** What other services must know of a record, taken from its JSON. */
export function toReference(type: ReferenceType, view: RecordView): ReferenceView {
  const fields = view as RecordView & Record<string, unknown>;
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : null);
  const fullName = [text('firstName'), text('lastName')].filter(Boolean).join(' ');
  return {
    type,
    id: view.id,
    version: view.version,
    name: text('name') ?? (fullName || text('email') || ''),
    ownerId: text('ownerId'),
    teamId: text('teamId'),
    parentId: text('parentId'),
    readerIds: view.readerIds,
    mergedIntoId: text('mergedIntoId'),
    deletedAt: text('deletedAt'),
    email: type === 'contact' ? text('email') : null,
    domain: text('domain'),
    industry: text('industry'),
  };
}
