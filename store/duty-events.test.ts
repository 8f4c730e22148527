import { expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { studentRow, type TypedRow, type TypedSheets } from '../core/check/made-dataset.ts';
import { judgingOn } from '../core/check/judging.ts';
import { DEFAULT_PACK } from '../core/policy/packs.ts';
import { date } from '../core/values/plain-date.ts';
import { EVENT_SOURCES } from './duty-events/sources.ts';
import { reckonDuties } from './duty-run.ts';
import { setGoLive } from './duty-start.ts';
import { dutyWorld, newcomer } from './made-duties.ts';
import { madeStore, type MadeRegion } from './made-store.ts';
import { programActor } from './program-actor.ts';
import { takeSnapshot } from './snapshots.ts';

const { duties, parameters } = DEFAULT_PACK;
const higher = (student_id: string, given: TypedRow = {}): TypedRow => studentRow(student_id, { from: '2024-09-01', ...given });
const third = (student_id: string): TypedRow => newcomer(student_id, { cohort: 2023, grade: 3 });
const destination = (student_id: string, recorded_on: string, code = '11'): TypedRow => ({ student_id, code, recorded_on });
const policy = (student_id: string, from: string, to: string, kind = 'school_liability'): TypedRow => ({ policy_no: `B${student_id}`, kind, student_id, from, to });
const payment = (kind: string, to_id: string, amount_yuan: string, paid_on: string, given: TypedRow = {}): TypedRow =>
  ({ payment_id: `${kind}${paid_on}${to_id}`, kind, from_id: 'H', to_id, amount_yuan, paid_on, ...given });
const receipt = (kind: string, received_on: string, amount_yuan = '100'): TypedRow =>
  ({ receipt_id: `${kind}${received_on}`, student_id: 'T1', academic_year: 2024, kind, amount_yuan, received_on });
const internship = (given: TypedRow = {}): TypedRow => ({ student_id: 'T1', employer_id: 'F', from: '2025-10-13', to: '2026-01-31', ...given });
const result = (student_id: string, kind: string, on: string): TypedRow => ({ student_id, kind, on, score: 80 });

eachDatabase('what begins and ends a duty', (database) => {
  const store = madeStore(database);
  const made = async (sheets: TypedSheets): Promise<MadeRegion> => {
    const region = await store.region();
    await region.as.write((tx) => setGoLive(tx, date('2024-01-01')));
    const reply = await region.import({ ...dutyWorld(), ...sheets });
    expect(reply.outcome, JSON.stringify(reply)).toBe('done');
    return region;
  };
  /** The last day and the end of each duty of a kind, as they stand on a day. */
  const standing = async ({ actor }: MadeRegion, duty: string, today: string): Promise<string[]> => {
    await reckonDuties(store.db(), actor.region_id, { today: date(today), duties: duties.filter(({ id }) => id === duty), parameters });
    const rows = await store.db().as(programActor(actor.region_id)).read((tx) => tx.arrays(
      `select d.opened_on, d.due_on, d.closed_on, d.owed_by[1] from duties d where d.duty = $1 and d.region_id = $2 and not d.lifted order by d.opened_on, d.due_on, d.closed_on`, [duty, actor.region_id]));
    return rows.map(([opened, due, closed, owner]) => `${String(opened)} ${String(due)} ${closed === null ? 'open' : String(closed)} ${String(owner)}`);
  };
  const of = async (sheets: TypedSheets, duty: string, today: string): Promise<string[]> => standing(await made(sheets), duty, today);

  test('every duty that is declared has a source of its beginnings and ends, and nothing else has', () => {
    expect([...EVENT_SOURCES.keys()].sort()).toEqual(duties.map(({ id }) => id).sort());
  });

  test('M3-c: the list of new students is filed when each who has not left is on one', async () => {
    const students = [newcomer('T1'), newcomer('T2'), { ...newcomer('T3'), status: 'withdrawn' }];
    const filed = (...on: string[]): TypedRow[] => on.map((filed_on, at) => ({ student_id: `T${at + 1}`, list_no: 'M', filed_on }));
    const list = (...on: string[]) => of({ students, ...(on.length > 0 && { filings: filed(...on) }) }, 'new_student_list', '2025-12-31');
    expect(await list()).toEqual(['2025-09-01 2025-12-05 open school_registrar@S']);
    expect(await list('2025-12-05')).toEqual(['2025-09-01 2025-12-05 open school_registrar@S']);
    expect(await list('2025-12-05', '2025-12-05')).toEqual(['2025-09-01 2025-12-05 2025-12-05 school_registrar@S']);
    expect(await list('2025-12-05', '2025-12-06')).toEqual(['2025-09-01 2025-12-05 2025-12-06 school_registrar@S']);
  });

  test('M3-c, M9-d: whoever was on no list, or took no test, and left is a gap until the day they left, and no later nor earlier', async () => {
    const gone = (row: TypedRow, on: string): TypedRow[] => [{ ...row, to: '2026-06-30' }, { ...row, status: 'withdrawn', from: on }];
    const list = { students: [newcomer('T1'), ...gone(newcomer('T2'), '2026-07-01')], filings: [{ student_id: 'T1', list_no: 'M', filed_on: '2025-12-05' }] };
    expect(await of(list, 'new_student_list', '2026-07-31')).toEqual(['2025-09-01 2025-12-05 2026-07-01 school_registrar@S']);
    const tests = { students: [third('T1'), ...gone(third('T2'), '2026-07-01')], results: [result('T1', 'upgrade_test', '2026-04-30')] };
    expect(await of(tests, 'upgrade_test', '2026-07-31')).toEqual(['2025-09-01 2026-04-30 2026-07-01 college_academic@H']);
  });

  test('R3-b: new students are registered when every programme’s number is reported', async () => {
    const students = [newcomer('T1')];
    const intake = (registered: string): TypedRow[] => [{ year: 2025, school_id: 'S', programme_id: 'P', planned: 1, registered }];
    expect(await of({ students, intakes: intake('') }, 'roll_registration', '2025-11-21')).toEqual(['2025-09-01 2025-11-20 open school_registrar@S']);
    // Recorded today by the clock, which no day of these tests has reached: counted as of the day of reckoning.
    expect(await of({ students, intakes: intake('1') }, 'roll_registration', '2025-11-20')).toEqual(['2025-09-01 2025-11-20 2025-11-20 school_registrar@S']);
  });

  test('M4-a: the snapshot of conditions is owed each year until one of its day is taken', async () => {
    const region = await made({});
    expect(await standing(region, 'condition_snapshot', '2025-08-31')).toEqual(['2024-09-01 2024-10-31 open office@*']);
    await takeSnapshot(store.db(), { actor: region.actor, judging: judgingOn(DEFAULT_PACK, date('2024-10-31')) });
    expect(await standing(region, 'condition_snapshot', '2025-09-01')).toEqual(['2024-09-01 2024-10-31 2025-09-01 office@*', '2025-09-01 2025-10-31 open office@*']);
  });

  test('M5-d: the headcount of each open campus is signed for once a year', async () => {
    expect(await of({}, 'headcount_sheet', '2025-10-31')).toEqual(['2024-09-01 2024-10-31 open college_finance@H', '2025-09-01 2025-10-31 open college_finance@H']);
    const counted = { grant_headcounts: [{ campus_id: 'C', on: '2025-10-31', students: 10 }] };
    expect((await of(counted, 'headcount_sheet', '2025-10-31'))[1]).toBe('2025-09-01 2025-10-31 2025-10-31 college_finance@H');
  });

  test('M5-e: the grant has arrived in full with the last fen of it, by 8 and 4 months of two counts', async () => {
    const grant = (...amounts: [string, string][]): TypedSheets => ({
      grant_standards: [{ fiscal_year: 2025, college_id: 'H', yuan_per_student: '15000' }],
      grant_headcounts: [{ campus_id: 'C', on: '2024-10-31', students: 120 }, { campus_id: 'C', on: '2025-10-31', students: 150 }],
      ...(amounts.length > 0 && { grant_receipts: amounts.map(([amount_yuan, received_on]) => ({ receipt_id: received_on, campus_id: 'C', payer_id: 'G', fiscal_year: 2025, amount_yuan, received_on })) }),
    });
    expect(await of(grant(), 'grant_in_full', '2025-12-31')).toEqual(['2025-11-01 2025-12-20 open finance_bureau@G']);
    expect(await of(grant(['1000000', '2025-06-30'], ['949999.99', '2025-12-20']), 'grant_in_full', '2025-12-31')).toEqual(['2025-11-01 2025-12-20 open finance_bureau@G']);
    expect(await of(grant(['1000000', '2025-06-30'], ['950000', '2025-12-21']), 'grant_in_full', '2025-12-31')).toEqual(['2025-11-01 2025-12-20 2025-12-21 finance_bureau@G']);
    expect(await of(grant(['1950000', '2025-06-30']), 'grant_in_full', '2025-12-31')).toEqual(['2025-11-01 2025-12-20 2025-11-01 finance_bureau@G']);
  });

  test('M5-f: a receipt is passed on when as much was paid to the campus as had come in by then', async () => {
    const came = (received_on: string, amount_yuan: string): TypedRow => ({ receipt_id: received_on, campus_id: 'C', payer_id: 'G', fiscal_year: 2025, amount_yuan, received_on });
    const sheets = { grant_receipts: [came('2025-03-01', '100'), came('2025-04-01', '50')] };
    const paid = (...rows: [string, string][]): TypedSheets => ({ ...sheets, payments: rows.map(([amount, on]) => payment('grant', 'C', amount, on, { fiscal_year: 2025 })) });
    expect(await of(sheets, 'grant_pass_on', '2025-05-31')).toEqual(['2025-03-01 2025-03-31 open college_finance@H', '2025-04-01 2025-05-01 open college_finance@H']);
    expect(await of(paid(['99.99', '2025-03-31'], ['50.01', '2025-05-02']), 'grant_pass_on', '2025-05-31'))
      .toEqual(['2025-03-01 2025-03-31 2025-05-02 college_finance@H', '2025-04-01 2025-05-01 2025-05-02 college_finance@H']);
    expect(await of(paid(['100', '2025-03-31']), 'grant_pass_on', '2025-05-31')).toEqual(['2025-03-01 2025-03-31 2025-03-31 college_finance@H', '2025-04-01 2025-05-01 open college_finance@H']);
  });

  test('M9-c: the sample test is held with the last of those who make up the sample', async () => {
    const students = Array.from({ length: 25 }, (_, at) => third(`T${at}`));
    const tested = (many: number): TypedSheets => ({ students, results: students.slice(0, many).map(({ student_id }, at) => result(String(student_id), 'sample_test', `2026-03-${at < 19 ? '10' : '11'}`)) });
    expect(await of(tested(19), 'sample_test', '2026-04-01')).toEqual(['2025-09-01 2026-08-31 open college_academic@H']);
    expect(await of(tested(20), 'sample_test', '2026-04-01')).toEqual(['2025-09-01 2026-08-31 2026-03-11 college_academic@H']);
  });

  test('M9-d: the step-up test is held when all of the third year have taken it', async () => {
    const sheets = { students: [third('T1'), third('T2'), newcomer('T3')] };
    expect(await of({ ...sheets, results: [result('T1', 'upgrade_test', '2026-04-30')] }, 'upgrade_test', '2026-05-01')).toEqual(['2025-09-01 2026-04-30 open college_academic@H']);
    expect(await of({ ...sheets, results: [result('T1', 'upgrade_test', '2026-04-29'), result('T2', 'upgrade_test', '2026-04-30')] }, 'upgrade_test', '2026-05-01'))
      .toEqual(['2025-09-01 2026-04-30 2026-04-30 college_academic@H']);
  });

  test('M10-b: a graduate’s destination is reported in summer, and again before the year ends where there was no work', async () => {
    const students = [higher('T1', { status: 'graduated', grade: 5, from: '2025-06-30' })];
    expect(await of({ students }, 'destination', '2025-09-01')).toEqual(['2025-06-30 2025-08-31 open school_registrar@S']);
    expect(await of({ students, destinations: [destination('T1', '2025-09-01')] }, 'destination', '2025-09-01')).toEqual(['2025-06-30 2025-08-31 2025-09-01 school_registrar@S']);
    expect(await of({ students, destinations: [destination('T1', '2025-08-31')] }, 'destination_again', '2025-09-01')).toEqual([]);
    const without = destination('T1', '2025-08-31', '70');
    expect(await of({ students, destinations: [without] }, 'destination_again', '2026-01-01')).toEqual(['2025-09-01 2025-12-31 open school_registrar@S']);
    expect(await of({ students, destinations: [without, destination('T1', '2025-12-31')] }, 'destination_again', '2026-01-01')).toEqual(['2025-09-01 2025-12-31 2025-12-31 school_registrar@S']);
  });

  test('R4-c: the share of tuition is settled on its days, for schools whose students have paid', async () => {
    const sheets = { students: [higher('T1')], shares: [{ school_id: 'S', college_id: 'H', tuition_share: '0.6', from: '2024-09-01' }], receipts: [receipt('tuition', '2024-09-10')] };
    expect(await of({ ...sheets, receipts: [] }, 'tuition_settlement', '2025-02-01')).toEqual([]);
    expect(await of(sheets, 'tuition_settlement', '2025-02-01')).toEqual(['2025-01-01 2025-01-31 open college_finance@H']);
    expect(await of({ ...sheets, payments: [payment('tuition_share', 'S', '60', '2024-12-31', { academic_year: 2024 })] }, 'tuition_settlement', '2025-02-01')).toEqual(['2025-01-01 2025-01-31 open college_finance@H']);
    expect(await of({ ...sheets, payments: [payment('tuition_share', 'S', '60', '2025-02-01', { academic_year: 2024 })] }, 'tuition_settlement', '2025-02-01')).toEqual(['2025-01-01 2025-01-31 2025-02-01 college_finance@H']);
  });

  test('R4-g: custody fees are settled when nothing is left of any student’s', async () => {
    const sheets = { students: [higher('T1')], receipts: [receipt('custody', '2024-09-05', '800')] };
    const spent = (amount_yuan: string) => ({ custody_spending: [{ spending_id: 'U', student_id: 'T1', academic_year: 2024, item: '教材', amount_yuan, spent_on: '2025-03-01' }] });
    const refund = { payments: [payment('custody_refund', 'T1', '36.60', '2025-08-31', { academic_year: 2024 })] };
    expect(await of({ ...sheets, ...spent('763.40') }, 'custody_settlement', '2025-09-01')).toEqual(['2024-09-05 2025-08-31 open school_finance@S']);
    expect(await of({ ...sheets, ...spent('763.41'), ...refund }, 'custody_settlement', '2025-09-01')).toEqual(['2024-09-05 2025-08-31 open school_finance@S']);
    expect(await of({ ...sheets, ...spent('763.40'), ...refund }, 'custody_settlement', '2025-09-01')).toEqual(['2024-09-05 2025-08-31 2025-08-31 school_finance@S']);
  });

  test('R4-j: every student of the higher stage is covered from the first day, and an intern for all days', async () => {
    const students = [higher('T1'), higher('T2')];
    const cover = (from: string, to = '2026-08-31') => of({ students, insurance: [policy('T1', '2025-09-01', '2026-08-31'), policy('T2', from, to)] }, 'school_liability', '2025-09-10');
    expect((await cover('2025-09-01')).at(-1)).toBe('2025-09-01 2025-09-01 2025-09-01 school_registrar@S');
    expect((await cover('2025-09-02')).at(-1)).toBe('2025-09-01 2025-09-01 2025-09-02 school_registrar@S');
    expect((await cover('2025-09-01', '2026-08-30')).at(-1)).toBe('2025-09-01 2025-09-01 open school_registrar@S');
    const intern = (from: string, to: string) => of({ students, internships: [internship()], insurance: [policy('T1', from, to, 'internship_liability')] }, 'internship_insurance', '2025-10-20');
    expect(await intern('2025-10-13', '2026-01-31')).toEqual(['2025-09-29 2025-10-13 2025-10-13 school_registrar@S']);
    expect(await intern('2025-10-14', '2026-01-31')).toEqual(['2025-09-29 2025-10-13 2025-10-14 school_registrar@S']);
    expect(await intern('2025-10-13', '2026-01-30')).toEqual(['2025-09-29 2025-10-13 open school_registrar@S']);
  });

  test('S2-i: agreement and safety training come before the first day', async () => {
    const papers = (agreement_on: string, safety_training_on: string) => of({ students: [higher('T1')], internships: [internship({ agreement_on, safety_training_on })] }, 'internship_papers', '2025-10-20');
    expect(await papers('2025-10-10', '')).toEqual(['2025-09-29 2025-10-12 open school_registrar@S']);
    expect(await papers('2025-10-10', '2025-10-12')).toEqual(['2025-09-29 2025-10-12 2025-10-12 school_registrar@S']);
    expect(await papers('2025-10-13', '2025-10-01')).toEqual(['2025-09-29 2025-10-12 2025-10-13 school_registrar@S']);
  });
});
