export type { NatsConnection } from 'nats';
export { NATS_CONNECTION, connectNats, serversOf, withCredentials } from './nats-connection';
export {
  consumerPermissions,
  fullPermissions,
  gatewayPermissions,
  servicePermissions,
  type NatsPermissions,
} from './nats-permissions';
export { renderUsers, type NatsUser } from './nats-users';
export { RpcClient, type CallOptions } from './rpc/rpc-client';
export { UnreadJson } from './rpc/unread-json';
export { Roles, type RoleVersion } from './rpc/roles';
export { EventLog, type NewEvent, type RowChange } from './events/event-log';
export { AFTER_SQL, Snapshots, isBlank } from './events/snapshots';
export { rawRows, type RawRow } from './sql/raw-rows';
export { EventPages, type EventVisibility } from './events/event-pages';
export { SERVICE_SETTINGS, type ServiceSettings } from './service-settings';
export { GATEWAYS_SUBJECT, GatewayReplicas } from './gateway-replicas';
export { SequencedSignal } from './events/sequenced-signal';
export { EventPositionRow, EventRow, OutboxRow, PublishedRunRow } from './events/event.entity';
export { EventSealRow } from './seals/seal.entity';
export { SealTables1764000000003 } from './seals/seal-tables.migration';
export { Idempotency, type KeepAnswer } from './requests/idempotency';
export { KeyClaims, hashOfRequest, keyMismatch, newClaim, type KeyOfRequest } from './requests/key-claims';
export { IdempotencyKeyRow } from './requests/idempotency.entity';
export { IdempotencyTable1764000000004 } from './requests/idempotency-table.migration';
export { outcomeOf } from './requests/write-outcome';
export { LeaseRow } from './lease.entity';
export { DeadLetterRow, InboxRow } from './consumers/inbox.entity';
export { registerEventMetrics } from './event-metrics';
export { EventContext } from './consumers/event-context';
export { Projection } from './consumers/projection';
export { EventTables1764000000000 } from './event-tables.migration';
export { MessagingModule } from './messaging.module';
export { NatsTransport } from './nats-transport';
