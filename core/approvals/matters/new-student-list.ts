import type { Role } from '../../access/roles.ts';
import type { Bilingual } from '../../values/bilingual.ts';
import { guard, state, step, type MatterKind } from '../matter-kind.ts';

const listed = guard('students_to_list', 'M3-c', '有尚未备案的在籍新生', 'There are new students on the roll who are on no filed list');
const unchanged = guard('list_unchanged', 'M3-c', '名册提交后学籍没有变化', 'The roll is as it was when the list was submitted');
const inTime = guard('filing_in_time', 'M3-c', '未过备案截止日', 'The last day for filing is not over');
const signed = guard('list_agreements', 'M3-c', '名册学生的三方协议均已签署', 'The agreements of those on the list are signed');

const SEALS = [
  { from: 'submitted', act: 'seal_school', to: 'school_sealed', by: ['school_head'] as readonly Role[], zh: '学校盖章', en: 'Seal of the school' },
  { from: 'school_sealed', act: 'seal_bureau', to: 'bureau_sealed', by: ['county_bureau', 'city_bureau'] as readonly Role[], zh: '教育局盖章', en: 'Seal of its education bureau' },
  { from: 'bureau_sealed', act: 'seal_college', to: 'filed', by: ['college_leadership'] as readonly Role[], zh: '高职院校盖章', en: 'Seal of the college' },
] as const;

/** The acts by which a list is sealed, in their order. */
export const SEAL_ACTS = SEALS.map(({ act, zh, en }) => ({ act, label: { zh, en } }));

/** A list goes through three seals, each by another person; whoever seals may return it, and it is then frozen anew. */
function listKind(id: string, label: Bilingual, { late }: { readonly late: boolean }): MatterKind {
  const standing = [...(late ? [] : [inTime]), signed];
  const sealing = SEALS.map(({ from, act, to, by, zh, en }, at) => {
    const apart = ['open', 'submit', ...SEALS.slice(0, at).map((one) => one.act)];
    return [from, [
      step(act, zh, en, by, to, 'M3-c', { guards: [unchanged, ...standing], apart }),
      step('return', '退回', 'Return', by, 'drafted', 'M3-c', { reason: true, apart }),
    ]] as const;
  });
  return {
    id, clause: 'M3-c', label, about: 'school', opens: { by: ['school_registrar'], state: 'drafted' },
    states: {
      drafted: state('拟定', 'Drafted'),
      submitted: state('已提交，待学校盖章', 'Submitted, to be sealed by the school', { workdays: 5 }),
      school_sealed: state('学校已盖章，待教育局盖章', 'Sealed by the school, next its bureau', { workdays: 5 }),
      bureau_sealed: state('教育局已盖章，待高职院校盖章', 'Sealed by the bureau, next the college', { workdays: 5 }),
      filed: state('已备案', 'Filed', { closed: true }),
      dropped: state('已放弃', 'Dropped', { closed: true }),
    },
    steps: {
      drafted: [
        step('submit', '提交盖章', 'Submit to be sealed', ['school_registrar'], 'submitted', 'M3-c', { guards: [listed, ...standing], reason: late }),
        step('drop', '放弃', 'Drop', ['school_registrar'], 'dropped', 'M3-c'),
      ],
      ...Object.fromEntries(sealing),
      filed: [], dropped: [],
    },
  };
}

/** M3-c: the list of a year's new students in the programmes of a college, with three seals by the last day; who is on none cannot move up. */
export const newStudentList = listKind('new_student_list', { zh: '新生名册备案', en: 'Filing of the new-student list' }, { late: false });

/** M3-c: those who came later, or were left out, need a list of their own that says why. */
export const lateStudentList = listKind('late_student_list', { zh: '新生名册补报', en: 'Late addition to the new-student list' }, { late: true });

/** Whether a matter of this kind is about new students of one college. */
export const isStudentList = (kind: MatterKind): boolean => kind === newStudentList || kind === lateStudentList;
