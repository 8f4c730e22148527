import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ProvenanceSource } from '../../components/ProvenancePanel/ProvenanceProvider.tsx';
import { parametersQuery } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { schemeWords } from '../../words/schemes.ts';
import { plainOrigin } from '../forecast/origin.ts';

/** Where the figures of a scheme come from: its own course table. */
export function useSchemeOrigins() {
  const asked = useAsked();
  const queries = useQueryClient();
  return useMemo(() => {
    const say = schemeWords[asked.language];
    const plain = (of: Parameters<typeof plainOrigin>[1]): ProvenanceSource => async () => plainOrigin(asked, of, await queries.fetchQuery({ ...parametersQuery(asked), staleTime: 60_000 }));
    return {
      required: (revision: number) => plain({ title: say.required, clause: 'M9-a', computed: say.originRequired(revision) }),
      total: (title: string, courses: number) => plain({ title, clause: 'M9-a', computed: say.originTotal(courses) }),
      share: (practice: number, hours: number) => plain({ title: say.practiceShare, clause: 'M9-a', computed: say.originShare(practice, hours) }),
      ideology: (courses: number) => plain({ title: say.ideology, clause: '1.1-a', computed: say.originTotal(courses) }),
    };
  }, [asked, queries]);
}
