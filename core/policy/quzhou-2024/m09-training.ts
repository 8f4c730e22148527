import type { Article } from '../pack.ts';
import { m09Parameters } from './m09-parameters.ts';

export const m09: Article = {
  id: 'M9',
  title: { zh: '培养与考核', en: 'Training, tests and certificates' },
  clauses: [
    {
      id: 'M9-a',
      summary: {
        zh: '培养方案由高职院校主持，学校和企业一同制订。',
        en: 'The college leads, school and firms join in writing the training scheme.',
      },
      binds: ['college', 'school', 'enterprise'],
      capability: ['workflow'],
      served_by: [{ kind: 'transition', name: 'training_scheme' }],
    },
    {
      id: 'M9-b',
      summary: {
        zh: '培养方案在高职院校教学委员会通过前不得执行。',
        en: "No scheme takes effect before the college's teaching committee has approved it.",
      },
      binds: ['college'],
      capability: ['workflow', 'rule'],
      served_by: [{ kind: 'transition', name: 'training_scheme' }, { kind: 'transition', name: 'course_opening' }],
    },
    {
      id: 'M9-c',
      summary: {
        zh: '高职院校对学生开展抽样测试。',
        en: 'The college tests samples of the students.',
      },
      binds: ['college'],
      capability: ['workflow', 'rule'],
      served_by: [{ kind: 'duty', name: 'sample_test' }, { kind: 'transition', name: 'finding' }],
    },
    {
      id: 'M9-d',
      summary: {
        zh: '高职院校组织升入高职段的入学测试。',
        en: 'The college holds the entrance test for the higher stage.',
      },
      binds: ['college'],
      capability: ['workflow', 'rule'],
      served_by: [{ kind: 'duty', name: 'upgrade_test' }, { kind: 'duty', name: 'step_up_appeal' }, { kind: 'transition', name: 'step_up_list' }, { kind: 'transition', name: 'leave_list' }],
    },
    {
      id: 'M9-e',
      summary: {
        zh: '学生完成学业时须持有高级工证书，或一项中级以上的X证书。',
        en: 'On completion a student holds a senior-worker certificate or at least one X certificate of intermediate level or above.',
      },
      binds: ['student', 'school'],
      capability: ['rule', 'indicator'],
      served_by: [{ kind: 'standard', name: 'graduation_certificate' }, { kind: 'indicator', name: 'certificate_rate' }, { kind: 'transition', name: 'certificate_exemption' }, { kind: 'transition', name: 'certificate_verification' }],
    },
  ],
  parameters: m09Parameters,
};
