import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsTimeZone,
  Max,
  Min,
  MinLength,
} from 'class-validator';
import { IsNatsUrl, IsPostgresUrl } from './server-url';

const toBoolean = ({ value }: { value: unknown }) =>
  value === 'true' || value === '1' ? true : value === 'false' || value === '0' ? false : value;

/** What each service reads. `<PROPERTY_NAME>` in the environment; see docs/configuration.md. */
export class ServiceConfig {
  /** `postgres://role:password@host:port/database`; the role owns the service's schema. */
  @IsPostgresUrl()
  databaseUrl: string = '';

  @IsNatsUrl()
  natsUrl: string = 'nats://127.0.0.1:4222';

  /** Connections a replica may hold. */
  @Type(() => Number)
  @IsInt()
  @Min(2)
  @Max(100)
  databasePoolSize: number = 10;

  /** Calendar dates (close dates, report ranges) are those of this zone. */
  @IsTimeZone()
  timeZone: string = 'UTC';

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
  logLevel: string = 'info';

  /** Port of `/livez` and `/readyz`; none when unset. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  healthPort: number | undefined = undefined;

  /** Whether a new contact must have an e-mail. */
  @Transform(toBoolean)
  @IsBoolean()
  contactEmailRequired: boolean = true;

  /** Copies of each event stream that the NATS cluster keeps. */
  @Type(() => Number)
  @IsIn([1, 3, 5])
  streamReplicas: number = 1;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  streamRetentionDays: number = 7;

  /** The administrator that identity makes at its first start. */
  @IsOptional()
  @IsEmail()
  adminEmail: string | undefined = undefined;

  @IsOptional()
  @MinLength(10)
  adminPassword: string | undefined = undefined;

  /** An API key of the administrator, known beforehand. */
  @IsOptional()
  @MinLength(16)
  bootstrapApiKey: string | undefined = undefined;
}
