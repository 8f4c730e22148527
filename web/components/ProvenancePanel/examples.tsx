import type { Examples } from '../example.ts';
import { Provenance } from './Provenance.tsx';
import { SAMPLE_PROVENANCE, SAMPLE_VERDICT } from './sample-view.ts';

export const examples: Examples = {
  component: 'ProvenancePanel',
  items: [
    {
      name: 'a verdict, complete',
      render: () => (
        <div style={{ maxWidth: '26rem' }}>
          <Provenance view={SAMPLE_PROVENANCE} />
        </div>
      ),
    },
    {
      name: 'something missing',
      render: () => (
        <div style={{ maxWidth: '26rem' }}>
          <Provenance
            view={{
              ...SAMPLE_PROVENANCE,
              verdict: {
                ...SAMPLE_VERDICT,
                outcome: 'undetermined',
                measured: { numerator: null, denominator: '268', value: null, unit: 'm2/student' },
                gap: null,
                missing: ['rooms'],
              },
              readings: [],
              rows: [],
              frozen: null,
              history: [],
            }}
          />
        </div>
      ),
    },
  ],
};
