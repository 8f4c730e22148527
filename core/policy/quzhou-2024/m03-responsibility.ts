import type { Article } from '../pack.ts';
import { m03Parameters } from './m03-parameters.ts';

export const m03: Article = {
  id: 'M3',
  title: { zh: '办学责任', en: 'Who is responsible' },
  clauses: [
    {
      id: 'M3-a',
      summary: {
        zh: '高职段学生的安全管理由中职学校负主责。',
        en: 'The secondary school bears the main responsibility for the safety of higher-stage students.',
      },
      binds: ['school'],
      capability: ['register', 'workflow'],
      served_by: [{ kind: 'register', name: 'patrols' }, { kind: 'transition', name: 'hazard' }, { kind: 'transition', name: 'incident' }, { kind: 'duty', name: 'hazard_open' }, { kind: 'duty', name: 'incident_triaged' }],
    },
    {
      id: 'M3-b',
      summary: {
        zh: '学校履行这一责任时，遵照高职院校的制度。',
        en: 'In doing so the school follows the rules of the college.',
      },
      binds: ['school'],
      capability: ['register'],
      served_by: [{ kind: 'register', name: 'college_rule' }],
    },
    {
      id: 'M3-c',
      summary: {
        zh: '招生、学籍和毕业证书沿用现行的五年制一体化规定。',
        en: 'Enrolment, roll and diplomas follow the rules already in force for five-year integrated training.',
      },
      binds: ['college', 'school'],
      capability: ['rule', 'workflow'],
      served_by: [{ kind: 'duty', name: 'new_student_list' }, { kind: 'transition', name: 'new_student_list' }, { kind: 'transition', name: 'late_student_list' }],
    },
    {
      id: 'M3-d',
      summary: {
        zh: '高职段由衢州职业技术学院主办。',
        en: 'Quzhou College of Technology runs the higher stage.',
      },
      binds: ['college'],
      capability: ['rule'],
      served_by: [{ kind: 'standard', name: 'M3-d' }],
    },
    {
      id: 'M3-e',
      summary: {
        zh: '高职段的教学和日常管理适用高职院校规定。',
        en: 'Teaching and management of the higher stage go by the rules of the college.',
      },
      binds: ['college', 'school'],
      capability: ['workflow'],
      served_by: [{ kind: 'transition', name: 'course_opening' }, { kind: 'transition', name: 'grade_release' }, { kind: 'duty', name: 'grades_in' }, { kind: 'duty', name: 'grades_release' }],
    },
  ],
  parameters: m03Parameters,
};
