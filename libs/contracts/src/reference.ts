import type { EventType } from './event/event-catalogue';
import type { ServiceName } from './services';

/** Records that other services point at, and the service that owns each. */
export const REFERENCE_OWNERS = {
  user: 'identity',
  team: 'identity',
  contact: 'contact',
  company: 'contact',
  deal: 'deal',
} as const satisfies Record<string, ServiceName>;

export type ReferenceType = keyof typeof REFERENCE_OWNERS;

/** What a service tells another about one of its records. */
export interface ReferenceView {
  type: ReferenceType;
  id: string;
  version: number;
  name: string;
  ownerId: string | null;
  teamId: string | null;
  /** Of a team: the one above it. */
  parentId: string | null;
  /** Users and teams that the record is shared with. */
  readerIds: string[];
  mergedIntoId: string | null;
  deletedAt: string | null;
  /** Of a contact. */
  email: string | null;
  /** Of a company. */
  domain: string | null;
  /** Of a company. */
  industry: string | null;
}

/** A question for references by something other than the id. */
export interface ReferenceLookup {
  type: ReferenceType;
  by: 'name' | 'email' | 'domain' | 'externalId';
  /** For `externalId`: the system whose keys these are. */
  system?: string;
  values: string[];
}

/** What was found, by the value as asked. A name that several records have is found in none. */
export type ReferenceLookupAnswer = Record<string, ReferenceView>;

const lifeOf = <T extends string>(noun: T) =>
  [`${noun}.created`, `${noun}.updated`, `${noun}.deleted`, `${noun}.restored`] as const;

/**
 * Every event that can change what others know of a record, by its type. Others change nothing that a `ReferenceView` tells, so whoever
 * keeps copies is not sent them.
 */
export const REFERENCE_EVENTS: { [R in ReferenceType]: readonly EventType<R>[] } = {
  user: lifeOf('user'),
  team: lifeOf('team'),
  contact: [...lifeOf('contact'), 'contact.merged', 'contact.absorbed'],
  company: lifeOf('company'),
  deal: lifeOf('deal'),
};
