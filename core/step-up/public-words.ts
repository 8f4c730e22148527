import type { Language } from '../values/bilingual.ts';

const ZH = {
  all: '公示', none: '现在没有公示。', unknown: '没有这项公示，请核对地址。', sample: '示例数据，均为虚构',
  title: (college: string, year: number) => `${college}${year}年升段名单公示`, until: (day: string) => `公示至 ${day}`, period: (from: string, to: string) => `公示期：${from} 至 ${to}`,
  over: '公示期已过，名单不再显示。', lead: '姓名部分遮盖，序号可在“我的五年”核对。本人或监护人有异议的，公示期内登录“我的五年”提出申诉；其他人向学校教务处反映。',
  list: '拟升段名单', seq: '序号', name: '姓名', school: '学校', programme: '专业', campus: '校区', result: '结果', stepsUp: '拟升段', bySchool: '各校人数', registered: '参加人数', passed: '拟升段人数',
  basis: '依据 M9-d、M3-c。未通过的学生不公示姓名，由本人在“我的五年”查看。',
};

const EN: typeof ZH = {
  all: 'Published', none: 'Nothing is published now.', unknown: 'There is no such list. Check the address.', sample: 'Sample data, all made up',
  title: (college, year) => `${college}: who steps up in ${year}`, until: (day) => `until ${day}`, period: (from, to) => `Published from ${from} to ${to}`,
  over: 'The time is over; the list is shown no more.', lead: 'Parts of names are masked; one’s number on the list stands in “My five years”. Students and guardians object there while the list is published; others write to the academic affairs of the school.',
  list: 'Who is to step up', seq: 'No.', name: 'Name', school: 'School', programme: 'Programme', campus: 'Campus', result: 'Result', stepsUp: 'to step up', bySchool: 'By school', registered: 'On the list of the test', passed: 'To step up',
  basis: 'Under M9-d and M3-c. Whoever did not pass is not named; they see it in “My five years”.',
};

/** What the public page says. */
export const publicWords = (language: Language): typeof ZH => (language === 'zh' ? ZH : EN);

/** What was decided of whoever does not step up, as a roster says it. */
export const DECISIONS_ON_PAPER = { passed: '通过，未在册升段', not_passed: '未通过', not_eligible: '不具备资格' } as const;
