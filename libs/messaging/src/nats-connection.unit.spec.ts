import { serversOf, withCredentials } from './nats-connection';

it('takes the user from the URL', () => {
  expect(serversOf('nats://contact:pass%20word@host:4222')).toEqual({
    servers: ['nats://host:4222'],
    user: 'contact',
    pass: 'pass word',
  });
});

it('takes several servers and one user for all', () => {
  expect(serversOf('nats://contact:p@one:4222,two:4223,tls://three:4224')).toEqual({
    servers: ['nats://one:4222', 'nats://two:4223', 'tls://three:4224'],
    user: 'contact',
    pass: 'p',
  });
});

it('needs no user', () => {
  expect(serversOf('nats://127.0.0.1:4222')).toEqual({ servers: ['nats://127.0.0.1:4222'] });
});

it('reads what it wrote, whatever the password', () => {
  const password = '/a:b@c,d e%';
  expect(serversOf(withCredentials('nats://host:4222', 'gateway', password))).toEqual({
    servers: ['nats://host:4222'],
    user: 'gateway',
    pass: password,
  });
});
