import type { Article } from '../pack.ts';

export const aims: Article = {
  id: '1',
  title: { zh: '总体要求', en: 'Aims' },
  clauses: [
    {
      id: '1.1-a',
      summary: {
        zh: '试点以党的创新理论和党的二十大精神为遵循。',
        en: "The pilot is guided by the Party's theory for the new era and the spirit of its 20th Congress.",
      },
      binds: ['all'],
      capability: ['indicator'],
      served_by: [{ kind: 'indicator', name: 'ideology_hours' }],
    },
    {
      id: '1.1-b',
      summary: {
        zh: '建成全市一盘棋、上下贯通的职业教育体系。',
        en: 'Build one vocational education system that runs through the whole city.',
      },
      binds: ['city', 'college', 'school'],
      capability: ['report'],
      served_by: [{ kind: 'report', name: 'network_map' }],
    },
    {
      id: '1.1-c',
      summary: {
        zh: '办学上中高职贯通，育人上兼顾学力、素养、技能三个方面。',
        en: 'Run the secondary and higher stages as one; educate in knowledge, character and skill alike.',
      },
      binds: ['college', 'school'],
      capability: ['indicator'],
      served_by: [{ kind: 'indicator', name: 'three_dimensions' }],
    },
    {
      id: '1.1-d',
      summary: {
        zh: '面向本市产业办学，使衢州职业教育在四省交界地区领先。',
        en: "Train for the city's industries and make Quzhou the lead in vocational education where the four provinces meet.",
      },
      binds: ['all'],
      capability: ['indicator'],
      served_by: [{ kind: 'indicator', name: 'city_industries' }],
    },
    {
      id: '1.2-a',
      summary: {
        zh: '按每县一所学校布局试点，集中办学力量。',
        en: 'Lay out the pilot as one school per county, with resources brought together.',
      },
      binds: ['city', 'county_government'],
      capability: ['indicator'],
      served_by: [{ kind: 'indicator', name: 'county_coverage' }],
    },
    {
      id: '1.2-b',
      summary: {
        zh: '试点学校分步增加，招生规模适当扩大。',
        en: 'The number of pilot schools grows step by step, the intake moderately.',
      },
      binds: ['city'],
      capability: ['indicator'],
      served_by: [{ kind: 'indicator', name: 'year_series' }],
    },
    {
      id: '1.2-c',
      summary: {
        zh: '试点培养的人才要留得住、在衢州用得上。',
        en: 'Those trained in the pilot stay in Quzhou and are put to use there.',
      },
      binds: ['all'],
      capability: ['indicator'],
      served_by: [{ kind: 'indicator', name: 'retention' }],
    },
    {
      id: '1.2-d',
      summary: {
        zh: '2024年有三所学校深化试点：衢州数字工业学校、衢州第二中专、衢州中专。',
        en: 'In 2024 three schools deepen the pilot: Quzhou Digital Industry School, Quzhou Second Secondary Vocational School and Quzhou Secondary Vocational School.',
      },
      binds: ['city', 'school'],
      capability: ['register'],
      served_by: [{ kind: 'register', name: 'schools' }],
    },
    {
      id: '1.2-e',
      summary: {
        zh: '2024年另有两所学校新加入试点：衢州工商学校、衢州市工程技术学校。',
        en: 'In 2024 two more schools start the pilot: Quzhou School of Industry and Commerce and Quzhou School of Engineering Technology.',
      },
      binds: ['city', 'school'],
      capability: ['register'],
      served_by: [{ kind: 'register', name: 'schools' }],
    },
    {
      id: '1.2-f',
      summary: {
        zh: '2027年全市至少有6所中职学校参加试点。',
        en: 'By 2027 at least 6 secondary schools of the city take part.',
      },
      binds: ['city'],
      capability: ['indicator'],
      served_by: [{ kind: 'target', name: '1.2-f' }],
    },
    {
      id: '1.2-g',
      summary: {
        zh: '2027年高职办学延伸到全部主要园区和每个县（市、区）。',
        en: 'By 2027 higher vocational education reaches every main park and every county.',
      },
      binds: ['city', 'college'],
      capability: ['indicator'],
      served_by: [{ kind: 'target', name: '1.2-g' }],
    },
    {
      id: '1.2-h',
      summary: {
        zh: '让试点成为全市职业教育体系建设的推动力和主要抓手。',
        en: "The pilot becomes the driver and main vehicle of the city's vocational education system.",
      },
      binds: ['all'],
      capability: ['report'],
      served_by: [{ kind: 'report', name: 'yearly_report' }],
    },
    {
      id: '1.2-i',
      summary: {
        zh: '2024年一体化项目的中职招生为450人。',
        en: 'In 2024 the integrated programmes take in 450 students at the secondary stage.',
      },
      binds: ['city', 'school'],
      capability: ['indicator'],
      served_by: [{ kind: 'target', name: '1.2-i' }],
    },
    {
      id: '1.2-j',
      summary: {
        zh: '2027年一体化项目的中职招生至少500人，争取突破1000人。',
        en: 'In 2027 the integrated programmes take in at least 500 students, striving for more than 1 000.',
      },
      binds: ['city'],
      capability: ['indicator'],
      served_by: [{ kind: 'target', name: '1.2-j' }],
    },
    {
      id: '1.2-k',
      summary: {
        zh: '2027年高职段毕业生在本市就业的比例要高于60%。',
        en: 'By 2027 more than 60% of higher-stage graduates are employed locally.',
      },
      binds: ['city', 'school'],
      capability: ['indicator'],
      served_by: [{ kind: 'target', name: '1.2-k' }, { kind: 'indicator', name: 'local_rates' }],
    },
    {
      id: '1.2-l',
      summary: {
        zh: '政府、园区、行业、企业与院校五方联动，产教结合育人。',
        en: 'Government, parks, industry, firms and schools act together; teaching and production are joined.',
      },
      binds: ['city', 'economy_park', 'enterprise', 'college', 'school'],
      capability: ['register', 'indicator'],
      served_by: [{ kind: 'register', name: 'pilot_log' }, { kind: 'indicator', name: 'five_parties' }],
    },
    {
      id: '1.2-m',
      summary: {
        zh: '从技能、素养、学力三方面提升培养质量。',
        en: 'Raise the quality of training in skill, character and knowledge.',
      },
      binds: ['college', 'school'],
      capability: ['indicator'],
      served_by: [{ kind: 'indicator', name: 'three_dimensions' }],
    },
    {
      id: '1.2-n',
      summary: {
        zh: '让学生好就业、能长远发展，为本地产业输送技能人才。',
        en: 'Students find work easily and keep developing; local industry gets the skilled people it needs.',
      },
      binds: ['school'],
      capability: ['indicator'],
      served_by: [{ kind: 'indicator', name: 'job_quality' }],
    },
    {
      id: '1.2-o',
      summary: {
        zh: '把试点办成可供示范、群众认可、带动共富的项目。',
        en: 'Make the pilot a model that people value and that helps spread prosperity.',
      },
      binds: ['city'],
      capability: ['report'],
      served_by: [{ kind: 'report', name: 'public_page' }, { kind: 'report', name: 'yearly_report' }],
    },
  ],
  parameters: [],
};
