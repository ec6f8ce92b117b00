/** What `apiKey.used` says: told once an hour and address. */
export class ApiKeyUsedDetails {
  address: string;
}
