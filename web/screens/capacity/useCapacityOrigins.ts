import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { date } from '../../../core/values/plain-date.ts';
import type { ProvenanceSource } from '../../components/ProvenancePanel/ProvenanceProvider.tsx';
import type { CapacityAnswer, ClassNeedAnswer, ShownVerdict } from '../../provenance/answers.ts';
import { campusForecastQuery, parametersQuery } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { groupDigits } from '../../words/format.ts';
import { capacityWords } from '../../words/capacity.ts';
import { foreseenOrigin, plainOrigin } from '../forecast/origin.ts';
import type { CampusRoomRow, SchoolRoomRow, Standard } from './room.ts';

const MINUTE_MS = 60_000;

/** Where each figure of the page comes from: the clause, the value in force, the formula and the records of the verdict of that year. */
export function useCapacityOrigins({ start, campuses, standards }: Pick<CapacityAnswer, 'start' | 'campuses' | 'standards'>) {
  const asked = useAsked();
  const queries = useQueryClient();
  return useMemo(() => {
    const say = capacityWords[asked.language];
    const on = (day: string) => queries.fetchQuery({ ...parametersQuery({ ...asked, on: date(day) }), staleTime: MINUTE_MS });
    const verdictOf = async (campus_id: string, year: number, standard: string) => {
      const forecast = await queries.fetchQuery({ ...campusForecastQuery(asked, campus_id, { years: year - start, rates: 'pack' }), staleTime: MINUTE_MS });
      const row = forecast.rows.find((one) => one.year === year);
      return { forecast, row, verdict: row?.verdicts.find((one) => one.standard === standard) };
    };
    const allowed = (campus_id: string | undefined, { year, on: day }: CampusRoomRow | SchoolRoomRow, standard: Standard, most: number): ProvenanceSource => async () => {
      const computed = say.how(groupDigits(String(most)), standard.label[asked.language]);
      const { forecast, row, verdict } = campus_id === undefined ? {} : await verdictOf(campus_id, year, standard.id);
      if (forecast === undefined || row === undefined || verdict === undefined) return plainOrigin(asked, { title: say.origin(standard.label[asked.language], year), clause: standard.clause, computed, keys: [standard.parameter] }, await on(day));
      return { ...await foreseenOrigin(asked, forecast, row, verdict, await on(day)), computed };
    };
    return {
      allowed,
      /** The tightest: that of the first standard that is reached. */
      room: (campus_id: string | undefined, row: CampusRoomRow | SchoolRoomRow): ProvenanceSource | null => {
        const standard = standards.find(({ id }) => id === row.capacity.binding[0]);
        return standard === undefined || row.capacity.students === null ? null : allowed(campus_id, row, standard, row.capacity.students);
      },
      /** A sum over the region: what it is of, and the clause. */
      region: ({ year }: { readonly year: number }, label: string, computed: string): ProvenanceSource => async () =>
        plainOrigin(asked, { title: say.origin(label, year), clause: 'S2-a', computed, note: say.regionHow }, await on(asked.on)),
      campusOf: (school_id: string) => campuses.find((one) => one.school_id === school_id)?.campus_id,
      /** A verdict with the classes and nothing added. */
      need: (need: ClassNeedAnswer, verdict: ShownVerdict): ProvenanceSource => async () =>
        foreseenOrigin(asked, need, { year: need.year, on: need.on, students: (need.students ?? 0) + need.classes * need.size }, verdict, await on(need.on)),
    };
  }, [asked, queries, start, campuses, standards]);
}

export type CapacityOrigins = ReturnType<typeof useCapacityOrigins>;
