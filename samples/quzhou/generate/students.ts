import { filings } from '../../../core/exchange/sheets/enrolment.ts';
import { departures, guardians, students } from '../../../core/exchange/sheets/students.ts';
import { grownName } from './names.ts';
import type { Pupil, Span } from './pupil.ts';
import { draws } from './random.ts';
import { LIVES_AT_CAMPUS, SPECIAL } from './special-pupils.ts';
import type { Row, Table } from './table.ts';
import { table } from './table.ts';

/** Class of the higher stage: campus, year of the first autumn there, number. The largest school has two. */
export function classOf(pupil: Pupil): string {
  const seat = Number(pupil.id.slice(5));
  return `${pupil.campus}-${pupil.cohort + 3}-${pupil.school === 'S1' && seat % 2 === 0 ? 2 : 1}`;
}

/** The roll, the people to call, the filed lists, and who left. */
export function studentSheets(all: readonly Pupil[]): readonly Table[] {
  const by = draws('guardians');
  return [
    table(students, all.flatMap((pupil) => pupil.spans.map((span) => rollRow(pupil, span)))),
    table(guardians, all.map((pupil, index) => {
      const sex = by.chance(50) ? 1 : 2;
      const drawn = {
        student_id: pupil.id, name: grownName(by, sex, pupil.name.slice(0, 1)), relation: sex === 1 ? '父亲' : '母亲',
        phone: `1990000${String(index).padStart(4, '0')}`,
      };
      return { ...drawn, ...SPECIAL[pupil.id]?.guardian };
    })),
    table(filings, all.filter(({ cohort }) => cohort > 2020 && cohort < 2025).map(({ id, cohort, school }) => ({
      student_id: id, list_no: `示例名册-${cohort}-${school}`, filed_on: `${cohort}-12-05`,
    }))),
    table(departures, all.flatMap(({ id, left, spans }) =>
      left === null || spans.at(-1)?.stage !== 'higher' ? [] : [{ student_id: id, on: left.on, kind: left.kind }])),
  ];
}

function rollRow(pupil: Pupil, span: Span): Row<typeof students> {
  const higher = span.stage === 'higher';
  const early = pupil.id === LIVES_AT_CAMPUS && span.grade === 3;
  return {
    student_id: pupil.id, name: pupil.name, sex: pupil.sex, birth_date: pupil.birth, id_number: pupil.idNumber,
    programme_id: pupil.programme, school_id: pupil.school, campus_id: higher || early ? pupil.campus : null,
    cohort: pupil.cohort, stage: span.stage, grade: span.grade, status: span.status,
    class_id: higher ? classOf(pupil) : null, boarder: pupil.boarder, from: span.from, to: span.to,
  };
}
