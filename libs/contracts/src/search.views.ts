import type { CrmRecordType } from './crm-resources';
import type { RecordView } from './record.views';

/** In UTF-16 code units, as JavaScript counts. */
export class HighlightPlaceView {
  /** Where the first letter stands; 0 is the first of the value. */
  from: number;
  /** Behind the last letter. */
  to: number;
}

/** Where in a field the words of a search were found. */
export class HighlightView {
  /** Name of the field. */
  field: string;
  /** The field's value. */
  value: string;
  places: HighlightPlaceView[];
}

/** A record that a search found. */
export class SearchHitView {
  /** Type of the record: `contact`, `company`, `deal`, `activity` or `task`. */
  type: CrmRecordType;
  /** How well it answers the question, from 0 to 1; comparable among types. */
  score: number;
  highlights: HighlightView[];
  /** The record itself. */
  record: RecordView;
}

/** What a search found, the best first. */
export class SearchResultsView {
  data: SearchHitView[];
  /** Whether words that are similar count, too: when less than five records have the words themselves. */
  similar: boolean;
}

/** Of a service: the hits among its records of some types. */
export interface SearchQuery {
  q: string;
  types: CrmRecordType[];
  /** At most so many in all. */
  limit: number;
  /** Whether records are looked for by words that are similar. */
  similar: boolean;
}
