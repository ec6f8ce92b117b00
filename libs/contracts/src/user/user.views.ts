import { RecordView } from '../record.views';

export class UserView extends RecordView {
  name: string;
  email: string | null;
  teamId: string | null;
}
