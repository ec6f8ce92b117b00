import { CommanderError } from 'commander';
import { ConfigError, errorMessage } from '@relata/platform';
import { CliError } from './src/cli-error';
import { EXIT } from './src/exit-codes';
import { program } from './src/program';

program()
  .parseAsync()
  .catch((error: unknown) => {
    process.exitCode = EXIT.error;
    // What was wrong with the arguments, or the help, has been printed.
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.error;
    else if (error instanceof CliError || error instanceof ConfigError)
      process.stderr.write(`${error.message}\n`);
    else process.stderr.write(`The command failed: ${errorMessage(error)}\n`);
  });
