import { IsEmail, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../may-be-absent';

export class CreateSessionRequest {
  @IsEmail()
  @MaxLength(254)
  email: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  password: string;

  /** From an earlier sign-in on this device: it is not locked out when others guess at the account's password. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  deviceToken?: string;
}

export class RefreshSessionRequest {
  /** The refresh token of the last answer; each works once. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  refreshToken: string;
}

/** The body of a sign-in, and where it came from. */
export interface SignInPayload {
  body: CreateSessionRequest;
  device: string | null;
  address: string;
}
