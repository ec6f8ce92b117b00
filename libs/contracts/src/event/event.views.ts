/**
 * What every event says of itself: the attributes of CloudEvents 1.0, structured JSON mode. Names are lower-case
 * letters and digits only, as the specification asks
 * (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md).
 */
export class EventAttributes {
  specversion: '1.0';
  /** UUIDv7; also the JetStream message id. Never an order. */
  id: string;
  /** `/relata/<service>`: the service whose log holds it. */
  source: string;
  /** `contact.created`, `deal.stageChanged`, …; also the NATS subject. */
  type: string;
  /** Id of the record. */
  subject: string;
  /** When it happened (for imported history the time it tells of), RFC 3339 UTC. */
  time: string;
  datacontenttype: 'application/json';
  /** Type of the record; the member of `data` that holds it goes by this name. */
  recordtype: string;
  /** Version of the record after this event; contiguous, so a consumer can prove that it missed nothing. */
  recordversion: number;
  /** Gapless position in the log of the producing service. */
  position: number;
  /** When it was written down, RFC 3339 UTC. */
  recordedat: string;
  /** User id, absent when the system acted. */
  actorid?: string;
  actorname: string;
  /** The `X-Request-Id` of the request. */
  requestid: string;
  /** Id of the event that caused this one, absent when none did. */
  causationid?: string;
}

/** What a reader over HTTP gets in place of an event that took the record from where its rights reach: the id, no more. */
export const LEFT_SCOPE = 'record.leftScope';

/** An event as the API shows it: the CloudEvents 1.0 envelope that NATS carries too. */
export class EventView extends EventAttributes {
  /** `before` and `after` of the changed fields, the record under its type, and details of the event type. */
  data: object;
}
