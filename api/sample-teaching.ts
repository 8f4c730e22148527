import type { SchemeContent } from '../core/schemes/scheme.ts';
import type { Row } from '../core/exchange/sheets.ts';
import { DEFAULT_PACK } from '../core/policy/packs.ts';
import { decimal } from '../core/values/exact.ts';
import { date, type PlainDate } from '../core/values/plain-date.ts';
import type { Database } from '../store/database.ts';
import { bringIn } from '../store/import.ts';
import { loadMatter } from '../store/matters/matter.ts';
import { lockFacts } from '../store/record-stamp.ts';
import { reviseScheme } from '../store/schemes/revise.ts';
import { releaseGrades, saveGrades } from '../store/teaching/grading.ts';
import { rosterOf, stepOffering } from '../store/teaching/moving.ts';
import { listOfferings, type Offering } from '../store/teaching/offering.ts';
import { openOfferings } from '../store/teaching/opening.ts';
import { setTerm } from '../store/teaching/terms.ts';
import type { Transaction } from '../store/transaction.ts';
import { playing, type Playing } from './sample-playing.ts';
import { FIRST_SCHEME, SECOND_SCHEME } from './sample-scheme.ts';

const [PROGRAMME, COLLEGE, TERM] = ['P11', 'H1', '2025-1'];
const [FIRST_CLASS, SECOND_CLASS] = ['C1-2025-1', 'C1-2025-2'];
const FIRST_DECIDED = date('2024-06-20');
const SECOND_DECIDED = date('2025-09-26');
/** Who teaches what in the term, by the register of staff. */
const TEACHERS: Readonly<Record<string, string>> = { H701: 'T106', H702: 'T104', H703: 'T101', H704: 'T102', H705: 'E101', H706: 'T102' };
/** A short course that is over: its grades are released in one class, and handed in in the other. */
const SHORT = { code: 'H706', hours: 16 };

/** Two versions of a scheme, and a term taught by the first of them: courses opened, teachers assigned, grades typed, handed in, released. */
export async function addSampleTeaching(database: Database, region_id: number, on: PlainDate): Promise<void> {
  await scheme(playing(database, region_id, FIRST_DECIDED), 2022, FIRST_SCHEME, '教委〔2024〕5号');
  await scheme(playing(database, region_id, SECOND_DECIDED), 2026, SECOND_SCHEME, '教委〔2025〕9号');
  const now = playing(database, region_id, on);
  await done(now.as('college_academic', (tx) => setTerm(tx, { college_id: COLLEGE, term: TERM, first_day: date('2025-09-01'), last_day: date('2026-01-23') })));
  for (const class_id of [FIRST_CLASS, SECOND_CLASS]) {
    await done(now.as('college_academic', (tx) => openOfferings(tx, { class_id, term: TERM }, on)));
    for (const [code, staff_no] of Object.entries(TEACHERS)) await done(now.as('college_academic', async (tx) => stepOffering(tx, { ...await asked(tx, class_id, code), act: 'assign', staff_no }, on)));
  }
  await reportEarlier(now, on);
  await grade(now, FIRST_CLASS, 'H706', on, SHORT.hours);
  await grade(now, SECOND_CLASS, 'H706', on, SHORT.hours);
  await done(now.as('college_academic', async (tx) => releaseGrades(tx, await asked(tx, FIRST_CLASS, SHORT.code), { pack: DEFAULT_PACK, today: on })));
}

async function scheme({ as, given, open, play }: Playing, year: number, content: SchemeContent, number: string): Promise<void> {
  const matter_id = await open('college_programme', { kind: 'training_scheme', subject: PROGRAMME, details: { year } });
  await done(as('college_programme', async (tx) => reviseScheme(tx, { matter_id, version: (await loadMatter(tx, matter_id))?.version ?? 0, content }, given)));
  await play(
    matter_id, ['school_head', 'agree_school'], ['enterprise', 'agree_firm', { details: { firm: 'F1' } }], ['college_programme', 'table'],
    ['college_leadership', 'resolve', {
      documents: [{ name: '教学委员会纪要.pdf', sha256: '5'.repeat(64) }], votes: { members: 11, present: 9, for: 9, against: 0, abstained: 0 },
      details: { number, on: given.today, attendees: '示例：郑学文、毛志远等9人' },
    }]);
}

/** What students of the fourth year earned in their first three, as their school knows it. */
async function reportEarlier(now: Playing, on: PlainDate): Promise<void> {
  await done(now.as('college_academic', async (tx) => {
    const stamp = await lockFacts(tx);
    if (stamp === null) throw new Error('the sample has no region');
    const students = [...await rosterOf(tx, { class_id: FIRST_CLASS, term: TERM }, on), ...await rosterOf(tx, { class_id: SECOND_CLASS, term: TERM }, on)];
    const credits = students.map(({ student_id }, at): Row<'credits'> => ({
      student_id, required: decimal(FIRST_SCHEME.required_credits), earned: decimal(EARLIER[at % EARLIER.length] as string), conduct_ok: true, internship_ok: null, certificate_exemption: null, row: at + 1,
    }));
    return tx.whole((whole) => bringIn(whole, { credits }, { stamp, name: '示例：前三学年学分' }));
  }));
}

const EARLIER = ['135', '135', '131', '135', '129.5'];

/** Types a grade for everybody in the class and hands the table in. */
async function grade(now: Playing, class_id: string, code: string, on: PlainDate, taught_hours: number): Promise<void> {
  const given = { pack: DEFAULT_PACK, today: on };
  await done(now.as('teacher', async (tx) => {
    const roster = await rosterOf(tx, { class_id, term: TERM }, on);
    return saveGrades(tx, { ...await asked(tx, class_id, code), grades: roster.map(({ student_id }, at) => ({ student_id, score: at === LEFT_OUT ? null : String(SCORES[at % SCORES.length]) })) }, given);
  }));
  await done(now.as('teacher', async (tx) => stepOffering(tx, { ...await asked(tx, class_id, code), act: 'hours', taught_hours }, on)));
  await done(now.as('teacher', async (tx) => stepOffering(tx, { ...await asked(tx, class_id, code), act: 'submit' }, on)));
}

const SCORES = [86, 91.5, 78, 64, 88, 73.5, 95, 69, 82, 57];
/** Who was absent. */
const LEFT_OUT = 11;

async function asked(tx: Transaction, class_id: string, code: string): Promise<Pick<Offering, 'offering_id' | 'version'>> {
  const found = (await listOfferings(tx, { class_id, term: TERM })).find(({ course_code }) => course_code === code);
  if (found === undefined) throw new Error(`the sample's course ${code} of ${class_id}`);
  const { offering_id, version } = found;
  return { offering_id, version };
}

async function done(answer: Promise<{ readonly outcome: string }>): Promise<void> {
  const given = await answer;
  if (given.outcome !== 'done') throw new Error(`the sample's teaching: ${JSON.stringify(given)}`);
}
