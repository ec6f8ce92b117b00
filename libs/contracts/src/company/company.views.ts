import { AddressedView } from '../address.views';

export class CompanyView extends AddressedView {
  tags: string[];
  name: string;
  domain: string | null;
  industry: string | null;
  employeeCount: number | null;
  /** Decimal string. */
  annualRevenue: string | null;
  phone: string | null;
  /** E.164, where the number can be read. */
  phoneE164: string | null;
  website: string | null;
}
