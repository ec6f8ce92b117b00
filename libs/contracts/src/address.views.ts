import { RecordView } from './record.views';

/** A record with a postal address. */
export class AddressedView extends RecordView {
  addressLine1: string | null;
  addressLine2: string | null;
  city: string | null;
  state: string | null;
  postalCode: string | null;
  country: string | null;
}
