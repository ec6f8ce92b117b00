import { AddressedView } from '../address.views';

export class ContactView extends AddressedView {
  tags: string[];
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  /** Further addresses, e.g. of merged duplicates; unique together with the first ones. */
  secondaryEmails: string[];
  phone: string | null;
  /** E.164, where the number can be read. */
  phoneE164: string | null;
  mobile: string | null;
  /** E.164, where the number can be read. */
  mobileE164: string | null;
  title: string | null;
  department: string | null;
  leadSource: string | null;
  leadStatus: string | null;
  lifecycleStage: string | null;
  companyId: string | null;
  /** The contact that this one became part of. */
  mergedIntoId: string | null;
}
