import type { z } from '@hono/zod-openapi';
import type { Pack } from '../core/policy/pack.ts';
import { countAnswers } from '../core/supervision/answers.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { parametersOn } from '../core/verdict/parameter.ts';
import { loadRows } from '../store/campus-rows.ts';
import { loadMatter } from '../store/matters/matter.ts';
import { dueVisits } from '../store/supervision/due.ts';
import { mayVisit } from '../store/supervision/record-visit.ts';
import { documentOfVisit, loadVisits, type StoredLine, type StoredVisit } from '../store/supervision/visit.ts';
import type { Transaction } from '../store/transaction.ts';
import type { listVisits, readVisit } from './contract/supervision.ts';

type Listing = z.infer<(typeof listVisits.responses)[200]['content']['application/json']['schema']>;
type View = z.infer<(typeof readVisit.responses)[200]['content']['application/json']['schema']>;
type Finding = View['lines'][number]['finding'];
type NameOf = (id: string) => string;

async function namesOfAll(tx: Transaction): Promise<NameOf> {
  const names = new Map((await loadRows(tx, 'organisations', {})).map(({ org_id, name }) => [org_id, name]));
  return (id) => names.get(id) ?? id;
}

const placed = ({ college_id, school_id }: { readonly college_id: string; readonly school_id: string }, name: NameOf) => ({ college_id, college: name(college_id), school_id, school: name(school_id) });

function headOf({ visit_id, kind, year, term, on, answers, answered_by, lines, ...place }: StoredVisit, name: NameOf): Listing['visits'][number] {
  return {
    visit_id: String(visit_id), kind, ...placed(place, name), year, term, on, ...countAnswers(lines),
    answers: answers === null ? null : String(answers), answered_by: answered_by === null ? null : String(answered_by),
  };
}

/** Visits, what is owed, and the schools that whoever asks may visit. */
export async function visitListing(tx: Transaction, { pack, today }: { readonly pack: Pack; readonly today: PlainDate }): Promise<Listing> {
  const [name, visits, parameters] = [await namesOfAll(tx), await loadVisits(tx), parametersOn(pack.parameters, today)];
  const programmes = (await loadRows(tx, 'programmes', {})).filter(({ college_id }) => mayVisit(tx, college_id));
  const places = [...new Map(programmes.map((one) => [`${one.college_id} ${one.school_id}`, placed(one, name)])).values()];
  return {
    on: today, places: places.toSorted((a, b) => (a.school_id < b.school_id ? -1 : 1)), visits: visits.map((visit) => headOf(visit, name)),
    due: (await dueVisits(tx, visits, (key) => parameters.get(key)?.value)).map(({ kind, year, term, due_on, ...place }) => ({ kind, ...placed(place, name), year, term, due_on, late: due_on < today, may_record: mayVisit(tx, place.college_id) })),
  };
}

/** A visit with everything that its page tells; findings as far as they are in reach. */
export async function visitView(tx: Transaction, visit: StoredVisit): Promise<View> {
  const { visit_id, visitors, note, reason, recorded_by, checklist, lines, college_id, answered_by } = visit;
  const found = new Map(lines.map((line) => [line.line, line]));
  const shown: View['lines'][number][] = [];
  for (const line of checklist) {
    const { answer, remark, severity, matter_id } = found.get(line.line) as StoredLine;
    shown.push({ ...line, answer, remark, severity, finding: matter_id === null ? null : await findingOf(tx, matter_id) });
  }
  return {
    ...headOf(visit, await namesOfAll(tx)), visitors, note, reason, recorded_by, document_id: await documentOfVisit(tx, visit_id), lines: shown,
    may_correct: answered_by === null && mayVisit(tx, college_id),
  };
}

async function findingOf(tx: Transaction, matter_id: number): Promise<Finding> {
  const matter = await loadMatter(tx, matter_id);
  if (matter === null) return null;
  const due = matter.entries.findLast(({ details }) => details?.due !== undefined)?.details?.due ?? null;
  const state = matter.kind.states[matter.state]?.label ?? { zh: matter.state, en: matter.state };
  return { matter_id: String(matter_id), state, open: matter.open, due };
}
