import type { AgreedPart as FiveYearsPart } from '../agreements/content.ts';
import { figure, choice } from '../agreements/in-words.ts';
import { dayInWords, facts, type Block } from '../documents/sheet.ts';
import type { Parameter } from '../verdict/parameter.ts';
import type { PlainDate } from '../values/plain-date.ts';

export interface Named {
  readonly org_id: string;
  readonly name: string;
}

/** Everything that student, guardian, firm and school sign of an internship: frozen, and bound by its hash (S2-i). */
export interface InternshipContent {
  /** The day of these words: another wording is another day. */
  readonly template: string;
  readonly student: { readonly student_id: string; readonly name: string; readonly birth_date: PlainDate };
  readonly guardian: { readonly name: string; readonly relation: string } | null;
  readonly school: Named;
  readonly firm: Named;
  readonly programme: { readonly programme_id: string; readonly name: string };
  readonly post: { readonly title: string; readonly place: string; readonly wage_yuan: string | null; readonly safety_contact: string };
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly parts: readonly Part[];
}

type Part = Omit<FiveYearsPart, 'code'>;
export type Composing = Omit<InternshipContent, 'template' | 'parts'>;

const TEMPLATE = '2026-11-28';
/** Values of law that the text states. */
const STATED = ['insurance.payer', 'safety.owner', 'internship.papers_days'] as const;

/** The content of an agreement on an internship; or the values of law that no rule gives on the day. */
export function composeInternship(given: Composing, parameterOf: (key: string) => Parameter | undefined): { readonly content: InternshipContent } | { readonly lacking: readonly string[] } {
  const lacking = STATED.filter((key) => parameterOf(key) === undefined);
  if (lacking.length > 0) return { lacking };
  const [payer, safety, papers] = STATED.map((key) => parameterOf(key) as Parameter) as [Parameter, Parameter, Parameter];
  return { content: { template: TEMPLATE, ...given, parts: partsOf(given, { payer, safety, papers }) } };
}

function partsOf({ post, firm, school, from, to }: Composing, { payer, safety, papers }: Readonly<Record<'payer' | 'safety' | 'papers', Parameter>>): Part[] {
  return [
    { heading: '岗位与期限', clauses: ['S2-g'], text: `学生在${firm.name}的${post.title}岗位实习，地点${post.place}，自${dayInWords(from)}起至${dayInWords(to)}止。换岗位、换地点须另签协议。` },
    { heading: '报酬', clauses: ['S2-i'], text: post.wage_yuan === null ? '实习报酬按实习单位制度发放，金额另行书面告知学生。' : `实习报酬每月${post.wage_yuan}元，由实习单位按月足额发给学生本人。` },
    { heading: '安全培训与保护', clauses: ['S2-i'], text: `实习单位提供必要的设施和劳动防护用品，学生上岗前须完成安全培训；现场安全联系人：${post.safety_contact}。高职阶段的学生安全：${choice(safety)}。` },
    { heading: '保险', clauses: ['R4-j'], text: `实习期间每一天都须有校方责任险和实习责任险保障。保险费由谁出：${choice(payer)}。协议、培训、保险最迟在实习前${figure(papers)}天着手办理，不齐不得开始实习。` },
    { heading: '管理与评价', clauses: ['R3-d'], text: `${school.name}安排辅导员巡访并留存记录；实习结束时由实习单位和学校分别评价，评价结果计入毕业审核。` },
    { heading: '中止与终止', clauses: ['S2-i'], text: '遇有安全风险，任何一方可以要求立即中止；中止、结束都须登记日期和原因，并告知其他各方。' },
  ];
}

const NUMERALS = ['一', '二', '三', '四', '五', '六'];

/** What is read before it is signed: the same on screen and on paper. */
export function internshipBlocks({ student, guardian, school, firm, programme, post, from, to, parts }: InternshipContent): Block[] {
  return [
    facts(
      ['甲方（中职学校）', school.name], ['乙方（实习单位）', firm.name], ['丙方（学生）', `${student.name}　学号${student.student_id}`],
      ['监护人', guardian === null ? '（没有登记）' : `${guardian.name}（${guardian.relation}）`], ['专业项目', programme.name],
      ['岗位', `${post.title}　${post.place}`], ['期限', `${dayInWords(from)}至${dayInWords(to)}`]),
    ...parts.map(({ heading, text, clauses }, at): Block => ({ kind: 'point', heading: `${NUMERALS[at]}、${heading}`, text, clauses })),
  ];
}
