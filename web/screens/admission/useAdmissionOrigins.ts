import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ADMISSION_STATES, type AdmissionState } from '../../../core/admission/states.ts';
import { packs } from '../../../core/policy/packs.ts';
import type { ProvenanceSource } from '../../components/ProvenancePanel/ProvenanceProvider.tsx';
import type { ProvenanceView } from '../../components/ProvenancePanel/provenance-view.ts';
import { parametersQuery } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { clauseOf } from '../../provenance/verdict-origin.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { admissionWords } from '../../words/admission.ts';
import { formatDate } from '../../words/format.ts';
import { admissionsQuery, type ProgrammeAdmission } from './queries.ts';

const PLAIN = { verdict: null, parameters: [], readings: [], rows: [], frozen: null, live: null, history: [] } as const;

/** Where the figures of a programme's admission come from: the plan's matter, or the admissions that are counted. */
export function useAdmissionOrigins(year: number) {
  const say = useWords(admissionWords);
  const asked = useAsked();
  const { language } = useSettings().settings;
  const queries = useQueryClient();
  return useMemo(() => {
    const kept = new Map<string, ProvenanceSource>();
    const once = (key: string, source: ProvenanceSource): ProvenanceSource => {
      const known = kept.get(key) ?? source;
      kept.set(key, known);
      return known;
    };
    const clause = async (id: string) => clauseOf(packs.get((await queries.fetchQuery({ ...parametersQuery(asked), staleTime: 60_000 })).pack), id, language);
    const quota = ({ programme_id, name, quota: line }: ProgrammeAdmission): ProvenanceSource => once(`quota ${programme_id} ${line?.approved}`, async (): Promise<ProvenanceView> => ({
      ...PLAIN, title: say.of(say.quota, name), clause: await clause('M8-c'), computed: line === null ? say.quotaNone : say.quotaHow(line.approved, line.matter_id),
      ...(line !== null && { concerns: { subject: line.matter_id, about: `matter:${line.matter_id}` } }),
    }));
    const counted = ({ programme_id, name }: ProgrammeAdmission, state: AdmissionState, n: number): ProvenanceSource => once(`${state} ${programme_id} ${n}`, async (): Promise<ProvenanceView> => {
      const { total, admissions } = await queries.fetchQuery({ ...admissionsQuery({ year, programme: programme_id, state }), staleTime: 30_000 });
      return {
        ...PLAIN, title: say.of(ADMISSION_STATES[state][language], name), clause: await clause('R3-b'), computed: say.countedHow(n, ADMISSION_STATES[state][language]),
        rows: [{
          sheet: say.recordedRows, total, columns: [say.examNumber, say.name, say.admittedOn].map((label) => ({ label })),
          rows: admissions.map((one) => ({ row: null, cells: [one.exam_number, one.name, formatDate(one.admitted_on, language)] })),
        }],
      };
    });
    return { quota, counted };
  }, [asked, language, queries, say, year]);
}
