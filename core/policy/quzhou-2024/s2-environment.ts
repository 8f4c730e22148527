import type { Article } from '../pack.ts';
import { s2Parameters } from './s2-parameters.ts';

export const s2: Article = {
  id: 'S2',
  title: { zh: '良好环境', en: 'Environment' },
  clauses: [
    {
      id: 'S2-a',
      summary: {
        zh: '发改和教育部门统筹编排招生计划，使教育资源分配得当、用得充分。',
        en: 'Planning and education authorities co-ordinate the plan so that resources are well shared and well used.',
      },
      binds: ['drc', 'city_bureau'],
      capability: ['rule', 'report'],
      served_by: [{ kind: 'report', name: 'forecast' }, { kind: 'transition', name: 'enrolment_plan' }, { kind: 'report', name: 'allocation' }],
    },
    {
      id: 'S2-b',
      summary: {
        zh: '财政部门为试点提供资金保障。',
        en: 'The finance bureau guarantees the money.',
      },
      binds: ['finance'],
      capability: ['ledger'],
      served_by: [{ kind: 'ledger_rule', name: 'grant' }],
    },
    {
      id: 'S2-c',
      summary: {
        zh: '经费要覆盖运行、设施、师资培养、教改研究和其他需要。',
        en: 'The money covers operation, facilities, teacher training, teaching research and other needs.',
      },
      binds: ['finance'],
      capability: ['ledger', 'report'],
      served_by: [{ kind: 'ledger_rule', name: 'spending_category' }, { kind: 'report', name: 'budget_against_actual' }],
    },
    {
      id: 'S2-d',
      summary: {
        zh: '人社部门按试点学生的需要改进技能等级评价。',
        en: 'The human-resources bureau adapts the appraisal of skills to the needs of these students.',
      },
      binds: ['hrss'],
      capability: ['workflow'],
      served_by: [{ kind: 'transition', name: 'appraisal_enrolment' }],
    },
    {
      id: 'S2-e',
      summary: {
        zh: '毕业生与普通高校毕业生待遇相同，并享受高技能人才待遇。',
        en: 'Graduates are treated as those of ordinary higher education and enjoy the benefits of skilled talent.',
      },
      binds: ['hrss', 'student'],
      capability: ['workflow'],
      served_by: [{ kind: 'transition', name: 'benefit_claim' }, { kind: 'duty', name: 'benefit_difficulty' }],
    },
    {
      id: 'S2-f',
      summary: {
        zh: '经信部门和产业园区引导学校合理设置专业与课程。',
        en: 'The economy bureau and the parks guide schools in choosing majors and courses.',
      },
      binds: ['economy_park'],
      capability: ['workflow'],
      served_by: [{ kind: 'transition', name: 'major_advice' }],
    },
    {
      id: 'S2-g',
      summary: {
        zh: '经信部门和园区为学生的实习实训创造条件。',
        en: 'They also create good conditions for practice and internships.',
      },
      binds: ['economy_park'],
      capability: ['register'],
      served_by: [{ kind: 'register', name: 'internship_posts' }],
    },
    {
      id: 'S2-h',
      summary: {
        zh: '企业与学校加强合作，投身试点。',
        en: 'Firms strengthen their ties with the schools and take part in the pilot.',
      },
      binds: ['enterprise'],
      capability: ['register'],
      served_by: [{ kind: 'register', name: 'organisations' }, { kind: 'register', name: 'partner_agreements' }],
    },
    {
      id: 'S2-i',
      summary: {
        zh: '企业为师生的实践教学和实习提供便利，保障安全。',
        en: 'Firms make practice and internships easy and safe for students and teachers.',
      },
      binds: ['enterprise'],
      capability: ['rule'],
      served_by: [{ kind: 'transition', name: 'internship_start' }],
    },
    {
      id: 'S2-j',
      summary: {
        zh: '企业为学生提供高质量的岗位。',
        en: 'Firms offer students good jobs.',
      },
      binds: ['enterprise'],
      capability: ['indicator'],
      served_by: [{ kind: 'indicator', name: 'job_quality' }],
    },
    {
      id: 'S2-k',
      summary: {
        zh: '各单位加强宣传，推出典型，展示试点成效。',
        en: 'All make the pilot known, choose model cases and show results.',
      },
      binds: ['all'],
      capability: ['workflow', 'report'],
      served_by: [{ kind: 'transition', name: 'model_case' }, { kind: 'report', name: 'public_page' }],
    },
    {
      id: 'S2-l',
      summary: {
        zh: '发挥中华职教社等团体和媒体的作用，倡导正确的成才与就业观念。',
        en: 'Bodies such as the vocational education association, and the media, promote a sound view of talent and work.',
      },
      binds: ['mass_organisations'],
      capability: ['register'],
      served_by: [{ kind: 'register', name: 'pilot_log' }],
    },
  ],
  parameters: s2Parameters,
};
