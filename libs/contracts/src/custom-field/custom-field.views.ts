import { RecordView } from '../record.views';

export class CustomFieldOptionView {
  value: string;
  label: string;
}

export class CustomFieldView extends RecordView {
  /** `contact`, `company`, `deal`, `activity` or `task`. */
  entityType: string;
  fieldName: string;
  /** `text`, `number`, `boolean`, `date`, `datetime`, `select`, `multiselect`, `url`, `email`, `phone`, `currency` or `reference`. */
  fieldType: string;
  /** Of a reference: `contact`, `company`, `deal` or `user`; null of others. */
  target: string | null;
  fieldLabel: string;
  options: CustomFieldOptionView[];
  required: boolean;
  /** Whether lists are to filter and sort by it fast. */
  indexed: boolean;
  /** `building`, `ready` or `failed`; null of a field that is not indexed. */
  indexState: string | null;
  /** Why it failed; mark the field `indexed` again when that is mended. */
  indexError: string | null;
}
