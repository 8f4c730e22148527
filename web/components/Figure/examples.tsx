import type { Examples } from '../example.ts';
import { SAMPLE_PROVENANCE } from '../ProvenancePanel/sample-view.ts';
import { Figure } from './Figure.tsx';

/** As if fetched when opened. */
const fetched = async () => ({ ...SAMPLE_PROVENANCE, verdict: null, computed: '223 + 45 = 268', clause: null, parameters: [], frozen: null });

export const examples: Examples = {
  component: 'Figure',
  items: [
    {
      name: 'in a sentence',
      render: () => (
        <p>
          高职阶段在校生{' '}
          <Figure label="高职阶段在校生" from={fetched}>
            <strong>268</strong>
          </Figure>{' '}
          人，生均教学行政用房{' '}
          <Figure label="生均教学行政用房" from={SAMPLE_PROVENANCE}>
            14.9962 平方米
          </Figure>
          。
        </p>
      ),
    },
  ],
};
