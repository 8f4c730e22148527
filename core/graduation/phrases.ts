import { missingText } from '../check/phrases.ts';
import { sheets } from '../exchange/sheets.ts';
import type { Bilingual, Language } from '../values/bilingual.ts';
import type { GraduationOutcome, StudentAudit } from './audit.ts';
import { gapText } from './graduation-json.ts';
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

/** What a line says: what is lacking, what to report, or that a decision frees the student; empty when simply met. */
export function requirementText({ name, outcome, gap, reason, missing }: Requirement, lang: Language): string {
  if (reason === 'exempted') return lang === 'zh' ? '经批准免除证书' : 'exempted from the certificate by decision';
  if (outcome === 'unmet') return UNMET[name][lang].replace('{gap}', gap === null ? '' : gapText(gap));
  if (outcome !== 'undetermined') return '';
  const asked = missing.map((one) => COLUMNS[one]?.[lang] ?? missingText([one], lang)).join(lang === 'zh' ? '、' : ', ');
  return `${lang === 'zh' ? '待补报：' : 'report: '}${asked}`;
}

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
