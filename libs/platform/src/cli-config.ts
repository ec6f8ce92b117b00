import { IsOptional, IsUrl, Matches } from 'class-validator';

/** What the commands of `npm run relata` read. */
export class CliConfig {
  /** Of a gateway. */
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  relataUrl: string = 'http://127.0.0.1:3000';

  @IsOptional()
  @Matches(/^[!-~]+$/, { message: 'it has characters that no API key has' })
  relataApiKey: string | undefined = undefined;

  /** Set by npm: where the command was typed, as `npm run` itself goes to the top of the project. */
  @IsOptional()
  initCwd: string | undefined = undefined;
}
