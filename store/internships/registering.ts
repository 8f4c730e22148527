import type { Row } from '../../core/exchange/sheets.ts';
import { groupBy } from '../../core/facts/campus-rows.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Law } from '../agreements/law.ts';
import { standing } from '../known-time.ts';
import type { Stamp } from '../record-stamp.ts';
import { answerRows, withdrawRows } from '../register-answers.ts';
import { schemeOf } from '../schemes/scheme.ts';
import { bringUpCredits } from '../teaching/credits.ts';
import type { Transaction } from '../transaction.ts';
import { passedOf } from './passed.ts';
import { signedByAllOn, trainedOn, type Placement } from './placement.ts';

const why = (placements: readonly Placement[]) => ({ action: 'internship.registered', object: `internships/${placements[0]?.placement_id ?? ''}`, reason: `实习 ${placements.length === 1 ? placements[0]?.placement_id : placements.length}` });

const rowOf = (placement: Placement, law: Law): Omit<Row<'internships'>, 'row'> => ({
  student_id: placement.student_id, employer_id: placement.employer_id, from: placement.since, to: placement.until,
  agreement_on: signedByAllOn(placement, law), safety_training_on: trainedOn(placement),
});

/**
 * Tells the register how internships stand: what is due is opened and closed by it. A first day that moved, and an internship
 * that was given up, take their row back. `before`: as they stood.
 */
export async function registerPlacements(tx: Transaction, placements: readonly Placement[], before: ReadonlyMap<number, Placement>, law: Law, stamp: Stamp): Promise<void> {
  const gone = placements.flatMap((one) => {
    const was = before.get(one.placement_id);
    return was !== undefined && (one.state === 'cancelled' || was.since !== one.since) ? [{ student_id: was.student_id, from: was.since }] : [];
  });
  if (gone.length > 0) await withdrawRows(tx, 'internships', gone, why(placements), stamp);
  const stand = placements.filter(({ state }) => state !== 'cancelled');
  await answerRows(tx, 'internships', stand.map((one) => rowOf(one, law)), why(placements), stamp);
}

/** A row of credits apart from what is written here; figures as they are stored. */
type Credits = Readonly<Record<'student_id' | 'required' | 'earned', string>> & { readonly conduct_ok: boolean | null; readonly certificate_exemption: string | null };

/**
 * R3-d: writes what firm and school found into the register of credits, the other columns as they stand. Whoever has no row yet
 * is given that of the scheme in force for the cohort (M9-b); where there is none, nobody said what is required and earned, and
 * that is not nothing: the row that comes takes the result along. Answers for whom it was written.
 */
export async function registerPassed(tx: Transaction, placements: readonly Placement[], on: PlainDate, stamp: Stamp): Promise<string[]> {
  const judged = new Map(placements.flatMap((one): [string, boolean][] => {
    const passed = passedOf(one);
    return passed === null ? [] : [[one.student_id, passed]];
  }));
  if (judged.size === 0) return [];
  const rows = await tx.whole((whole) => whole.query<Credits>(
    `select r.student_id, r.required::text as required, r.earned::text as earned, r.conduct_ok, r.certificate_exemption from register_credits r where r.region_id = $1 and r.key = any($2::text[]) and ${standing('r')}`,
    [whole.actor.region_id, [...judged.keys()]]));
  await answerRows(tx, 'credits', rows.map((one) => ({ ...one, internship_ok: judged.get(one.student_id) ?? null })), { ...why(placements), action: 'internship.passed' }, stamp);
  const known = new Set(rows.map(({ student_id }) => student_id));
  return [...known, ...await firstRows(tx, [...judged.keys()].filter((id) => !known.has(id)), on, stamp)];
}

/** The first rows of credits of students whose cohort has a scheme in force; for whom they are. */
function firstRows(tx: Transaction, students: readonly string[], today: PlainDate, stamp: Stamp): Promise<string[]> {
  return tx.whole(async (whole) => {
    const rolls = await whole.query<{ student_id: string; name: string; programme_id: string; cohort: number; scopes: string[] }>(
      `select distinct on (r.student_id) r.student_id, r.name, r.programme_id, r.cohort::int as cohort, r.scopes from register_students r
       where r.region_id = $1 and r.student_id = any($2::text[]) and ${standing('r')} order by r.student_id, r.valid_from desc`, [whole.actor.region_id, students]);
    const given: string[] = [];
    for (const own of groupBy(rolls, ({ programme_id, cohort }) => `${cohort} ${programme_id}`).values()) {
      const [{ programme_id, cohort }] = own as [typeof own[number]];
      if (await schemeOf(whole, programme_id, cohort, today) === null) continue;
      await bringUpCredits(whole, stamp, { programme_id, cohort, students: own, today, name: `实习评价 ${cohort} ${programme_id}` });
      given.push(...own.map(({ student_id }) => student_id));
    }
    return given;
  });
}
