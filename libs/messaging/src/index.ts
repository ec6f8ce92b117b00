export { NATS_CONNECTION, connectNats } from './nats-connection';
export { RpcClient, type CallOptions } from './rpc/rpc-client';
export { EventLog, type NewEvent } from './events/event-log';
export { EventPositionRow, EventRow, OutboxRow, RelayLeaseRow } from './events/event.entity';
export { DeadLetterRow, InboxRow } from './consumers/inbox.entity';
export type { EventContext } from './consumers/event-context';
export { EventTables1764000000000 } from './event-tables.migration';
export { MessagingModule } from './messaging.module';
export { NatsTransport } from './nats-transport';
