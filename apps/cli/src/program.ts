import { Command } from 'commander';
import { addAuditCommands } from './audit/audit.command';
import { addDemoCommand } from './demo/demo.command';
import { addEventsCommands } from './events/events.command';
import { addImportCommand } from './imports/import.command';

/** The command `relata`. A group of commands is one file below `src/<noun>/` and one line here. */
export function program(): Command {
  const relata = new Command('relata')
    .description('Works with a running Relata over its HTTP API.')
    .addHelpText(
      'after',
      '\nEnvironment:\n  RELATA_URL      where Relata is (http://127.0.0.1:3000)\n  RELATA_API_KEY  an API key; the first `npm start` prints one',
    )
    .exitOverride();
  addImportCommand(relata);
  addDemoCommand(relata);
  addEventsCommands(relata);
  addAuditCommands(relata);
  return relata;
}
