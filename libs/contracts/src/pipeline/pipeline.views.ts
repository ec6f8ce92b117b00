import { RecordView } from '../record.views';

export class StageView extends RecordView {
  pipelineId: string;
  key: string;
  label: string;
  /** Percent. */
  probability: number;
  kind: 'open' | 'won' | 'lost';
  /** Place in the order, from 0. */
  position: number;
}

export class PipelineView extends RecordView {
  name: string;
  isDefault: boolean;
}

export class PipelineWithStagesView extends PipelineView {
  stages: StageView[];
}
