/** A key by which another system knows a record. */
export class ExternalKeyView {
  /** Name of the other system, e.g. `hubspot`. */
  system: string;
  /** The record's key there. */
  key: string;
}

/** What every record has. */
export class RecordView {
  /** UUIDv7. */
  id: string;
  /** Raised by one with every event of the record. */
  version: number;
  /** RFC 3339 UTC. */
  createdAt: string;
  /** RFC 3339 UTC. */
  updatedAt: string;
  /** RFC 3339 UTC; null while the record lives. */
  deletedAt: string | null;
  /** User who is responsible for the record. */
  ownerId: string | null;
  /** Users and teams that the record is shared with: they see it, whoever owns it. */
  readerIds: string[];
  /** Those of them who may also change it. */
  editorIds: string[];
  /** Keys by which other systems know the record. */
  externalKeys: ExternalKeyView[];
  /** Values by field name, as the custom fields define them. */
  customFields: Record<string, unknown>;
}
