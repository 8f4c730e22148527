import { ANSWERS } from '../../core/approvals/eligibility.ts';
import { campusResult } from '../../core/check/check.ts';
import { judgingOn } from '../../core/check/judging.ts';
import { changeOnPaper, conditionOnPaper, outcomeOnPaper, standardOnPaper } from '../../core/documents/in-words.ts';
import type { DocumentContent, DocumentKindId } from '../../core/documents/kinds.ts';
import { problem, type Problem } from '../../core/exchange/problem.ts';
import { sheets, type Row } from '../../core/exchange/sheets.ts';
import { toDecimalText } from '../../core/values/exact.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { loadCampusRows, loadRows } from '../campus-rows.ts';
import { standingDocuments } from '../documents-read.ts';
import { issueDocument, type About, type Issued } from '../documents.ts';
import { readSnapshot, type Snapshot } from '../snapshots.ts';
import type { Transaction } from '../transaction.ts';
import type { Decided } from './decided.ts';
import { matterObject, type Effect } from './matter.ts';
import { returnsOfRound } from './returns.ts';

/** What a decision says on paper, to be issued; or what is to be reported before it can be said. */
export type Paper =
  | { readonly outcome: 'said'; readonly issue: (tx: Transaction, about: About) => Promise<Issued> }
  | { readonly outcome: 'problems'; readonly problems: readonly Problem[] };

/** Puts a decision into words, from its matter, what it is about and the verdicts that it relied on. Asked over all records, after everything else that the step brings about. Null where the step says nothing on paper yet. */
export type Draft = (whole: Transaction, decided: Decided, effects: readonly Effect[]) => Promise<Paper | null>;

/** Who stands at the foot of a paper. */
export async function nameOfPerson(whole: Transaction, person: Decided['person']): Promise<string> {
  const [found] = await whole.query<{ name: string }>('select display_name as name from people where region_id = $1 and person_id = $2', [whole.actor.region_id, person]);
  return found?.name ?? '';
}

export function paper<K extends DocumentKindId>(kind: K, content: DocumentContent<K>, missing: readonly Problem[] = []): Paper {
  return missing.length > 0 ? { outcome: 'problems', problems: missing } : { outcome: 'said', issue: (tx, about) => issueDocument(tx, kind, content, about) };
}

/** M4-a, M2-a. */
export const recognition: Draft = async (whole, { matter, verdicts, pack, today: dated }) => {
  const rows = await loadCampusRows(whole, matter.subject);
  if (rows === null) throw new Error('a campus that is recognised is not there');
  const { named, missing } = await sidesOf(whole, rows.campus);
  const heads = campusResult(rows, judgingOn(pack, dated))?.facts?.students.value ?? null;
  const students = heads === null ? null : toDecimalText(heads);
  return paper('campus_recognition', {
    dated, ...named, form: sheets.campuses.columns.form.codes?.[rows.campus.form]?.zh ?? rows.campus.form, students: Number(students), judged_on: dated, effective_from: dated,
    conditions: verdicts.map((verdict) => conditionOnPaper(pack, verdict)),
  }, students === null ? [...missing, problem('headcounts', null, 'students', 'missing_value', matter.subject)] : missing);
};

/** M2-c: the plate is that of the college's campus, and so bears the names of both. */
export const plate: Draft = async (whole, { matter, today: dated }) => {
  const [row] = await loadRows(whole, 'campuses', {}, 'r.key = $2', matter.subject);
  if (row === undefined) throw new Error('a campus that gets its plate is not there');
  const { named, missing } = await sidesOf(whole, row);
  const [recognised] = await standingDocuments(whole, matterObject(matter.matter_id), ['campus_recognition']);
  const plate_text = named.campus.startsWith(named.college) ? named.campus : `${named.college}${named.campus}`;
  return paper('campus_plate', { dated, ...named, plate_text, from: dated, recognition_number: recognised?.number ?? '' }, missing);
};

/** S1-a. */
export const admission: Draft = async (whole, { matter, answers, today: dated }) => {
  const [school] = await loadRows(whole, 'organisations', {}, 'r.key = $2', matter.subject);
  const items = answers.get('eligibility')?.checklist ?? [];
  return paper('pilot_admission', {
    dated, school_id: matter.subject, school: school?.name ?? '', pilot_from: dated,
    checklist: items.map(({ clause, label, answer }) => ({ clause, item: label.zh, answer: ANSWERS[answer].zh })),
  }, school === undefined ? [problem('schools', null, 'school_id', 'unknown_reference', matter.subject)] : []);
};

/** */
export const parameterChange: Draft = async (whole, { matter, verdicts, details: { value, from }, pack, today: dated }) => {
  const known = pack.parameters.find(({ key }) => key === matter.subject);
  if (known === undefined || value === undefined || from === undefined) throw new Error('a change of a parameter without parameter, value and day');
  const now = parametersOn(pack.parameters, from).get(matter.subject);
  const campuses = new Map((await loadRows(whole, 'campuses', {})).map(({ campus_id, name }) => [`campus:${campus_id}`, name]));
  return paper('parameter_decision', {
    dated, parameter: matter.subject, label: known.label.zh, served_clause: known.clause, ...changeOnPaper(now ?? known, now?.value ?? null, value), effective_from: from,
    reason: matter.entries.findLast(({ act }) => act === 'propose')?.reason ?? '',
    effects: verdicts.map(({ about, standard, before: was, outcome }) => ({
      campus: campuses.get(about) ?? about, item: standardOnPaper(pack, standard), before: was === undefined ? '' : outcomeOnPaper(was), after: outcomeOnPaper(outcome),
    })),
  });
};

/** M4-a. Whoever ended the round filled it in; who reviews it and who answers for it sign by hand, or sign the matter. */
export const collectionSheet: Draft = async (whole, { matter, person, details: { on, due }, pack, today: dated }, effects) => {
  const frozen = effects.find((one) => one.kind === 'snapshot');
  const snapshot = frozen === undefined ? null : await readSnapshot(whole, Number(frozen.snapshot_id));
  if (frozen === undefined || snapshot === null || on === undefined || due === undefined) throw new Error('a round that froze nothing');
  const returns = await returnsOfRound(whole, matter.matter_id, due, dated);
  const names = new Map((await loadRows(whole, 'organisations', {}, 'r.key = any($2::text[])', returns.map((one) => one.matter.subject))).map(({ org_id, name }) => [org_id, name]));
  return paper('collection_sheet', {
    dated, round: matter.subject, frozen_on: on, snapshot_id: frozen.snapshot_id, snapshot_sha256: frozen.sha256,
    schools: returns.map(({ matter: { kind, subject, state }, submitted_on, late, days }) => ({
      school: names.get(subject) ?? subject, state: kind.states[state]?.label.zh ?? state, submitted_on: submitted_on ?? '', late: late ? `逾期 ${days} 天` : '',
    })),
    campuses: campusesOf(snapshot, new Set(pack.composites.map(({ id }) => id))),
    filled_by: await nameOfPerson(whole, person), reviewed_by: '', responsible: '',
  });
};

/** Counted as everywhere: the standards, without the composites that hold several together. */
function campusesOf({ content }: Snapshot, composites: ReadonlySet<string>) {
  return content.campuses.map(({ name, students, verdicts }) => {
    const many = (wanted: string): number => verdicts.filter(({ standard, outcome }) => outcome === wanted && !composites.has(standard)).length;
    return { campus: name, students: students === null ? '' : String(students), met: many('met'), unmet: many('unmet'), undetermined: many('undetermined') };
  });
}

/** A campus with its school and college, by name; an institution that the register does not name is missing. */
async function sidesOf(whole: Transaction, campus: Row<'campuses'>) {
  const { campus_id, name, school_id, college_id } = campus;
  const names = new Map((await loadRows(whole, 'organisations', {}, 'r.key = any($2::text[])', [school_id, college_id])).map((one) => [one.org_id, one.name]));
  return {
    named: { campus_id, campus: name, school: names.get(school_id) ?? '', college: names.get(college_id) ?? '' },
    missing: (['school_id', 'college_id'] as const).flatMap((column) => (names.has(campus[column]) ? [] : [problem('campuses', null, column, 'unknown_reference', campus[column])])),
  };
}
