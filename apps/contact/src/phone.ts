import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** E.164 of a phone number written with its country code, else null: a guess of the country would be wrong for some. */
export function toE164(phone: string | null | undefined): string | null {
  if (!phone) return null;
  const parsed = parsePhoneNumberFromString(phone);
  return parsed?.isValid() ? parsed.number : null;
}
