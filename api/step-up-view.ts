import type { z } from '@hono/zod-openapi';
import { mayTouch } from '../core/access/reach.ts';
import type { Pack } from '../core/policy/pack.ts';
import { DECISIONS } from '../core/step-up/decision.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import type { Exact } from '../core/values/exact.ts';
import { parametersOn } from '../core/verdict/parameter.ts';
import { loadRows } from '../store/campus-rows.ts';
import { actingPerson } from '../store/matters/acting.ts';
import { loadAppeals, type Appeal } from '../store/step-up/appeals.ts';
import { publicationsOf, type Publication } from '../store/step-up/published.ts';
import { registeredFor, type Registered } from '../store/step-up/registered.ts';
import { awaitedFor } from '../store/step-up/scoring.ts';
import type { Season } from '../store/step-up/season.ts';
import type { Transaction } from '../store/transaction.ts';
import type { listSeasons, readSeason } from './contract/step-up.ts';
import { choicesOf, scoreText, valueText } from './sample-test-view.ts';

type View = z.infer<(typeof readSeason.responses)[200]['content']['application/json']['schema']>;
type Head = z.infer<(typeof listSeasons.responses)[200]['content']['application/json']['schema']>['seasons'][number];
type Named = (id: string) => string;

export const publicAddress = (code: string): string => `/published/${code}`;

export async function seasonHeads(tx: Transaction, seasons: readonly Season[]): Promise<Head[]> {
  const { name } = await choicesOf(tx, () => false);
  const heads: Head[] = [];
  for (const season of seasons) heads.push(headOf(season, (await publicationsOf(tx, season.college_id, season.year))[0], name));
  return heads;
}

function headOf({ college_id, year, test_on, resit_on, place }: Season, last: Publication | undefined, name: Named): Head {
  return { college_id, college: name(college_id), year, test_on, resit_on, place, published_on: last?.published_on ?? null, last_day: last?.last_day ?? null };
}

/** A season with everything that its page tells: figures by school for everybody who reads it, students as far as whoever asks holds the test or reads them. */
export async function seasonView(tx: Transaction, season: Season, { pack, today }: { readonly pack: Pack; readonly today: PlainDate }): Promise<View> {
  const { college_id, year } = season;
  const { name } = await choicesOf(tx, () => false);
  const parameters = parametersOn(pack.parameters, season.test_on);
  const registered = await tx.whole((whole) => registeredFor(whole, season, { pack, today })) ?? [];
  const publications = await publicationsOf(tx, college_id, year);
  const may_hold = mayTouch(tx.actor.reach, 'tests', 'write', [`org:${college_id}`]);
  const names = new Map((await loadRows(tx, 'students', {}, 'r.student_id = any($2::text[])', registered.map(({ row }) => row.student_id))).map((row) => [row.student_id, row.name]));
  const schools = [...new Set(registered.map(({ row }) => row.school_id))];
  return {
    ...headOf(season, publications[0], name), revision: season.revision, on: today,
    pass_line: valueText(parameters, 'upgrade.pass_line'), full_marks: valueText(parameters, 'test.full_marks'), publication_days: valueText(parameters, 'upgrade.publication_days'),
    counts: countsOf(registered), schools: schools.map((id) => ({ school_id: id, school: name(id), ...countsOf(registered.filter(({ row }) => row.school_id === id)) })),
    students: registered.filter(({ row }) => may_hold || names.has(row.student_id)).map((one) => studentOf(one, names, name)),
    may_sit: may_hold ? [...awaitedFor(registered, false)] : [], may_resit: may_hold ? [...awaitedFor(registered, true)] : [],
    publications: publications.map(({ published_on, last_day, code, hash }) => ({ published_on, last_day, address: publicAddress(code), hash, open: today <= last_day })),
    appeals: await appealViews(tx, await loadAppeals(tx, { publications: publications.map(({ publication_id }) => publication_id) })), may_hold,
  };
}

function countsOf(registered: readonly Registered[]): View['counts'] {
  const many = Object.fromEntries(DECISIONS.map((one) => [one, registered.filter(({ decision }) => decision === one).length])) as Record<(typeof DECISIONS)[number], number>;
  return { registered: registered.length, ...many };
}

const stateOf = (score: Exact | null | undefined): 'awaited' | 'absent' | 'scored' => (score === undefined ? 'awaited' : score === null ? 'absent' : 'scored');

export const linesOf = ({ answer }: Pick<Registered, 'answer'>): View['students'][number]['lines'] => answer.lines.map(({ name, clause, outcome, missing }) => ({ name, clause, outcome, missing }));

function studentOf(one: Registered, names: ReadonlyMap<string, string>, name: Named): View['students'][number] {
  const { row: { student_id, school_id, class_id, programme_id }, test, resit, answer, decision } = one;
  return {
    student_id, name: names.get(student_id) ?? null, school: name(school_id), class_id, programme: name(programme_id), test: scoreText(test), test_state: stateOf(test), resit: scoreText(resit), resit_state: stateOf(resit),
    counts: scoreText(answer.score), decision, lines: linesOf(one),
  };
}

/** Appeals, with whether whoever asks may answer: not whoever published. */
export async function appealViews(tx: Transaction, appeals: readonly Appeal[]): Promise<View['appeals']> {
  const person = await actingPerson(tx);
  const may = tx.actor.reach.has('appeals.approve');
  return appeals.map(({ appeal_id, publication_id: _, published_by, ...appeal }) => ({ ...appeal, appeal_id: String(appeal_id), may_answer: may && appeal.verdict === null && person !== null && published_by !== person.person }));
}
