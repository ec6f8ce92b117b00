import { RecordView } from '../record.views';

export class TeamView extends RecordView {
  name: string;
}
