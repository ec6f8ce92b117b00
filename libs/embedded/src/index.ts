export { StartError } from './start-error';
export { freePort, isPortFree } from './free-port';
export { FolderState, claimFolder, type ClaimedFolder } from './data-folder';
export { ChildServer } from './child-server';
export type { EmbeddedServer } from './embedded-server';
export { startEmbeddedPostgres, type PostgresOptions } from './embedded-postgres';
export { natsBinary, startEmbeddedNats, type NatsOptions } from './embedded-nats';
