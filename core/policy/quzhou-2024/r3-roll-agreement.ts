import type { Article } from '../pack.ts';
import { admissionParameters } from './r3-admission-parameters.ts';
import { agreementParameters } from './r3-agreement-parameters.ts';
import { rollParameters } from './r3-roll-parameters.ts';

export const r3: Article = {
  id: 'R3',
  title: { zh: '学籍与协议', en: 'Student roll and agreement' },
  clauses: [
    {
      id: 'R3-a',
      summary: {
        zh: '五年学籍按中职、高职两段分别管理。',
        en: 'The roll of the five years is kept in two stages, secondary and higher.',
      },
      binds: ['school', 'college'],
      capability: ['rule'],
      served_by: [{ kind: 'standard', name: 'custody' }, { kind: 'transition', name: 'roll_change' }, { kind: 'transition', name: 'roll_undo' }],
    },
    {
      id: 'R3-b',
      summary: {
        zh: '第1至3年的学籍归中职学校，按属地教育部门的规定管理。',
        en: 'In years 1 to 3 the secondary school keeps the roll, by the rules of the local education bureau.',
      },
      binds: ['school'],
      capability: ['workflow', 'rule'],
      served_by: [{ kind: 'duty', name: 'roll_registration' }, { kind: 'transition', name: 'roll_change' }, { kind: 'transition', name: 'yearly_advance' }, { kind: 'transition', name: 'admission_registering' }, { kind: 'transition', name: 'admission_change' }],
    },
    {
      id: 'R3-c',
      summary: {
        zh: '第4、5年的学籍归高职学校，按高职的规定管理。',
        en: 'In years 4 and 5 the college keeps the roll, by the rules for colleges.',
      },
      binds: ['college'],
      capability: ['workflow'],
      served_by: [{ kind: 'transition', name: 'roll_change' }, { kind: 'transition', name: 'yearly_advance' }, { kind: 'transition', name: 'step_up_list' }, { kind: 'transition', name: 'e_registration' }],
    },
    {
      id: 'R3-d',
      summary: {
        zh: '达到毕业要求的，由高职学校颁发普通全日制专科毕业证书。',
        en: "Who meets the requirements receives the college's ordinary full-time diploma.",
      },
      binds: ['college'],
      capability: ['rule', 'register'],
      served_by: [{ kind: 'standard', name: 'graduation_audit' }, { kind: 'transition', name: 'graduation_list' }, { kind: 'register', name: 'diplomas' }],
    },
    {
      id: 'R3-e',
      summary: {
        zh: '新生开学一个月内，高职、中职与学生（家长）三方签订协议。',
        en: 'Within a month of the start of term college, school and student (parent) sign an agreement.',
      },
      binds: ['college', 'school', 'student'],
      capability: ['workflow', 'indicator'],
      served_by: [{ kind: 'duty', name: 'agreement' }, { kind: 'transition', name: 'agreement_signing' }],
    },
    {
      id: 'R3-f',
      summary: {
        zh: '协议写明五年在哪里学习等内容。',
        en: 'The agreement says where each of the five years is spent, among other things.',
      },
      binds: ['college', 'school', 'student'],
      capability: ['rule'],
      served_by: [{ kind: 'transition', name: 'agreement_drawing_up' }],
    },
    {
      id: 'R3-g',
      summary: {
        zh: '协议一式三份，每方一份。',
        en: 'Each of the three parties holds a copy.',
      },
      binds: ['college', 'school', 'student'],
      capability: ['register'],
      served_by: [{ kind: 'register', name: 'agreement_copies' }],
    },
    {
      id: 'R3-h',
      summary: {
        zh: '协议签订由中职学校组织。',
        en: 'The secondary school organises the signing.',
      },
      binds: ['school'],
      capability: ['workflow'],
      served_by: [{ kind: 'duty', name: 'agreement' }, { kind: 'transition', name: 'agreement_drawing_up' }],
    },
  ],
  parameters: [...rollParameters, ...admissionParameters, ...agreementParameters],
};
