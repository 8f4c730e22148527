import type { Refusal } from '../core/approvals/decide.ts';
import { OPENED } from '../core/approvals/matter-kind.ts';
import { MATTERS } from '../core/approvals/matters.ts';
import { JOURNAL_WAYS } from '../core/journals/journals.ts';
import type { Bilingual } from '../core/values/bilingual.ts';
import { exact, multiply, toDecimalText } from '../core/values/exact.ts';
import type { Parameter } from '../core/verdict/parameter.ts';

/** Why, and under which clause: what was refused says both. */
export function refusalText(refusal: Refusal): Bilingual {
  const { clause } = refusal;
  const by = (zh: string, en: string): Bilingual => ({ zh: `没有改动。${zh}（依据 ${clause}）`, en: `Nothing was changed. ${en} (${clause})` });
  switch (refusal.why) {
    case 'same_person': return by(`本人或被代理人已经办理过：${wordsOf(refusal.acts, 'zh')}`, `You, or whom you stand in for, did before: ${wordsOf(refusal.acts, 'en')}`);
    case 'guard': return by(`尚未具备：${refusal.guard.label.zh}。${refusal.detail?.zh ?? ''}`, `Not there yet: ${refusal.guard.label.en}. ${refusal.detail?.en ?? ''}`);
    case 'no_quorum': return by(`应到 ${refusal.votes.members} 人，实到 ${refusal.votes.present} 人。${ruleText(refusal.rule, 'zh')}`, `${refusal.votes.present} of ${refusal.votes.members} are present. ${ruleText(refusal.rule, 'en')}`);
    case 'not_carried': return by(`到会 ${refusal.votes.present} 人，同意 ${refusal.votes.for} 票。${ruleText(refusal.rule, 'zh')}`, `${refusal.votes.for} of ${refusal.votes.present} are for it. ${ruleText(refusal.rule, 'en')}`);
    case 'closed': return by('事项已经办结', 'The matter is closed');
    case 'not_now': return by('事项所处状态没有这一步', 'The matter has no such step where it stands');
    case 'not_your_role': return by('这一步由其他身份办理', 'The step is another role’s');
    case 'reason_missing': return by('这一步须写明理由', 'The step takes a reason');
    case 'votes_missing': return by('这一步由集体表决，须填写票数', 'A body decides this by votes: give them');
    case 'votes_impossible': return by('票数不符：实到不超过应到，各项票数之和等于实到', 'The votes do not add up: no more present than members, and each present votes once');
  }
}

const NO_RULE: Bilingual = { zh: '当日没有生效的表决规则', en: 'No rule on votes is in force on that day' };
const PERCENT = exact(100);

/** The share that must be exceeded, and where it comes from. */
function ruleText(rule: Parameter | null, lang: 'zh' | 'en'): string {
  if (rule === null || typeof rule.value !== 'object') return NO_RULE[lang];
  const share = `${toDecimalText(multiply(rule.value, PERCENT))}%`;
  return lang === 'zh' ? `${rule.label.zh}：${share}（${rule.source.zh}）` : `${rule.label.en}: ${share} (${rule.source.en})`;
}

function wordsOf(acts: readonly string[], lang: 'zh' | 'en'): string {
  return acts.map((act) => (act === OPENED ? { zh: '发起', en: 'open' }[lang] : KNOWN_ACTS.get(act)?.[lang] ?? act)).join(lang === 'zh' ? '、' : ', ');
}

const KNOWN_ACTS: ReadonlyMap<string, Bilingual> = new Map(
  [...JOURNAL_WAYS, ...MATTERS].flatMap(({ steps }) => Object.values(steps).flat().map(({ act, label }): [string, Bilingual] => [act, label])));
