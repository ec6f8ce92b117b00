import { Transform, Type } from 'class-transformer';
import {
  IsEmail,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsTimeZone,
  Max,
  Min,
  MinLength,
} from 'class-validator';
import { IsNatsUrl, IsPostgresUrl } from './server-url';

/** What `npm start` and its kin read: everything has a default. */
export class StandaloneConfig {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(65_535)
  port: number = 3000;

  /** Where the embedded Postgres and NATS keep their files, and what was generated at the first start. */
  @IsNotEmpty()
  dataDir: string = '.data';

  @IsOptional()
  @IsEmail()
  adminEmail: string | undefined = undefined;

  @IsOptional()
  @MinLength(10)
  adminPassword: string | undefined = undefined;

  @IsOptional()
  @MinLength(16)
  bootstrapApiKey: string | undefined = undefined;

  @IsTimeZone()
  timeZone: string = 'UTC';

  /** An owner that may make roles; with it no Postgres is embedded. */
  @IsOptional()
  @IsPostgresUrl()
  databaseUrl: string | undefined = undefined;

  @IsOptional()
  @IsPostgresUrl()
  identityDatabaseUrl: string | undefined = undefined;

  @IsOptional()
  @IsPostgresUrl()
  contactDatabaseUrl: string | undefined = undefined;

  @IsOptional()
  @IsPostgresUrl()
  dealDatabaseUrl: string | undefined = undefined;

  @IsOptional()
  @IsPostgresUrl()
  activityDatabaseUrl: string | undefined = undefined;

  @IsOptional()
  @IsPostgresUrl()
  reportingDatabaseUrl: string | undefined = undefined;

  /** With it no NATS is embedded. */
  @IsOptional()
  @IsNatsUrl()
  natsUrl: string | undefined = undefined;

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
  logLevel: string = 'warn';

  @IsIn(['true', 'false'])
  contactEmailRequired: string = 'true';

  /** The gateway's own, handed on to it as they are. */
  @IsOptional()
  trustedIssuers: string | undefined = undefined;

  @IsOptional()
  corsOrigins: string | undefined = undefined;

  @IsOptional()
  trustedProxies: string | undefined = undefined;

  @IsOptional()
  requestsPerMinutePerAddress: string | undefined = undefined;

  @IsOptional()
  requestsPerMinutePerKey: string | undefined = undefined;

  @IsOptional()
  requestsPerMinutePerUser: string | undefined = undefined;

  @IsOptional()
  eventStreamLimit: string | undefined = undefined;

  @IsOptional()
  eventStreamStallSeconds: string | undefined = undefined;

  /** Processes of every service, for `npm run start:processes`. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(16)
  replicas: number = 1;

  /** `false` makes the embedded Postgres quicker and forgetful: for tests alone. */
  @Transform(({ value }: { value: unknown }) => value !== 'false' && value !== false)
  durable: boolean = true;
}
