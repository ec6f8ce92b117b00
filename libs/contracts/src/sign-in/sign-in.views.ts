import { RecordView } from '../record.views';

/**
 * - `unknown_account`: nobody has that e-mail, or a password
 * - `wrong_password`
 * - `disabled`: the password was right, the user may not sign in
 * - `too_many_guesses`: no more is tried in this hour; told once
 */
export const SIGN_IN_FAILURES = [
  'unknown_account',
  'wrong_password',
  'disabled',
  'too_many_guesses',
] as const;
export type SignInFailure = (typeof SIGN_IN_FAILURES)[number];

/** A sign-in that failed. One that succeeds is a session. */
export class SignInView extends RecordView {
  /** As it was typed. */
  email: string;
  /** Whose e-mail it is, if anybody's. */
  userId: string | null;
  /** Whence it came. */
  address: string;
  /** What the client called itself (`User-Agent`). */
  device: string | null;
  reason: SignInFailure;
}
