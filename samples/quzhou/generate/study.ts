import { certificates, credits, destinations, results } from '../../../core/exchange/sheets/outcomes.ts';
import type { Pupil } from './pupil.ts';
import type { Draws } from './random.ts';
import { draws } from './random.ts';
import type { Row, Table } from './table.ts';
import { table } from './table.ts';

const TRADES: Readonly<Record<string, string>> = { S1: '电工', S2: '汽车维修工', S3: '工业机器人系统操作员' };

/** Tests, certificates, credits and destinations. Only the trial classes of 2020 have finished. */
export function studySheets(all: readonly Pupil[]): readonly Table[] {
  const finished = all.filter(({ cohort, left }) => cohort === 2020 && left === null);
  const graduates = finished.filter((pupil) => ended(pupil) === 'graduated');
  return [
    table(results, all.flatMap((pupil) => resultRows(pupil, draws(`results ${pupil.id}`)))),
    table(certificates, finished.flatMap((pupil, index) => certificateRow(pupil, index))),
    table(credits, finished.map((pupil, index) => ({
      student_id: pupil.id, required: '140', earned: ended(pupil) === 'graduated' || index % 7 !== 0 ? '142.5' : '136',
      conduct_ok: true, internship_ok: true, certificate_exemption: index === 5 ? '示例免证〔2025〕1号' : null,
    }))),
    table(destinations, graduates.map((pupil, index) => destinationRow(pupil, index))),
  ];
}

function ended(pupil: Pupil): string {
  return pupil.spans.at(-1)?.status ?? '';
}

/** Third-year pupils of 2022 sat the test for stepping up in April 2025; those who failed sat again in May. */
function resultRows(pupil: Pupil, by: Draws): Row<typeof results>[] {
  if (pupil.cohort !== 2022 || pupil.left !== null && pupil.left.on < '2025-04-12') return [];
  const up = pupil.spans.some(({ stage }) => stage === 'higher');
  const first = { student_id: pupil.id, kind: 'upgrade_test', on: '2025-04-12', score: up ? by.between(60, 97) : by.between(31, 59) };
  const sampled = Number(pupil.id) % 4 === 0 ? [{ student_id: pupil.id, kind: 'sample_test', on: '2025-03-18', score: by.between(48, 95) }] : [];
  const again = up || pupil.left !== null ? [] : [{ student_id: pupil.id, kind: 'upgrade_resit', on: '2025-05-17', score: by.between(35, 59) }];
  return [...sampled, first, ...again];
}

/** The third class holds none above the middle grade: nobody of it graduates. */
function certificateRow(pupil: Pupil, index: number): Row<typeof certificates>[] {
  if (index === 5) return [];
  const serial = String(index + 1).padStart(6, '0');
  const graduated = ended(pupil) === 'graduated';
  if (graduated && index % 9 === 4) {
    return [{
      student_id: pupil.id, kind: 'x', name: '智能制造设备安装与调试', level: 'intermediate', number: `X33-2025-${serial}`,
      issued_on: '2025-05-28', verified: true,
    }];
  }
  const level = graduated ? '3' : '4';
  return [{
    student_id: pupil.id, kind: 'skill', name: TRADES[pupil.school] ?? '', level, number: `S00003300000125${level}${serial}`,
    issued_on: '2025-05-20', verified: true,
  }];
}

const LOCAL = ['330802', '330803', '330803', '330802', '330881', '330825'];
const FIRMS = ['F1', 'F4', 'F5', null, 'F2', 'F3'] as const;

/** Of ten: six work in the city, one studies on, two work elsewhere, one still looks; two serve. */
function destinationRow(pupil: Pupil, index: number): Row<typeof destinations> {
  const row = { student_id: pupil.id, recorded_on: '2025-08-25' };
  if (index === 20 || index === 41) return { ...row, code: '46' };
  const tenth = index % 10;
  if (tenth === 3) return { ...row, code: '80' };
  if (tenth === 8) return { ...row, code: '70' };
  const elsewhere = tenth === 5 || tenth === 9;
  return {
    ...row, code: tenth === 1 ? '10' : '11', employer_id: elsewhere ? 'F7' : FIRMS[index % FIRMS.length] ?? null,
    workplace_division: elsewhere ? '330106' : LOCAL[index % LOCAL.length] ?? null,
    industry: 'C34', contract: '劳动合同', wage_band: tenth < 5 ? '4000-5000' : '5000-6000',
  };
}
