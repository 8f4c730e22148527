import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ProvenanceSource } from '../../components/ProvenancePanel/ProvenanceProvider.tsx';
import { parametersQuery } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { teachingWords } from '../../words/teaching.ts';
import { plainOrigin } from '../forecast/origin.ts';
import type { OfferingHead, TaughtClass } from './queries.ts';

/** 1.1-a: the courses from which a class’s hours of ideology were added up. */
export function useIdeologyOrigin(offerings: readonly OfferingHead[]) {
  const asked = useAsked();
  const queries = useQueryClient();
  return useMemo(() => {
    const say = teachingWords[asked.language];
    return ({ class_id, ideology }: TaughtClass): ProvenanceSource => async () => {
      const own = offerings.filter(({ offering_id }) => ideology.offerings.includes(offering_id));
      const view = plainOrigin(asked, {
        title: say.ideologyTitle(class_id), clause: '1.1-a', computed: own.length === 0 ? say.ideologyNone : say.ideologyHow(ideology.planned_hours, ideology.taught_hours ?? 0),
        ...(ideology.unreported > 0 && { note: say.ideologyOpen(ideology.unreported) }),
      }, await queries.fetchQuery({ ...parametersQuery(asked), staleTime: 60_000 }));
      const rows = own.map((one) => ({ row: null, cells: [one.course, one.teacher ?? say.noTeacher, String(one.planned_hours), one.taught_hours === null ? '–' : String(one.taught_hours)] }));
      return own.length === 0 ? view : {
        ...view, rows: [{ sheet: say.courses, columns: [say.course, say.teacher, say.hours, say.taughtHours].map((label, at) => ({ label, number: at > 1 })), rows, total: rows.length }],
      };
    };
  }, [asked, queries, offerings]);
}
