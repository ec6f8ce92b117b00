import type { EmbeddedServer } from '@relata/embedded';

export interface TestServers {
  dataDir: string;
  servers: EmbeddedServer[];
}

// Jest loads the set-up and the teardown apart: a variable of a module would not reach from one to the other.
const home = globalThis as { relataTestServers?: TestServers };

export function keepServers(servers: TestServers): void {
  home.relataTestServers = servers;
}

export function keptServers(): TestServers | undefined {
  return home.relataTestServers;
}
