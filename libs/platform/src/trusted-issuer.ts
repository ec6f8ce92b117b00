import { Transform, plainToInstance } from 'class-transformer';
import {
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  registerDecorator,
  validateSync,
} from 'class-validator';

/** Whose access tokens are taken beside our own, and how their subject is found among our users. */
export class TrustedIssuer {
  /** As tokens name it (`iss`). */
  @IsString()
  @IsNotEmpty()
  issuer: string;

  /** What tokens for us must name (`aud`). */
  @IsString()
  @IsNotEmpty()
  audience: string;

  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['https', 'http'] })
  jwksUrl: string;

  /** The user's external key of this system is the token's `sub`; when absent, its verified `email` is the user's e-mail. */
  @IsOptional()
  @Matches(/^[a-z0-9][a-z0-9_.-]{0,62}$/)
  system?: string;
}

/** A setting that is a JSON array of issuers. */
export function AreTrustedIssuers(): PropertyDecorator {
  const isIssuer = (value: unknown) => value instanceof TrustedIssuer && validateSync(value).length === 0;
  return (target, property) => {
    Transform(({ value }: { value: unknown }) => parse(value))(target, property);
    registerDecorator({
      name: 'areTrustedIssuers',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value: unknown) => Array.isArray(value) && value.every(isIssuer),
        defaultMessage: () =>
          'a JSON array is wanted, like [{"issuer":"https://id.example","audience":"relata","jwksUrl":"https://id.example/jwks"}]',
      },
    });
  };
}

function parse(value: unknown): unknown {
  try {
    const parsed: unknown = typeof value === 'string' ? JSON.parse(value) : value;
    return Array.isArray(parsed) ? parsed.map((one: object) => plainToInstance(TrustedIssuer, one)) : parsed;
  } catch {
    return null;
  }
}
