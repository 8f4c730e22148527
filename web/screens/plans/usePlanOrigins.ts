import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ProvenanceSource } from '../../components/ProvenancePanel/ProvenanceProvider.tsx';
import { parametersQuery } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { planWords } from '../../words/plans.ts';
import { plainOrigin } from '../forecast/origin.ts';
import type { Plan, PlanLine } from './queries.ts';

/** Where the figures of a line come from: the revision, the link between the two stages, the register of the year before. */
export function usePlanOrigins() {
  const asked = useAsked();
  const queries = useQueryClient();
  return useMemo(() => {
    const say = planWords[asked.language];
    const plain = (of: Parameters<typeof plainOrigin>[1]): ProvenanceSource => async () => plainOrigin(asked, of, await queries.fetchQuery({ ...parametersQuery(asked), staleTime: 60_000 }));
    return {
      planned: ({ year, revision }: Plan, name: string) => plain({ title: `${name} ${say.planned(year)}`, clause: 'M8-a', computed: say.originLine(revision) }),
      higher: ({ year, higher_year }: Plan, name: string, { secondary_heads }: PlanLine) => plain({
        title: `${name} ${say.higher(higher_year)}`, clause: 'M8-c', computed: say.originHigher(secondary_heads, year, higher_year), keys: ['plan.counted', 'plan.lag_years'],
      }),
      before: (_: Plan, name: string) => plain({ title: `${name} ${say.before}`, clause: 'M8-a', note: say.originBefore }),
    };
  }, [asked, queries]);
}
