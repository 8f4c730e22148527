import { isStudentList } from '../core/approvals/matters/new-student-list.ts';
import { frozenList, newStudents } from '../store/admission/student-lists.ts';
import { lastFilingDay } from '../store/matters/admission-guards.ts';
import { loadMatters } from '../store/matters/matter.ts';
import { studentListWorkbook } from '../workbook/student-list.ts';
import type { Handlers } from './app.ts';
import { XLSX } from './contract/files.ts';
import { dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import { attachment } from './files.ts';
import { nameLookup } from './names.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';

type StudentListHandlers = Pick<Handlers, 'readStudentLists' | 'downloadStudentList'>;

/** M3-c: which new students are on a filed list, and the lists themselves. */
export function studentListHandlers(deps: Deps): StudentListHandlers {
  return {
    readStudentLists: (c) => storeOf(deps, c).read(async (tx) => {
      const { year, school: school_id } = c.req.valid('query');
      const place = await placeOf(tx);
      const students = await newStudents(tx, { school_id, year });
      const matters = (await loadMatters(tx, { subject: school_id })).filter(({ kind, entries }) => isStudentList(kind) && entries[0]?.details?.year === year);
      const name = await nameLookup(tx);
      return c.json({
        year, school_id, on: dayOf(deps, place, {}).on, last_day: await lastFilingDay(tx, place.pack, year),
        students: students.map((one) => ({ student_id: one.student_id, name: one.name, class_id: one.class_id, programme: one.programme, college_id: one.college_id, list_no: one.list_no })),
        colleges: [...new Set(students.map(({ college_id }) => college_id))].sort().map((college_id) => ({ college_id, name: name(college_id) })),
        matters: matters.map(({ matter_id, kind, state, open, entries }) => ({ matter_id: String(matter_id), kind: kind.id, college_id: entries[0]?.details?.college ?? '', state, open })),
      }, 200);
    }),
    downloadStudentList: async (c) => {
      const matter_id = idOf(c.req.valid('param').matter_id);
      const list = await storeOf(deps, c).disclose(async (tx) => {
        const found = await frozenList(tx, matter_id);
        // Nothing is disclosed where there is nothing.
        if (found === null) tx.discard();
        else await tx.audit({ action: 'student_list.export', object: `matters/${matter_id}`, detail: { students: found.students.length, hash: found.hash } });
        return found;
      });
      return list === null ? refuse(c, 'unknown_student_list') : attachment(c, `新生录取名册 ${list.school_id} ${list.year}.xlsx`, XLSX, await studentListWorkbook(list));
    },
  };
}
