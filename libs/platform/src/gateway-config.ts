import { Transform, Type } from 'class-transformer';
import { IsIP, IsIn, IsInt, IsUrl, Max, Min } from 'class-validator';
import { IsNatsUrl } from './server-url';
import { AreTrustedIssuers, type TrustedIssuer } from './trusted-issuer';

const toList = ({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.split(',').map((part) => part.trim()) : value;

/** What the gateway reads from the environment. */
export class GatewayConfig {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(65_535)
  port: number = 3000;

  @IsNatsUrl()
  natsUrl: string = 'nats://127.0.0.1:4222';

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
  logLevel: string = 'info';

  /** Whose access tokens are taken beside our own: a JSON array. */
  @AreTrustedIssuers()
  trustedIssuers: TrustedIssuer[] = [];

  /** Web pages of these origins may call the API from a browser; with commas between them. */
  @Transform(toList)
  @IsUrl({ require_tld: false, require_protocol: true, disallow_auth: true }, { each: true })
  corsOrigins: string[] = [];

  /** Addresses of proxies, whose `X-Forwarded-For` is believed; with commas between them. */
  @Transform(toList)
  @IsIP(undefined, { each: true })
  trustedProxies: string[] = [];

  /** Of all gateways together. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  requestsPerMinutePerAddress: number = 120_000;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  requestsPerMinutePerKey: number = 60_000;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  requestsPerMinutePerUser: number = 60_000;

  /** Open event streams at which this gateway refuses another. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(10_000)
  eventStreamLimit: number = 100;

  /** How long a reader of an event stream may take nothing before it is cut. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(3_600)
  eventStreamStallSeconds: number = 30;
}
