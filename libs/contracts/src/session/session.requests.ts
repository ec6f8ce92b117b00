import { IsEmail, IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class CreateSessionRequest {
  @IsEmail()
  @MaxLength(254)
  email: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  password: string;
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
}
