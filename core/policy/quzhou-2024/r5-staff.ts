import type { Article } from '../pack.ts';

export const r5: Article = {
  id: 'R5',
  title: { zh: '师资配备', en: 'Staff' },
  clauses: [
    {
      id: 'R5-a',
      summary: {
        zh: '高职段教师要配足。',
        en: 'The higher stage has all the staff it needs.',
      },
      binds: ['school', 'college'],
      capability: ['rule'],
      served_by: [{ kind: 'standard', name: 'R5-a' }],
    },
    {
      id: 'R5-b',
      summary: {
        zh: '高职段专任教师一般不由中职段专任教师兼任。',
        en: 'Full-time teachers of the higher stage are as a rule not those of the secondary stage.',
      },
      binds: ['school'],
      capability: ['rule', 'workflow'],
      served_by: [{ kind: 'standard', name: 'R5-b' }, { kind: 'transition', name: 'overlap_exception' }],
    },
    {
      id: 'R5-c',
      summary: {
        zh: '高职段专任教师要符合高职院校的任教要求。',
        en: 'Full-time teachers of the higher stage meet the requirements of the college.',
      },
      binds: ['school', 'college'],
      capability: ['rule', 'workflow'],
      served_by: [{ kind: 'standard', name: 'R5-c' }],
    },
    {
      id: 'R5-d',
      summary: {
        zh: '每名教师对应的学生不超过18人。',
        en: 'At most 18 students per teacher.',
      },
      binds: ['school'],
      capability: ['indicator'],
      served_by: [{ kind: 'standard', name: 'R5-d' }],
    },
    {
      id: 'R5-e',
      summary: {
        zh: '每名思政课教师对应的学生不超过350人。',
        en: 'At most 350 students per teacher of ideology and politics.',
      },
      binds: ['school'],
      capability: ['indicator'],
      served_by: [{ kind: 'standard', name: 'R5-e' }],
    },
    {
      id: 'R5-f',
      summary: {
        zh: '教师中有硕士及以上学位的至少一半。',
        en: "At least half of the teachers hold a master's degree or higher.",
      },
      binds: ['school'],
      capability: ['indicator'],
      served_by: [{ kind: 'standard', name: 'R5-f' }],
    },
    {
      id: 'R5-g',
      summary: {
        zh: '教师中有高级职称的至少30%。',
        en: 'At least 30% of the teachers hold a senior title.',
      },
      binds: ['school'],
      capability: ['indicator'],
      served_by: [{ kind: 'standard', name: 'R5-g' }],
    },
    {
      id: 'R5-h',
      summary: {
        zh: '企业兼职教师的人数和课时占比符合有关规定。',
        en: 'The number of part-time teachers from industry and their share of hours are as the rules ask.',
      },
      binds: ['school', 'college'],
      capability: ['indicator'],
      served_by: [{ kind: 'standard', name: 'R5-h' }],
    },
    {
      id: 'R5-i',
      summary: {
        zh: '在核定编制内配备专职心理健康教师。',
        en: 'Within the approved posts there is a full-time teacher of psychological health.',
      },
      binds: ['school'],
      capability: ['indicator', 'rule'],
      served_by: [{ kind: 'standard', name: 'R5-i' }, { kind: 'standard', name: 'R5-i-posts' }],
    },
    {
      id: 'R5-j',
      summary: {
        zh: '每名专职辅导员对应的学生不超过200人。',
        en: 'At most 200 students per full-time counsellor.',
      },
      binds: ['school'],
      capability: ['indicator'],
      served_by: [{ kind: 'standard', name: 'R5-j' }],
    },
    {
      id: 'R5-k',
      summary: {
        zh: '按实际需要配备班主任和兼职辅导员。',
        en: 'Class heads and part-time counsellors are appointed as needed.',
      },
      binds: ['school'],
      capability: ['rule'],
      served_by: [{ kind: 'standard', name: 'R5-k' }],
    },
    {
      id: 'R5-l',
      summary: {
        zh: '学生管理队伍要建强。',
        en: 'The student-affairs staff is strong.',
      },
      binds: ['school'],
      capability: ['indicator'],
      served_by: [{ kind: 'standard', name: 'R5-l' }],
    },
  ],
  parameters: [],
};
