import type { EventData, EventEnvelope } from './event';

/** An event as the API shows it: the CloudEvents 1.0 envelope that NATS carries too. */
export class EventView implements EventEnvelope {
  specversion: '1.0';
  /** UUIDv7, one for each event for ever. Never an order. */
  id: string;
  /** `/relata/<service>`. */
  source: string;
  /** `contact.created`, `deal.stageChanged`, … */
  type: string;
  /** Id of the record. */
  subject: string;
  /** When it happened: for imported history the time that it tells of. RFC 3339 UTC. */
  time: string;
  datacontenttype: 'application/json';
  recordtype: string;
  /** Version of the record after this event; contiguous. */
  recordversion: number;
  /** Gapless position in the log of the producing service. */
  position: number;
  /** When it was written down. RFC 3339 UTC. */
  recordedat: string;
  /** User who did it; absent when the system did. */
  actorid?: string;
  actorname: string;
  /** The X-Request-Id of the request. */
  requestid: string;
  /** Id of the event that caused this one, when one did. */
  causationid?: string;
  /** `before` and `after` of the changed fields, the record under its type, and details of the event type. */
  data: EventData;
}
