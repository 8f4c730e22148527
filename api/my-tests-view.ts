import type { z } from '@hono/zod-openapi';
import type { Row } from '../core/exchange/sheets.ts';
import type { Pack } from '../core/policy/pack.ts';
import { lastRow } from '../core/students/roll-rows.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { parametersOn } from '../core/verdict/parameter.ts';
import { loadRows } from '../store/campus-rows.ts';
import { loadAppeals } from '../store/step-up/appeals.ts';
import { absencesOf, decidedOf, publicationsOf } from '../store/step-up/published.ts';
import { registeredFor } from '../store/step-up/registered.ts';
import { loadSeasons } from '../store/step-up/season.ts';
import { eligibleBy } from '../store/students/change-facts.ts';
import { recordsOf } from '../store/students/roll-lists.ts';
import type { Transaction } from '../store/transaction.ts';
import type { readMyTests } from './contract/step-up.ts';
import { scoreText } from './sample-test-view.ts';
import { appealViews, linesOf, publicAddress } from './step-up-view.ts';

type View = z.infer<(typeof readMyTests.responses)[200]['content']['application/json']['schema']>;
type Mine = View['students'][number];

interface GivenDay {
  readonly pack: Pack;
  readonly today: PlainDate;
}

/** What these students were tested in, and what their step-up still asks. Whose they are is for the caller to say: one's own, and one's wards. */
export async function myTestsView(tx: Transaction, students: readonly string[], given: GivenDay): Promise<View> {
  const mine: Mine[] = [];
  for (const student_id of students) {
    const one = await tx.whole((whole) => myTests(whole, student_id, given));
    if (one !== null) mine.push(one);
  }
  return { on: given.today, students: mine };
}

async function myTests(whole: Transaction, student_id: string, { pack, today }: GivenDay): Promise<Mine | null> {
  const roll = await loadRows(whole, 'students', {}, 'r.student_id = $2', student_id);
  const last = lastRow(roll);
  if (last === null) return null;
  const records = (await recordsOf(whole, [student_id]))(student_id);
  const absences = await absencesOf(whole, student_id);
  const scored = (records.results ?? []).map(({ kind, on, score }) => ({ kind, on, score: scoreText(score), absent: false }));
  const missed = absences.filter((one) => !scored.some(({ kind, on }) => kind === one.kind && on === one.on)).map((one) => ({ ...one, score: null, absent: true }));
  const answer = last.stage === 'secondary' ? eligibleBy(records, last, today, parametersOn(pack.parameters, today)) : null;
  return { student_id, tests: [...scored, ...missed].sort((a, b) => (a.on < b.on ? 1 : -1)), lines: answer === null ? [] : linesOf({ answer }), season: await mySeason(whole, last, { pack, today }) };
}

/** The season that the student is, or was, on the list of. */
async function mySeason(whole: Transaction, { student_id, programme_id }: Row<'students'>, given: GivenDay): Promise<Mine['season']> {
  const [programme] = await loadRows(whole, 'programmes', {}, 'r.key = $2', programme_id);
  for (const season of programme === undefined ? [] : await loadSeasons(whole, programme.college_id)) {
    const [mine] = await registeredFor(whole, season, { ...given, students: [student_id] }) ?? [];
    if (mine === undefined) continue;
    const { college_id, year, test_on, resit_on, place } = season;
    const publications = await publicationsOf(whole, college_id, year);
    const [last] = publications;
    const decided = last === undefined ? null : await decidedOf(whole, last.publication_id, student_id);
    const appeals = await loadAppeals(whole, { publications: publications.map(({ publication_id }) => publication_id), students: [student_id] });
    return {
      college_id, year, test_on, resit_on, place, decision: mine.decision,
      published: last === undefined || decided === null ? null : { on: last.published_on, last_day: last.last_day, seq: decided.seq, decision: decided.decision, address: publicAddress(last.code) },
      may_appeal: last !== undefined && decided !== null && given.today <= last.last_day && !appeals.some(({ publication_id }) => publication_id === last.publication_id),
      appeals: await appealViews(whole, appeals),
    };
  }
  return null;
}
