export { StartError } from './start-error';
export { freePort, isPortFree } from './free-port';
export { FolderState, ensureFolder } from './data-folder';
export { lockFolder } from './folder-lock';
export { startEmbeddedPostgres, type EmbeddedServer, type PostgresOptions } from './embedded-postgres';
export { startEmbeddedNats } from './embedded-nats';
