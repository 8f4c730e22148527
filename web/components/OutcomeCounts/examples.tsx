import type { Examples } from '../example.ts';
import { SAMPLE_PROVENANCE } from '../ProvenancePanel/sample-view.ts';
import { OutcomeCounts } from './OutcomeCounts.tsx';

export const examples: Examples = {
  component: 'OutcomeCounts',
  items: [
    { name: 'in a sentence', render: () => <p>6 个校区：<OutcomeCounts summary={{ met: 72, unmet: 9, undetermined: 0, not_applicable: 15 }} from={() => SAMPLE_PROVENANCE} />。</p> },
  ],
};
