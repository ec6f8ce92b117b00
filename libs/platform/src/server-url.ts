import { Matches } from 'class-validator';

/** A setting that is the URL of a Postgres. */
export const IsPostgresUrl = (): PropertyDecorator =>
  Matches(/^postgres(ql)?:\/\//, {
    message: 'a URL is wanted, like postgres://role:password@host:5432/database',
  });

/** A setting that is the URL of a NATS server. */
export const IsNatsUrl = (): PropertyDecorator =>
  Matches(/^(nats|tls):\/\//, { message: 'a URL is wanted, like nats://host:4222' });
