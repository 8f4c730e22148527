import { expect, test } from 'vitest';
import { proposedFor } from './proposal.ts';
import type { Admission, ProgrammeAdmission } from './queries.ts';

const programme = (programme_id: string, major_code: string, numbered: readonly string[] = []) => ({ programme_id, major_code, numbered }) as unknown as ProgrammeAdmission;
const admitted = (admission_id: string, programme_id: string) => ({ admission_id, programme_id }) as unknown as Admission;

test('those who came are numbered by programme and class, after whoever has a number', () => {
  const came = [admitted('1', 'Q'), admitted('2', 'P'), admitted('3', 'P'), admitted('4', 'P')];
  const proposed = proposedFor(came, [programme('P', '01', ['202501010101']), programme('Q', '02')], 2025, { school: '01', majors: { Q: '07' }, per_class: 2 });
  expect(proposed.map(({ admission, class_id, student_id }) => [admission.admission_id, class_id, student_id])).toEqual([
    ['2', '2025010101', '202501010102'], ['3', '2025010101', '202501010103'], ['4', '2025010102', '202501010201'], ['1', '2025010701', '202501070101'],
  ]);
});
