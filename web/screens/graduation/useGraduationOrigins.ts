import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SheetName } from '../../../core/exchange/sheets.ts';
import { GRADUATION_OUTCOMES, REQUIREMENTS } from '../../../core/graduation/phrases.ts';
import type { ProvenanceSource } from '../../components/ProvenancePanel/ProvenanceProvider.tsx';
import { parametersQuery } from '../../provenance/asked.ts';
import { registerTable } from '../../provenance/records.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { graduationWords } from '../../words/graduation.ts';
import { plainOrigin } from '../forecast/origin.ts';
import type { Audited, AuditedLine, GraduationOutcome } from './queries.ts';

const ALL_KEYS = ['roll.secondary_years', 'roll.higher_years', 'study.max_years.higher', 'cert.gate', 'cert.skill_level', 'cert.x_levels'];
const KEYS: Readonly<Record<AuditedLine['name'], readonly string[]>> = {
  credits: ['study.max_years.higher'], conduct: [], internship: [], certificate: ['cert.gate', 'cert.skill_level', 'cert.x_levels'], list: [], fees: [],
};

/** Where each figure and line of the audit comes from; looked up when it is opened. */
export function useGraduationOrigins() {
  const asked = useAsked();
  const queries = useQueryClient();
  return useMemo(() => {
    const say = graduationWords[asked.language];
    const inForce = () => queries.fetchQuery({ ...parametersQuery(asked), staleTime: 60_000 });
    return {
      outcome: (outcome: GraduationOutcome): ProvenanceSource => async () =>
        plainOrigin(asked, { title: GRADUATION_OUTCOMES[outcome][asked.language], clause: 'R3-d', note: say.countNote, keys: ALL_KEYS }, await inForce()),
      exempted: async () => plainOrigin(asked, { title: say.exempted, clause: 'M9-e', note: say.exemptedNote, keys: ['cert.gate'] }, await inForce()),
      line: (student: Audited, line: AuditedLine): ProvenanceSource => async () => {
        const view = plainOrigin(asked, {
          title: say.lineOf(REQUIREMENTS[line.name][asked.language], student.name), clause: line.clause, keys: KEYS[line.name],
          ...(line.said[asked.language] !== '' && { note: line.said[asked.language] }),
        }, await inForce());
        const rows = await Promise.all(line.evidence.map(({ sheet, rows: ids }) =>
          registerTable(asked, sheet as SheetName, `student_id=${student.student_id}`, ({ record_id }) => ids.includes(Number(record_id)))));
        return { ...view, rows };
      },
    };
  }, [asked, queries]);
}
