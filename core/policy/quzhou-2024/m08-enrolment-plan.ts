import type { Article } from '../pack.ts';
import { m08Parameters } from './m08-parameters.ts';

export const m08: Article = {
  id: 'M8',
  title: { zh: '招生计划', en: 'Enrolment plan' },
  clauses: [
    {
      id: 'M8-a',
      summary: {
        zh: '招生计划由两校一起编制。',
        en: 'College and school draft the enrolment plan together.',
      },
      binds: ['college', 'school'],
      capability: ['workflow'],
      served_by: [{ kind: 'transition', name: 'enrolment_plan' }],
    },
    {
      id: 'M8-b',
      summary: {
        zh: '计划草案交高职院校招生领导小组审定。',
        en: "The college's enrolment leading group approves the draft.",
      },
      binds: ['college'],
      capability: ['workflow'],
      served_by: [{ kind: 'transition', name: 'enrolment_plan' }],
    },
    {
      id: 'M8-c',
      summary: {
        zh: '审定后的计划由高职院校上报省教育厅和省教育考试院。',
        en: 'The college files the approved plan with the provincial education department and examination authority.',
      },
      binds: ['college'],
      capability: ['workflow', 'rule'],
      served_by: [{ kind: 'transition', name: 'enrolment_plan' }, { kind: 'transition', name: 'admission_quota' }],
    },
  ],
  parameters: m08Parameters,
};
