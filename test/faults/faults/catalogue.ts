import type { Fault } from './fault';
import { deleteConsumer, fillDisk, publishAgain, rollBackStore, wipeStore } from './nats-faults';
import { cutConnections, delayTraffic, freezeTraffic, halfClose } from './network-faults';
import {
  freeze,
  killNats,
  killPostgres,
  killRelay,
  killService,
  restart,
  shiftClock,
} from './process-faults';

/** Every fault, by the name that `--faults` takes. */
export const FAULTS = {
  'kill-service': killService,
  'kill-relay': killRelay,
  'kill-nats': killNats,
  'kill-postgres': killPostgres,
  restart,
  freeze,
  'nats-rollback': rollBackStore,
  'nats-wipe': wipeStore,
  'disk-full': fillDisk,
  'network-delay': delayTraffic,
  'network-cut': cutConnections,
  'network-half-close': halfClose,
  'network-freeze': freezeTraffic,
  'redeliver-consumer': deleteConsumer,
  'redeliver-publish': publishAgain,
  clock: shiftClock,
} satisfies Record<string, Fault>;

export type FaultName = keyof typeof FAULTS;
export const FAULT_NAMES = Object.keys(FAULTS) as FaultName[];
