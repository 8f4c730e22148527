import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ProvenanceSource } from '../../components/ProvenancePanel/ProvenanceProvider.tsx';
import { parametersQuery } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { testWords } from '../../words/tests.ts';
import { plainOrigin } from '../forecast/origin.ts';
import type { Decision, SampleTest } from './queries.ts';

/** Where pass rates and counts come from: who passed of those who came, the line, the decisions of the list. */
export function useTestOrigins() {
  const asked = useAsked();
  const queries = useQueryClient();
  return useMemo(() => {
    const say = testWords[asked.language];
    const plain = (of: Parameters<typeof plainOrigin>[1]): ProvenanceSource => async () => plainOrigin(asked, of, await queries.fetchQuery({ ...parametersQuery(asked), staleTime: 60_000 }));
    return {
      rate: ({ school, passed, sat }: NonNullable<SampleTest['results']>[number]) => plain({ title: say.of(say.rate, school), clause: 'M9-c', computed: say.originRate(passed, sat), keys: ['sample.pass_line', 'sample.low_rate'] }),
      decided: (decision: Decision, many: number, whom: string) => plain({
        title: say.of(say[`decision_${decision}`], whom), clause: 'M9-d', computed: say.originCount(many, say[`decision_${decision}`]), keys: ['upgrade.pass_line', 'upgrade.resits'],
      }),
    };
  }, [asked, queries]);
}
