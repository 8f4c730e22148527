import type { Language } from '../values/bilingual.ts';

const ZH = {
  title: (region: string) => `${region}区域中高职一体化人才培养改革试点`, none: '试点还没有开始。', sample: '示例数据，均为虚构', as: (day: string) => `截至 ${day}`, contents: '本页内容',
  whatHead: '试点是什么', what: '初中毕业生先在中职学校学习三年，通过升段考核后进入高职阶段再学两年，毕业取得高职毕业证书。学校、学院、企业和政府共同培养，学生在当地校区就读，实习和就业面向当地产业。',
  targets: '目标与进展', target: '目标', now: '现在', aim: '要求', due: '到期', outcome: '情况', met: '● 已达到', unmet: '▲ 未达到', undetermined: '◇ 待补报', not_applicable: '– 尚未到期', all: '全部', noFigure: '尚无数据', atLeast: '不低于', above: '超过',
  campuses: '已认定的高职校区', campus: '校区', school: '学校', county: '县（市、区）', noCampuses: '还没有认定的校区。',
  plans: (year: number) => `${year} 年招生计划`, programme: '专业', planned: '计划人数', noPlans: '还没有登记招生计划。',
  cases: '典型案例', caseBy: (body: string, year: number) => `${body}，${year} 年`, noCases: '还没有公开的典型案例。',
  together: '产教融合与宣传', activities: (many: number) => `登记联合活动 ${many} 次。`, publicity: '宣传报道', noPublicity: '还没有登记宣传报道。',
  more: '更多', lists: '升段名单公示', verify: '核验证书和文书', signIn: '工作人员、学生和家长登录', basis: '依据 1.2-f 至 1.2-o、S2-k、S2-l。本页只列公开信息，没有任何个人资料。',
};

const EN: typeof ZH = {
  title: (region) => `${region}: integrated secondary + higher vocational pilot`, none: 'The pilot has not begun.', sample: 'Sample data, all made up', as: (day) => `as of ${day}`, contents: 'On this page',
  whatHead: 'What the pilot is', what: 'After lower secondary school, students learn for three years at a secondary vocational school; who passes the step-up test goes on for two years of higher vocational education, and graduates with its diploma. Schools, college, firms and governments train together, at campuses in the region, for the region’s industries.',
  targets: 'Targets and progress', target: 'Target', now: 'Now', aim: 'Asked for', due: 'By', outcome: 'Outcome', met: '● reached', unmet: '▲ not reached', undetermined: '◇ to be reported', not_applicable: '– not due yet', all: 'all', noFigure: 'no figures yet', atLeast: 'at least', above: 'more than',
  campuses: 'Recognised campuses of the higher stage', campus: 'Campus', school: 'School', county: 'County or district', noCampuses: 'No campus is recognised yet.',
  plans: (year) => `Enrolment plan of ${year}`, programme: 'Programme', planned: 'Places', noPlans: 'No plan is registered yet.',
  cases: 'Model cases', caseBy: (body, year) => `${body}, ${year}`, noCases: 'No model case is published yet.',
  together: 'Done together and made known', activities: (many) => `${many} joint activities are recorded.`, publicity: 'Publicity', noPublicity: 'No publicity is recorded yet.',
  more: 'More', lists: 'Who steps up: published lists', verify: 'Verify certificates and documents', signIn: 'Sign in: staff, students, parents', basis: 'Under 1.2-f to 1.2-o, S2-k and S2-l. This page has what is public, and nothing personal.',
};

/** What the public page of the pilot says. */
export const pilotWords = (language: Language): typeof ZH => (language === 'zh' ? ZH : EN);
