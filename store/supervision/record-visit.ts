import { mayTouch } from '../../core/access/reach.ts';
import type { Severity } from '../../core/approvals/matters/finding.ts';
import type { Pack } from '../../core/policy/pack.ts';
import { answerProblems, countAnswers, type AnsweredLine, type AnswerProblem } from '../../core/supervision/answers.ts';
import { lineText, type ChecklistLine } from '../../core/supervision/checklist.ts';
import { periodOf, type VisitPeriod } from '../../core/supervision/visit.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { canonicalJson } from '../canonical-json.ts';
import { openFinding } from '../findings/open-finding.ts';
import { hashOf, regionAlgorithm } from '../hashes.ts';
import { lockRegion, takeNumbers, type Stamp } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { checklistOf, type VisitAt } from './checklist-of.ts';
import { issueRecord, revokeRecord } from './paper.ts';
import { loadVisit, visitObject, type StoredLine } from './visit.ts';

/** What was seen during a visit. */
export interface Seen {
  readonly on: PlainDate;
  readonly visitors: string;
  readonly note: string;
  readonly lines: readonly AnsweredLine[];
}

export type NewVisit = Omit<VisitAt, 'on'> & Seen;

export type NotRecorded =
  | { readonly outcome: 'not_your_school' | 'day_to_come' | 'no_rules' | 'unknown_visit' | 'corrected_already' | 'other_period' }
  | { readonly outcome: 'answers_wrong'; readonly problems: readonly AnswerProblem[] };
export type Recorded = { readonly outcome: 'done'; readonly visit_id: number; readonly findings: number } | NotRecorded;

interface GivenDay {
  readonly pack: Pack;
  readonly today: PlainDate;
}

export const mayVisit = (tx: Transaction, college_id: string): boolean => mayTouch(tx.actor.reach, 'supervision', 'write', [`org:${college_id}`]);

/** S3-a, S3-c: records a visit once, with the finding of each line that is not met. Anything else than `done` is for the caller to discard. */
export async function recordVisit(tx: Transaction, visit: NewVisit, given: GivenDay): Promise<Recorded> {
  const stamp = await lockRegion(tx);
  if (stamp === null || !mayVisit(tx, visit.college_id)) return { outcome: 'not_your_school' };
  if (visit.on > given.today) return { outcome: 'day_to_come' };
  const checklist = await tx.whole((whole) => checklistOf(whole, visit, given.pack));
  if (checklist === null) return { outcome: 'not_your_school' };
  const problems = answerProblems(checklist, visit.lines);
  if (problems.length > 0) return { outcome: 'answers_wrong', problems };
  const scopes = await tx.whole((whole) => scopesOfVisit(whole, visit));
  return keep(tx, { ...visit, ...periodOf(visit.kind, visit.on), checklist, answers: null, reason: null, scopes, noticed: new Map() }, stamp, given);
}

/** Puts a visit right by another that answers it: the same checklist, in the same term or year. A notice that was issued stands, and is closed as a finding is. */
export async function correctVisit(tx: Transaction, { visit_id, reason, ...seen }: Seen & { readonly visit_id: number; readonly reason: string }, given: GivenDay): Promise<Recorded> {
  const stamp = await lockRegion(tx);
  const visit = stamp === null ? null : await loadVisit(tx, visit_id);
  if (stamp === null || visit === null) return { outcome: 'unknown_visit' };
  if (!mayVisit(tx, visit.college_id)) return { outcome: 'not_your_school' };
  if (visit.answered_by !== null) return { outcome: 'corrected_already' };
  if (seen.on > given.today) return { outcome: 'day_to_come' };
  const { year, term } = periodOf(visit.kind, seen.on);
  if (year !== visit.year || term !== visit.term) return { outcome: 'other_period' };
  const noticed = new Map(visit.lines.filter(({ matter_id }) => matter_id !== null).map((line) => [line.line, line]));
  const problems = answerProblems(visit.checklist, seen.lines, new Map([...noticed].flatMap(([line, { severity }]): [string, Severity][] => (severity === null ? [] : [[line, severity]]))));
  if (problems.length > 0) return { outcome: 'answers_wrong', problems };
  await revokeRecord(tx, visit_id, reason);
  return keep(tx, { ...visit, ...seen, answers: visit_id, reason, noticed }, stamp, given);
}

interface Keeping extends VisitAt, VisitPeriod, Seen {
  readonly checklist: readonly ChecklistLine[];
  readonly answers: number | null;
  readonly reason: string | null;
  readonly scopes: readonly string[];
  /** Lines for which a notice was issued before. */
  readonly noticed: ReadonlyMap<string, StoredLine>;
}

async function keep(tx: Transaction, visit: Keeping, stamp: Stamp, given: GivenDay): Promise<Recorded> {
  const { kind, college_id, school_id, year, term, on, visitors, note, checklist, answers, reason, scopes } = visit;
  const [visit_id, text] = [await takeNumbers(tx, 'next_number', 1), canonicalJson(checklist)];
  const checklist_hash = hashOf(await regionAlgorithm(tx), text);
  await tx.change(
    `insert into supervision_visits (region_id, visit_id, kind, college_id, school_id, year, term, on_date, visitors, note, checklist, checklist_hash, answers, reason, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [tx.actor.region_id, visit_id, kind, college_id, school_id, year, term, on, visitors, note, text, checklist_hash, answers, reason, scopes, stamp.at, tx.actor.account]);
  const lines: StoredLine[] = [];
  for (const line of visit.lines) {
    const matter_id = line.answer === 'not_met' ? await findingOf(tx, visit, visit_id, line, given) : null;
    if (line.answer === 'not_met' && matter_id === null) return { outcome: 'no_rules' };
    lines.push({ ...line, remark: line.remark.trim(), matter_id });
  }
  await tx.change(
    `insert into supervision_lines (region_id, visit_id, line, answer, remark, severity, matter_id, scopes, recorded_at, recorded_by)
     select $1::integer, $2::bigint, n.line, n.answer, n.remark, n.severity, n.matter_id, $4::text[], $5::timestamptz, $6::text
     from jsonb_to_recordset($3::jsonb) as n(line text, answer text, remark text, severity text, matter_id bigint)`,
    [tx.actor.region_id, visit_id, JSON.stringify(lines), scopes, stamp.at, tx.actor.account]);
  const { number } = await issueRecord(tx, { ...visit, visit_id, checklist_hash, lines }, given.today);
  const findings = lines.filter(({ line, matter_id }) => matter_id !== null && !visit.noticed.has(line)).length;
  await tx.audit({ action: answers === null ? 'supervision.record' : 'supervision.correct', object: visitObject(visit_id), detail: { kind, college_id, school_id, on, ...countAnswers(lines), findings, number, ...(answers !== null && { answers, reason }) } });
  return { outcome: 'done', visit_id, findings };
}

/** S3-b, S3-d: what is not met is a finding of the line's clause, due by its severity; one that was opened before stands. Null on a day without rules. */
async function findingOf(tx: Transaction, { school_id, checklist, noticed }: Keeping, visit_id: number, { line, remark, severity }: AnsweredLine, given: GivenDay): Promise<number | null> {
  const before = noticed.get(line)?.matter_id ?? null;
  if (before !== null) return before;
  const declared = checklist.find((one) => one.line === line);
  if (declared === undefined || severity === null) throw new Error(`a line that was not checked: ${line}`);
  const opened = await openFinding(tx, { school_id, clause: declared.clause, severity, evidence: `${lineText(declared).replace(/。$/, '')}：${remark.trim()}（检查记录 ${visit_id}）`, verdict: null }, given);
  if (opened === null) return null;
  if (opened.outcome !== 'done') throw new Error(`a finding could not be opened: ${opened.outcome}`);
  return opened.matter_id;
}

/** The college that visits and the school with its county. To be called within `tx.whole`. */
async function scopesOfVisit(whole: Transaction, { college_id, school_id }: Pick<VisitAt, 'college_id' | 'school_id'>): Promise<string[]> {
  const rows = await whole.query<{ scopes: string[] }>('select scopes from labels where region_id = $1 and thing = $2', [whole.actor.region_id, `org:${school_id}`]);
  return [...new Set([`org:${college_id}`, `org:${school_id}`, ...rows.flatMap(({ scopes }) => scopes)])].sort();
}
