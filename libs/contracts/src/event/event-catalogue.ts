import { ActivityView } from '../activity/activity.views';
import { ApiKeyUsedDetails } from '../api-key/api-key.events';
import { ApiKeyView } from '../api-key/api-key.views';
import { BatchRevertedDetails } from '../batch/batch.events';
import { BatchRecordView } from '../batch/batch.views';
import { CompanyView } from '../company/company.views';
import { ContactAbsorbedDetails, ContactMergedDetails } from '../contact/contact.events';
import { ContactView } from '../contact/contact.views';
import { CustomFieldView } from '../custom-field/custom-field.views';
import { DealClosedDetails, DealStageChangedDetails } from '../deal/deal.events';
import { DealView } from '../deal/deal.views';
import { ExportView } from '../export/export.views';
import { PipelineView, StageView } from '../pipeline/pipeline.views';
import { RoleView } from '../role/role.views';
import type { RecordView } from '../record.views';
import type { RecordType } from '../services';
import { SavedView } from '../view/saved-view.views';
import { SessionRecordView } from '../session/session.views';
import { SignInView } from '../sign-in/sign-in.views';
import { TaskView } from '../task/task.views';
import { TeamView } from '../team/team.views';
import { UserView } from '../user/user.views';

interface RecordEvents {
  /** The record as events carry it, `data.<record type>`. */
  snapshot: new () => RecordView;
  /** By the second word of the type: what `data` holds beside `before`, `after` and the record, if anything. */
  events: Readonly<Record<string, (new () => object) | null>>;
}

const CHANGES = { created: null, updated: null, deleted: null };
const LIFE = { ...CHANGES, restored: null };
const FIELD = { snapshot: CustomFieldView, events: CHANGES };
const VIEW = { snapshot: SavedView, events: LIFE };
const EXPORT = { snapshot: ExportView, events: { created: null, started: null, ended: null, deleted: null } };

/** Every event type that there is, by the type of its record: the contract with whoever reads events. */
export const EVENT_CATALOGUE = {
  user: { snapshot: UserView, events: LIFE },
  team: { snapshot: TeamView, events: LIFE },
  role: { snapshot: RoleView, events: LIFE },
  apiKey: {
    snapshot: ApiKeyView,
    events: { created: null, deleted: null, used: ApiKeyUsedDetails },
  },
  session: { snapshot: SessionRecordView, events: { created: null, ended: null } },
  signIn: { snapshot: SignInView, events: { failed: null } },
  contact: {
    snapshot: ContactView,
    events: { ...LIFE, merged: ContactMergedDetails, absorbed: ContactAbsorbedDetails },
  },
  company: { snapshot: CompanyView, events: LIFE },
  contactField: FIELD,
  companyField: FIELD,
  contactExport: EXPORT,
  contactView: VIEW,
  batch: {
    snapshot: BatchRecordView,
    events: { created: null, completed: null, reverted: BatchRevertedDetails },
  },
  deal: {
    snapshot: DealView,
    events: {
      ...LIFE,
      stageChanged: DealStageChangedDetails,
      won: DealClosedDetails,
      lost: DealClosedDetails,
      reopened: null,
    },
  },
  pipeline: { snapshot: PipelineView, events: CHANGES },
  stage: { snapshot: StageView, events: CHANGES },
  dealField: FIELD,
  dealExport: EXPORT,
  dealView: VIEW,
  activity: { snapshot: ActivityView, events: LIFE },
  task: { snapshot: TaskView, events: { ...LIFE, completed: null } },
  activityField: FIELD,
  taskField: FIELD,
  activityExport: EXPORT,
  activityView: VIEW,
} as const satisfies Record<RecordType, RecordEvents>;

export type EventCatalogue = typeof EVENT_CATALOGUE;

/** `contact.created`, `deal.stageChanged`, …; `EventType<'deal'>`: those of deals. */
export type EventType<R extends RecordType = RecordType> = {
  [T in R]: `${T}.${keyof EventCatalogue[T]['events'] & string}`;
}[R];

export const EVENT_TYPES: readonly EventType[] = Object.entries(EVENT_CATALOGUE).flatMap(
  ([recordType, { events }]) => Object.keys(events).map((word) => `${recordType}.${word}` as EventType),
);

/** The event type of a record type and a word; throws for one that is not in the catalogue. */
export function eventTypeOf(recordType: RecordType, word: string): EventType {
  const type = `${recordType}.${word}`;
  if (!isEventType(type)) throw new Error(`There is no event type ${type}: EVENT_CATALOGUE lists them all.`);
  return type;
}

function isEventType(type: string): type is EventType {
  return (EVENT_TYPES as readonly string[]).includes(type);
}
