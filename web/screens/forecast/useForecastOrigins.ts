import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { DEFAULT_PACK } from '../../../core/policy/packs.ts';
import { date } from '../../../core/values/plain-date.ts';
import type { ProvenanceSource } from '../../components/ProvenancePanel/ProvenanceProvider.tsx';
import type { CampusForecastAnswer, ForecastAnswer, ShownVerdict } from '../../provenance/answers.ts';
import { parametersQuery } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { formatDate, groupDigits } from '../../words/format.ts';
import { forecastWords } from '../../words/forecast.ts';
import { foreseenOrigin, plainOrigin, RATE_KEYS } from './origin.ts';

type RegionYear = ForecastAnswer['region'][number];
type CampusYear = CampusForecastAnswer['rows'][number];
type Row = Pick<ForecastAnswer['rows'][number], 'year' | 'students' | 'capacity' | 'grant_due_yuan' | 'grant_heads' | 'grant_standard'>;

const GRANT_KEYS = ['grant.standard', 'grant.headcount', 'grant.months_previous', 'grant.months_current'];
const NEEDED_KEYS = ['ratio.teacher.max_students', 'ratio.ideology.max_students', 'ratio.counsellor.max_students', 'psych.min_per_campus', 'psych.ratio'];

const text = (n: number | null) => (n === null ? '?' : groupDigits(String(n)));

/** Where each figure of a forecast comes from; looked up when it is opened. */
export function useForecastOrigins() {
  const asked = useAsked();
  const queries = useQueryClient();
  return useMemo(() => {
    const say = forecastWords[asked.language];
    const parametersOn = (on: string) => queries.fetchQuery({ ...parametersQuery({ ...asked, on: date(on) }), staleTime: 60_000 });
    const plain = (of: Parameters<typeof plainOrigin>[1]): ProvenanceSource => async () => plainOrigin(asked, of, await parametersOn(asked.on));
    return {
      intake: ({ year, intake, intake_assumed }: RegionYear) => plain({
        title: say.origin(say.intake, year), clause: '1.2-j', computed: say.intakeSum(text(intake), text(intake - intake_assumed), text(intake_assumed)),
      }),
      higher: ({ year, grades }: RegionYear) => plain({
        title: say.origin(say.higher, year), clause: 'S2-a', computed: say.higherSum(text(grades[4] + grades[5]), text(grades[4]), text(grades[5])), note: say.headsNote, keys: RATE_KEYS,
      }),
      step: (row: RegionYear, what: string) => plain({ title: say.origin(what, row.year), clause: 'S2-a', note: say.stepNote, keys: RATE_KEYS }),
      leavers: (row: RegionYear, before: RegionYear | undefined) => plain({
        title: say.origin(say.leavers, row.year), clause: 'S2-a', note: say.leaversNote,
        ...(before !== undefined && { computed: say.leaversSum(text(total(before)), text(row.intake), text(total(row)), text(row.completing), text(row.leavers)) }),
      }),
      heads: (row: Row, grades: CampusYear['grades'] | null, first: boolean) => plain({
        title: say.origin(say.higher, row.year), clause: 'S2-a',
        ...(row.students !== null && { computed: headsText(row.students, grades) }),
        note: row.students === null ? say.headsUnknown : first ? say.headsStart(text(row.students), formatDate(asked.on, asked.language)) : say.headsNote,
        keys: first ? [] : RATE_KEYS,
      }),
      capacity: ({ year, capacity: { students, binding } }: Row) => plain({
        title: say.origin(say.capacity, year), clause: 'S2-a', computed: say.capacitySum(text(students), binding.join(say.comma)),
        keys: DEFAULT_PACK.standards.filter(({ id }) => binding.includes(id)).map(({ reads: [key] }) => key),
      }),
      needed: ({ year, students }: Row) => plain({ title: say.origin(say.needed, year), clause: 'R5-a', note: say.neededNote(text(students)), keys: NEEDED_KEYS }),
      grant: ({ year, grant_due_yuan, grant_heads, grant_standard }: Row): ProvenanceSource => async () => {
        const inForce = await parametersOn(asked.on);
        const months = (key: string) => inForce.parameters.find((p) => p.key === key)?.value ?? '?';
        const [before, own] = [months('grant.months_previous'), months('grant.months_current')];
        return plainOrigin(asked, {
          title: say.origin(say.grant, year), clause: 'M5-d', keys: GRANT_KEYS,
          computed: say.grantSum(groupDigits(grant_standard?.yuan_per_student ?? '?'), before, text(grant_heads.previous), own, text(grant_heads.current), Number(before) + Number(own), groupDigits(grant_due_yuan ?? '?')),
          ...(grant_standard?.origin === 'assumed' && { note: say.grantAssumed(grant_standard.fiscal_year) }),
        }, inForce);
      },
      verdict: (campus: CampusForecastAnswer, row: CampusYear, verdict: ShownVerdict): ProvenanceSource =>
        async () => foreseenOrigin(asked, campus, row, verdict, await parametersOn(row.on)),
    };

    function headsText(students: number, grades: CampusYear['grades'] | null): string {
      return grades?.[4] == null ? text(students) : say.headsSum(text(students), text(grades[4]), text(grades[5]));
    }
  }, [asked, queries]);
}

export type ForecastOrigins = ReturnType<typeof useForecastOrigins>;

function total({ grades }: RegionYear): number {
  return grades[1] + grades[2] + grades[3] + grades[4] + grades[5];
}
