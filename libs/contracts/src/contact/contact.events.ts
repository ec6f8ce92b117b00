/** `contact.merged`, on the survivor. */
export class ContactMergedDetails {
  /** The contacts that became part of it. */
  duplicateIds: string[];
}

/** `contact.absorbed`, on each duplicate. */
export class ContactAbsorbedDetails {
  /** The contact that it became part of. */
  survivorId: string;
}
