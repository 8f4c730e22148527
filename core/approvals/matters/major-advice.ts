import type { Role } from '../../access/roles.ts';
import { state, step, type MatterKind } from '../matter-kind.ts';

const ASKED: readonly Role[] = ['college_programme', 'school_head'];

/** S2-f: before each plan a department or park tells college and school what the trade needs of a programme; they say what they make of it. */
export const majorAdvice: MatterKind = {
  id: 'major_advice', clause: 'S2-f', label: { zh: '专业设置建议', en: 'Advice on a major' }, about: 'programme',
  opens: { by: ['department'], state: 'given' },
  states: {
    given: state('已提出，待院校回应', 'Given, to be answered', { workdays: 10 }),
    taken: state('已采纳', 'Taken', { closed: true }),
    partly: state('部分采纳', 'Taken in part', { closed: true }),
    not_taken: state('未采纳', 'Not taken', { closed: true }),
  },
  steps: {
    given: [
      step('take', '采纳', 'Take it', ASKED, 'taken', 'S2-f', { reason: true, apart: ['open'] }),
      step('take_partly', '部分采纳', 'Take it in part', ASKED, 'partly', 'S2-f', { reason: true, apart: ['open'] }),
      step('not_take', '不采纳', 'Do not take it', ASKED, 'not_taken', 'S2-f', { reason: true, apart: ['open'] }),
    ],
    taken: [], partly: [], not_taken: [],
  },
};
