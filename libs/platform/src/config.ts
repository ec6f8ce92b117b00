import { readFileSync } from 'node:fs';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';

/** A setting that is missing or bad. The message names the variable, never its value. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}

type Env = Record<string, string | undefined>;

/** `databaseUrl` → `DATABASE_URL`. */
export function environmentName(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

/**
 * Reads one configuration class from the environment: the only place that does. Each property is taken from
 * the variable of its name in capitals, or from the file that `<NAME>_FILE` points to; what is unset keeps
 * the class's default. Throws ConfigError; answers a frozen object.
 */
export function readConfig<T extends object>(type: new () => T, env: Env = process.env): Readonly<T> {
  const config = new type();
  const given: Record<string, string> = {};
  for (const property of Object.keys(config)) {
    const name = environmentName(property);
    const value = env[name] ?? readSecretFile(env, name);
    if (value !== undefined && value !== '') given[property] = value;
  }
  const merged = plainToInstance(type, { ...config, ...given });
  const problems = validateSync(merged, { forbidUnknownValues: false });
  if (problems.length > 0) {
    const lines = problems.map((problem) => {
      const reasons = Object.values(problem.constraints ?? {}).map((text) =>
        text.replace(problem.property, 'it'),
      );
      return `${environmentName(problem.property)}: ${reasons.join('; ')}`;
    });
    throw new ConfigError(`Bad configuration. ${lines.join('. ')}.`);
  }
  return Object.freeze(merged);
}

/** What a child process needs of this one's environment to run at all; our own settings are not among it. */
export function inheritedEnvironment(env: Env = process.env): Record<string, string> {
  const names = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'NODE_OPTIONS', 'SystemRoot'];
  return Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}

function readSecretFile(env: Env, name: string): string | undefined {
  const path = env[`${name}_FILE`];
  if (!path) return undefined;
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    throw new ConfigError(`Bad configuration. ${name}_FILE names a file that cannot be read.`);
  }
}
