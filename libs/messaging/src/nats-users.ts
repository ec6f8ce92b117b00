import type { NatsPermissions } from './nats-permissions';

/** A user of a NATS server. */
export interface NatsUser {
  name: string;
  permissions: NatsPermissions;
}

/**
 * The `authorization` block of a server's configuration. `passwordOf` answers how a user's password is written there:
 * quoted, or as a variable of the environment.
 */
export function renderUsers(users: NatsUser[], passwordOf: (user: string) => string): string {
  const blocks = users.map(({ name, permissions }) =>
    [
      '    {',
      `      user: ${JSON.stringify(name)}`,
      `      password: ${passwordOf(name)}`,
      '      permissions {',
      '        publish {',
      ...list('allow', permissions.publish),
      ...list('deny', permissions.notPublish),
      '        }',
      '        subscribe {',
      ...list('allow', permissions.subscribe),
      '        }',
      ...(permissions.answers ? ['        allow_responses: true'] : []),
      '      }',
      '    }',
    ].join('\n'),
  );
  return ['authorization {', '  users: [', ...blocks, '  ]', '}', ''].join('\n');
}

function list(name: string, subjects: string[]): string[] {
  if (subjects.length === 0) return [];
  const lines = subjects.map((subject) => `            ${JSON.stringify(subject)}`);
  return [`          ${name}: [`, ...lines, '          ]'];
}
