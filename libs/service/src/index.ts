export type { ServiceDefinition } from './service-definition';
export { startService, type RunningService } from './start-service';
export { runService } from './run-service';
export { natsUsers } from './nats-users';
