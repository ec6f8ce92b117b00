import { Type } from 'class-transformer';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { IsNatsUrl } from './server-url';
import { AreTrustedIssuers, type TrustedIssuer } from './trusted-issuer';

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
