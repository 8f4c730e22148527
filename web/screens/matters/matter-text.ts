import { meanScore, SCORE_LABELS, SCORE_TOPICS } from '../../../core/supervision/scorecard.ts';
import { toFixed } from '../../../core/values/exact.ts';
import { TOPIC_LABELS } from '../../../core/office/topics.ts';
import { ROLL_CHANGES } from '../../../core/students/roll-changes.ts';
import { matterKind, MATTERS } from '../../../core/approvals/matters.ts';
import { OPENED, type MatterKind } from '../../../core/approvals/matter-kind.ts';
import { DEFAULT_PACK } from '../../../core/policy/packs.ts';
import type { Language } from '../../../core/values/bilingual.ts';
import { formatDate } from '../../words/format.ts';
import { detailWords } from '../../words/matter-details.ts';
import type { matterWords } from '../../words/matters.ts';
import { sheetLabel } from '../data/sheet-words.ts';
import { rollLines } from '../students/matter-lines.ts';
import type { Matter, MatterHead } from './queries.ts';

type Say = (typeof matterWords)['zh'];

export const kindOfMatter = ({ kind }: Pick<MatterHead, 'kind'>): MatterKind | undefined => matterKind(kind);

export function kindText(kind: string, language: Language): string {
  return matterKind(kind)?.label[language] ?? kind;
}

export function stateText({ kind, state }: Pick<MatterHead, 'kind' | 'state'>, language: Language): string {
  return matterKind(kind)?.states[state]?.label[language] ?? state;
}

/** What a matter is about: a name where there is one, the label of a parameter, or the name of a round. */
export function subjectText({ kind, subject, name, title }: Pick<MatterHead, 'kind' | 'subject' | 'name' | 'title'>, language: Language): string {
  if (title !== null) return language === 'zh' ? `${title}（${name ?? subject}）` : `${title} (${name ?? subject})`;
  if (name !== null) return name;
  if (matterKind(kind)?.about !== 'parameter') return subject;
  return parameterText(subject, language);
}

export function parameterText(key: string, language: Language): string {
  return DEFAULT_PACK.parameters.find((one) => one.key === key)?.label[language] ?? key;
}

const ACTS = new Map(MATTERS.flatMap(({ id, steps }) => Object.values(steps).flat().map((step) => [`${id}/${step.act}`, step.label] as const)));

export function actText(kind: string, act: string, say: Say, language: Language): string {
  return act === OPENED ? say.opened : ACTS.get(`${kind}/${act}`)?.[language] ?? act;
}

/** S3-g: each topic, and the mean that the grade goes by. */
function scoreLines(scores: Matter['details']['scores'], say: Say, language: Language): (readonly [string, string])[] {
  if (scores === undefined) return [];
  return [...SCORE_TOPICS.map((topic) => [SCORE_LABELS[topic][language], String(scores[topic])] as const), [say.meanScore, toFixed(meanScore(scores), 1, 'down')]];
}

/** What is proposed, as pairs of name and value; a finding has its own words for its day. */
export function detailLines(details: Matter['details'], say: Say, language: Language, kind = ''): (readonly [string, string])[] {
  const { value, from, list: ofRoll, due, sheets, missing, none, year, department, revision, school, firm, number, attendees } = details;
  const on = ofRoll === undefined ? details.on : undefined;
  const own = detailWords[language];
  const comma = language === 'zh' ? '、' : ', ';
  const list = (names: readonly string[]): string => names.map((name) => sheetLabel(name, language)).join(comma);
  return [
    ...(value === undefined ? [] : [[say.value, value] as const]),
    ...(from === undefined ? [] : [[say.from, formatDate(from, language)] as const]),
    ...(on === undefined ? [] : [[details.title === undefined ? say.onDay : own.meetingDay, formatDate(on, language)] as const]),
    ...(due === undefined ? [] : [[kind === 'finding' ? own.rectifyBy : details.title === undefined ? say.due : say.carryOutBy, formatDate(due, language)] as const]),
    ...(sheets === undefined ? [] : [[say.sheets, list(sheets)] as const]),
    ...(missing === undefined || missing.length === 0 ? [] : [[say.missing, missing.join(comma)] as const]),
    ...(none === undefined || none.length === 0 ? [] : [[say.none, list(none)] as const]),
    ...(year === undefined ? [] : [[say.year, String(year)] as const]),
    ...(department === undefined ? [] : [[details.title === undefined ? own.department : say.adviser, department] as const]),
    ...(revision === undefined ? [] : [[own.revision, String(revision)] as const]),
    ...(school === undefined ? [] : [[details.heads === undefined ? own.signs : own.ofSchool, school] as const]),
    ...(firm === undefined ? [] : [[own.agreesFor, firm] as const]),
    ...(details.heads === undefined ? [] : [[own.heads, details.heads.join(comma)] as const]),
    ...(number === undefined ? [] : [[own.number, number] as const]),
    ...(attendees === undefined ? [] : [[own.attendees, attendees] as const]),
    ...(details.place === undefined ? [] : [[ROLL_CHANGES[details.place].label[language], String(details.admissions?.length ?? 0)] as const]),
    ...(details.clause === undefined ? [] : [[own.clause, details.clause] as const]),
    ...(details.severity === undefined ? [] : [[own.severity, own[`severity_${details.severity}`]] as const]),
    ...(details.evidence === undefined ? [] : [[own.evidence, details.evidence] as const]),
    ...(details.topic === undefined ? [] : [[say.topic, TOPIC_LABELS[details.topic][language]] as const]),
    ...(details.text === undefined ? [] : [[say.textOf, details.text] as const]),
    ...(details.actions === undefined ? [] : [[say.actions, details.actions] as const]),
    ...scoreLines(details.scores, say, language),
    ...rollLines(details, language),
  ];
}
