import type { AgreedYear, PartCode } from './content.ts';
import type { AgreementFacts } from './facts.ts';
import { choice, figure, monthDay } from './in-words.ts';
import type { Parameter } from '../verdict/parameter.ts';

/** What a part is composed of: all of it is there by then. */
export interface Composing {
  readonly facts: AgreementFacts;
  readonly college: string;
  readonly secondary_code: string;
  readonly higher_code: string;
  readonly years: readonly AgreedYear[];
  /** The parameter of a key that the part declares. */
  readonly of: (key: string) => Parameter;
}

/** One point of the agreement (R3-f, B25): its heading, clauses, the values of law that it states, and its words. */
interface Part {
  readonly heading: string;
  readonly clauses: readonly string[];
  readonly parameters: readonly string[];
  readonly text: (given: Composing) => string;
}

const part = (heading: string, clauses: readonly string[], parameters: readonly string[], text: Part['text']): Part => ({ heading, clauses, parameters, text });

/** The day of these words: another wording is another day. */
export const TEMPLATE = '2026-11-28';

/** In their order on paper; the words are ours, the figures those in force on the day of drawing up. */
export const PARTS: Readonly<Record<PartCode, Part>> = {
  parties: part('协议三方', ['R3-e'], [], ({ facts: { student, guardian, school }, college }) =>
    `甲方：${college}。乙方：${school.name}。丙方：学生${student.name}（学号${student.student_id}）${guardian === null ? '' : `，监护人${guardian.name}（${guardian.relation}）`}。`),
  major_codes: part('就读专业', ['R3-f'], [], ({ facts: { programme }, secondary_code, higher_code }) =>
    `丙方就读“${programme.name}”中高职一体化项目：中职阶段专业代码${secondary_code}，高职阶段专业代码${higher_code}。`),
  five_places: part('五年学习地点', ['R3-f', 'M3-d'], ['agreement.places', 'roll.secondary_years', 'roll.higher_years'], ({ of, college }) =>
    `学习共${figure(of('agreement.places'))}年：前${figure(of('roll.secondary_years'))}年为中职阶段，后${figure(of('roll.higher_years'))}年为高职阶段，高职阶段的办学主体是${college}。每年在哪里学习见上表，变更地点须经三方重新签字。`),
  fees_by_year: part('收费', ['R3-f', 'R4-e', 'R4-g'], ['custody.close'], ({ of }) =>
    `各学年学费、住宿费、代管费见上表，表中为0的当年不收，表中没有的项目不收。代管费按实际支出结算，每学年${monthDay(of('custody.close'))}前公布账目并多退少补。`),
  roll_and_diploma: part('学籍与文凭', ['R3-b', 'R3-c', 'R3-d'], ['roll.secondary_years', 'roll.higher_years', 'secondary_diploma.at_upgrade', 'filing.by'], ({ of }) =>
    `前${figure(of('roll.secondary_years'))}年学籍由乙方管理，后${figure(of('roll.higher_years'))}年由甲方管理。丙方须在入学当年${monthDay(of('filing.by'))}前列入新生备案名单。升段时的中职毕业证书：${choice(of('secondary_diploma.at_upgrade'))}。达到甲方毕业要求的，由甲方颁发普通全日制专科毕业证书。`),
  step_up_and_failure: part('升段与未通过的办法', ['M9-d'], ['upgrade.done_by', 'upgrade.pass_line', 'upgrade.resits', 'upgrade.failed'], ({ of }) =>
    `第三学年${monthDay(of('upgrade.done_by'))}前参加升段测试，${figure(of('upgrade.pass_line'))}分及以上为通过；未通过的可补考${figure(of('upgrade.resits'))}次。仍未通过的：${choice(of('upgrade.failed'))}。`),
  certificate: part('毕业所需证书', ['M9-e'], ['cert.skill_level', 'cert.x_levels', 'cert.gate'], ({ of }) =>
    `毕业前须取得以下证书之一：职业技能等级${choice(of('cert.skill_level'))}；或者X证书（${choice(of('cert.x_levels'))}）至少一种。没有取得的：${choice(of('cert.gate'))}。`),
  internship_and_insurance: part('实习与保险', ['S2-i', 'R4-j'], ['internship.papers_days', 'insurance.payer'], ({ of }) =>
    `岗位实习开始前，须签好实习三方协议、完成安全培训、投保实习责任险；乙方最迟在实习前${figure(of('internship.papers_days'))}天着手办理。保险费由谁出：${choice(of('insurance.payer'))}。`),
  exit_and_refund: part('退出与退费', ['R4-b', 'M9-d'], ['refund.months', 'refund.part_month', 'refund.due_days', 'roll.leavers_return'], ({ of }) =>
    `丙方中途离校，学费和住宿费按每学年${figure(of('refund.months'))}个月、已在校的月数结算，不足一个月的${choice(of('refund.part_month'))}，余额在${figure(of('refund.due_days'))}天内退还；代管费未用部分同时退还。退出试点后能否再回：${choice(of('roll.leavers_return'))}。`),
  safety: part('安全', ['M3-a', 'M3-b'], ['safety.owner'], ({ of }) =>
    `高职阶段的学生安全：${choice(of('safety.owner'))}。丙方遵守甲方、乙方的安全与管理制度。`),
  data_consent: part('个人信息', ['R3-f'], [], () =>
    '丙方同意甲方、乙方为办理招生、学籍、收费、资助、实习、就业和本项目监管使用其必要的个人信息。信息不作他用，不公开证件号码；丙方可以随时查阅自己的信息，发现不对的可以要求更正。'),
  copies: part('份数与生效', ['R3-e', 'R3-g'], ['agreement.copies'], ({ of }) =>
    `本协议一式${figure(of('agreement.copies'))}份，甲方、乙方、丙方各执一份，三方签齐之日起生效。内容有变的，须写成新的一版并重新签字。`),
};
