import type { Command } from 'commander';
import type { Page, ParkedEventView, ReplayRequest, ReplayView } from '@relata/contracts';
import { CliConfig, readConfig } from '@relata/platform';
import { CliError } from '../cli-error';
import { RelataApi } from '../relata-api';

interface ReplayFlags {
  to: string;
  from: string;
  type?: string[];
  force: boolean;
}

export function addEventsCommands(relata: Command): void {
  const events = relata.command('events').description('Events that stuck, or are wanted again.');
  events
    .command('replay')
    .description('Send events from the log again, to one consumer alone: on the stream REPLAY_<consumer>.')
    .requiredOption('--to <consumer>', 'a service (activity, …) or a name of your choice')
    .requiredOption('--from <place>', 'start, a position of GET /v1/events, or a time (RFC 3339)')
    .option('--type <types...>', 'types of event; all without it')
    .option('--force', 'have a service apply them though it did so before', false)
    .action(replayCommand);
  const parked = events.command('parked').description('Events that a service could not apply.');
  parked.command('list').description('Each with its reason.').action(listCommand);
  parked
    .command('retry')
    .argument('[events...]', '<service>/<event id>, as the list shows them; all without it')
    .description('Have the services try them again.')
    .action(retryCommand);
  parked
    .command('drop')
    .argument('<events...>', '<service>/<event id>, as the list shows them')
    .description('Give them up: they will never take effect there.')
    .action(dropCommand);
}

async function replayCommand({ to, from, type, force }: ReplayFlags): Promise<void> {
  const api = new RelataApi(readConfig(CliConfig));
  let sent = 0;
  let place: string | null = from;
  while (place !== null) {
    const request: ReplayRequest = { to, from: place, force, ...(type ? { types: type } : {}) };
    const view: ReplayView = await api.post<ReplayView>('/events/replay', request);
    sent += view.sent;
    place = view.next;
  }
  process.stdout.write(`${sent} events sent to ${to}.\n`);
}

async function listCommand(): Promise<void> {
  const parked = await allParked(new RelataApi(readConfig(CliConfig)));
  for (const { parkedAt, type, reason, ...event } of parked) {
    process.stdout.write(`${parkedAt}  ${pathOf(event)}  ${type}  ${reason}\n`);
  }
  process.stdout.write(`${parked.length} events are parked.\n`);
}

async function retryCommand(events: string[]): Promise<void> {
  const api = new RelataApi(readConfig(CliConfig));
  const paths = events.length > 0 ? events.map(checked) : (await allParked(api)).map(pathOf);
  for (const path of paths) await api.post(`/events/parked/${path}/retry`);
  process.stdout.write(`${paths.length} events are tried again. What fails again is parked again.\n`);
}

async function dropCommand(events: string[]): Promise<void> {
  const api = new RelataApi(readConfig(CliConfig));
  const paths = events.map(checked);
  for (const path of paths) await api.delete(`/events/parked/${path}`);
  process.stdout.write(`${paths.length} events are dropped.\n`);
}

async function allParked(api: RelataApi): Promise<ParkedEventView[]> {
  const all: ParkedEventView[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const { data, page }: Page<ParkedEventView> = await api.get(`/events/parked?limit=200${after}`);
    all.push(...data);
    cursor = page.nextCursor;
  }
  return all;
}

function pathOf({ service, eventId }: Pick<ParkedEventView, 'service' | 'eventId'>): string {
  return `${service}/${eventId}`;
}

function checked(path: string): string {
  if (/^[a-z]+\/[0-9a-f-]{36}$/i.test(path)) return path;
  throw new CliError(
    `${path} names no parked event: give <service>/<event id>, as \`events parked list\` shows them.`,
  );
}
