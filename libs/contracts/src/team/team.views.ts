import { RecordView } from '../record.views';

export class TeamView extends RecordView {
  name: string;
  /** The team above it. */
  parentId: string | null;
  /** Users whose scope `team` reaches this team, and those below, as it does their own. */
  managerIds: string[];
}
