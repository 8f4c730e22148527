import { missingText } from '../check/phrases.ts';
import { sheets } from '../exchange/sheets.ts';
import { refusalText } from '../students/refusal-words.ts';
import type { Bilingual, Language } from '../values/bilingual.ts';
import type { Exact } from '../values/exact.ts';
import type { GraduationOutcome, StudentAudit } from './audit.ts';
import { gapText } from './graduation-json.ts';
import type { LeftOutReason } from './graduation-list.ts';
import type { Requirement, RequirementName } from './requirement.ts';

/** How the audit is said, on every screen, report and terminal alike. */

export const GRADUATION_OUTCOMES: Readonly<Record<GraduationOutcome, Bilingual>> = {
  graduated: { zh: '毕业', en: 'Graduated' },
  completed: { zh: '结业', en: 'Completed without diploma' },
  incomplete: { zh: '肄业', en: 'Study not completed' },
  undetermined: { zh: '待补报', en: 'To be reported' },
};

export const REQUIREMENTS: Readonly<Record<RequirementName, Bilingual>> = {
  credits: { zh: '学分', en: 'Credits' },
  conduct: { zh: '操行', en: 'Conduct' },
  internship: { zh: '实习', en: 'Internship' },
  certificate: { zh: '证书', en: 'Certificate' },
  list: { zh: '备案名单', en: 'Filed list' },
  fees: { zh: '费用', en: 'Fees' },
};

/** Whom a student asks about a line. */
export const WHO_HELPS: Readonly<Record<RequirementName, Bilingual>> = {
  credits: { zh: '找高职院校教务处，问清差哪几门课、何时重修', en: 'Ask academic affairs of the college which courses are lacking and when they are held' },
  conduct: { zh: '找班主任或辅导员', en: 'Ask the class head or the counsellor' },
  internship: { zh: '找班主任或学校实习管理人员', en: 'Ask the class head, or who looks after internships' },
  certificate: { zh: '找学校学籍管理员：报名考证，或把已有证书交去登记核验', en: 'Ask the registrar of the school: sign up for the examination, or hand in the certificate that you have' },
  list: { zh: '找学校学籍管理员核对', en: 'Ask the registrar of the school' },
  fees: { zh: '找学校财务；欠费不影响毕业结论', en: 'Ask the finance office; what is owed does not decide on graduation' },
};

const UNMET: Readonly<Record<RequirementName, Bilingual>> = {
  credits: { zh: '还差 {gap} 学分', en: '{gap} credits to earn' },
  conduct: { zh: '操行不合格', en: 'conduct not passed' },
  internship: { zh: '实习不合格', en: 'internship not passed' },
  certificate: { zh: '没有符合要求的证书', en: 'no certificate that qualifies' },
  list: { zh: '不在新生备案名单上', en: 'not on the filed list of new students' },
  fees: { zh: '还欠 {gap} 元', en: '{gap} yuan due' },
};

const { credits, certificates } = sheets;
const COLUMNS: Readonly<Record<string, Bilingual>> = {
  conduct_ok: credits.columns.conduct_ok.label,
  internship_ok: credits.columns.internship_ok.label,
  verified: certificates.columns.verified.label,
};

/** A line as it was worked out, or as it was kept with its gap as text. */
type Said = Pick<Requirement, 'name' | 'outcome' | 'reason' | 'missing'> & { readonly gap: { readonly value: Exact | string; readonly unit: string } | null };

/** What a line says: what is lacking, what to report, or that a decision frees the student; empty when simply met. */
export function requirementText({ name, outcome, gap, reason, missing }: Said, lang: Language): string {
  if (reason === 'exempted') return lang === 'zh' ? '经批准免除证书' : 'exempted from the certificate by decision';
  if (outcome === 'unmet') return UNMET[name][lang].replace('{gap}', gap === null ? '' : typeof gap.value === 'string' ? gap.value : gapText({ value: gap.value, unit: gap.unit }));
  return outcome === 'undetermined' ? `${lang === 'zh' ? '待补报：' : 'report: '}${askedFor(missing, lang)}` : '';
}

/** The same where the outcome's own word stands before it. */
export function requirementDetail(line: Said, lang: Language): string {
  return line.outcome === 'undetermined' ? askedFor(line.missing, lang) : requirementText(line, lang);
}

/** Both, in both languages. */
export function requirementTexts(line: Said): { readonly said: Bilingual; readonly detail: Bilingual } {
  return { said: { zh: requirementText(line, 'zh'), en: requirementText(line, 'en') }, detail: { zh: requirementDetail(line, 'zh'), en: requirementDetail(line, 'en') } };
}

const askedFor = (missing: readonly string[], lang: Language): string => missing.map((one) => COLUMNS[one]?.[lang] ?? missingText([one], lang)).join(lang === 'zh' ? '、' : ', ');

/** What stands behind a student's outcome, and what is shown beside it; each line with its clause. */
export interface AuditTexts {
  readonly deciding: readonly string[];
  readonly shown: readonly string[];
}

export function auditTexts({ requirements, may_continue }: StudentAudit, lang: Language): AuditTexts {
  const texts = (counts: boolean): string[] => requirements.filter((one) => one.counts === counts).flatMap((one) => {
    const text = requirementText(one, lang);
    return text === '' ? [] : [lang === 'zh' ? `${text}（${one.clause}）` : `${text} (${one.clause})`];
  });
  const deciding = texts(true);
  return { deciding: may_continue === null ? deciding : [...deciding, CONTINUE[may_continue ? 'yes' : 'no'][lang]], shown: texts(false) };
}

const CONTINUE = {
  yes: { zh: '可以继续修读', en: 'may continue to study' },
  no: { zh: '已到最长学习年限', en: 'the longest time of study is used up' },
} as const;

const LEFT_OUT: Readonly<Record<'undetermined' | 'may_continue', Bilingual>> = {
  undetermined: { zh: '待补报，暂不作结论', en: 'to be reported; nothing is decided' },
  may_continue: { zh: '学分未修满，仍在学习年限内，可以继续修读', en: 'too few credits, within the longest time of study: may continue' },
};

/** Why somebody is left out of a graduation list. */
export function leftOutText(why: LeftOutReason, lang: Language): string {
  return why === 'undetermined' || why === 'may_continue' ? LEFT_OUT[why][lang] : refusalText(why)[lang];
}
