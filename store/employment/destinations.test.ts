import { beforeAll, describe, expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { rateRules, groupRates, type RateRules } from '../../core/employment/rates.ts';
import { date } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { reckonDuties } from '../duty-run.ts';
import { setGoLive } from '../duty-start.ts';
import { madeStore } from '../made-store.ts';
import { loadCohort } from './cohort.ts';
import { answersOf, recordAnswer } from './answers.ts';
import { destinationsOf, graduatesOf } from './graduates.ts';
import { atWork, graduateRow, madeEmployment, PACK, TODAY, type MadeEmployee, type MadeEmployment } from './made-employment.ts';
import { recordDestinations } from './record-destinations.ts';
import { listServices, recordService, serviceTotals } from './services.ts';

eachDatabase('where graduates go', (database) => {
  const store = madeStore(database);
  let made: MadeEmployment;
  beforeAll(async () => {
    made = await madeEmployment(store.db(), [...['A', 'B', 'C', 'D', 'E', 'L'].map((id) => graduateRow(id)), graduateRow('Z', { status: 'enrolled' }), graduateRow('Y', { status: 'enrolled', grade: 4 })]);
  });
  const record = (who: MadeEmployee, drafts: readonly ReturnType<typeof atWork>[], today = TODAY) => made.write(who, (tx) => recordDestinations(tx, drafts, made.given(today)));
  const stored = (student_id: string) => made.as.read((tx) => destinationsOf(tx, [student_id], date('2030-01-01')));
  const count = async (table: string): Promise<number> => Number((await made.as.read((tx) => tx.arrays(`select count(*) from ${table} where region_id = $1`, [tx.actor.region_id])))[0]?.[0]);

  describe('M10-b: a destination', () => {
    test('is a record of its own with what proves it; the earlier one stays', async () => {
      expect(await record(made.registrar, [atWork('A')])).toMatchObject({ outcome: 'done' });
      expect(await record(made.registrar, [atWork('A', { employer_id: null, employer_credit_code: '91330881MA29U0029D', workplace_division: '330881' })], date('2025-12-20'))).toMatchObject({ outcome: 'done' });
      const rows = await stored('A');
      expect(rows.map(({ recorded_on, employer_id, contract, wage_band, wage_fen, evidence_ref, match }) => [recorded_on, employer_id, contract, wage_band, wage_fen, evidence_ref, match])).toEqual([
        ['2025-08-20', 'F', '固定期限劳动合同', '4000-5000', 450_000n, '合同2025-001', 'matched'], ['2025-12-20', 'F2', '固定期限劳动合同', '4000-5000', 450_000n, '合同2025-001', 'matched'],
      ]);
      expect(rows[0]?.contact).toMatch(/^sealed:phone:/);
    });

    test('of a class is recorded as a whole or not at all', async () => {
      const before = await count('register_destinations');
      expect(await record(made.registrar, [atWork('B'), atWork('C', { evidence_ref: '' }), atWork('D', { employer_id: 'F9' }), atWork('Z'), atWork('B')])).toEqual({ outcome: 'destinations_refused', refused: [
        { student_id: 'C', why: 'evidence_missing' }, { student_id: 'D', why: 'unknown_employer' }, { student_id: 'Z', why: 'unknown_student' }, { student_id: 'B', why: 'twice' },
      ] });
      expect(await count('register_destinations')).toBe(before);
      expect(await record(made.registrar, [atWork('B'), atWork('C')])).toMatchObject({ value: { recorded: 2 } });
      expect(await count('register_destinations')).toBe(before + 2);
    });

    test('after 31 December without a reason is refused, with one it says so', async () => {
      expect(await record(made.registrar, [atWork('L')], date('2026-01-01'))).toEqual({ outcome: 'destinations_refused', refused: [{ student_id: 'L', why: 'late_without_reason' }] });
      expect(await record(made.registrar, [atWork('L', { reason: '毕业生失联' })], date('2026-01-01'))).toMatchObject({ outcome: 'done' });
      expect((await stored('L')).map(({ late_reason }) => late_reason)).toEqual(['毕业生失联']);
    });

    test('twice on one day answers the first, with a reason', async () => {
      expect(await record(made.registrar, [atWork('D')])).toMatchObject({ outcome: 'done' });
      expect(await record(made.registrar, [atWork('D', { wage_fen: 500_000n })])).toMatchObject({ refused: [{ why: 'correction_without_reason' }] });
      expect(await record(made.registrar, [atWork('D', { wage_fen: 500_000n, reason: '工资录错' })])).toMatchObject({ outcome: 'done' });
      expect((await stored('D')).map(({ wage_fen, late_reason }) => [wage_fen, late_reason])).toEqual([[500_000n, null]]);
    });

    test('is the own school’s to record: not another’s, not the head’s, not the graduate’s', async () => {
      const unknown = { outcome: 'destinations_refused', refused: [{ student_id: 'E', why: 'unknown_student' }] };
      for (const who of [await made.post('school_registrar', 'S2'), await made.post('school_head', 'S'), made.student('E')]) expect(await record(who, [atWork('E')])).toEqual(unknown);
      expect(await stored('E')).toEqual([]);
    });

    test('of two registrars at once one puts right what the other recorded, or is refused: never two of one day', async () => {
      const other = await made.post('school_registrar', 'S');
      const answers = await Promise.all([record(made.registrar, [atWork('E')]), record(other, [atWork('E', { wage_fen: 300_000n })])]);
      expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['destinations_refused', 'done']);
      expect(await stored('E')).toHaveLength(1);
    });

    test('closes what the school owes', async () => {
      const again = await madeEmployment(store.db(), [graduateRow('A'), graduateRow('B')]);
      await again.as.write((tx) => setGoLive(tx, date('2025-06-01')));
      const open = async (): Promise<string[]> => {
        await reckonDuties(store.db(), again.region_id, { today: TODAY, duties: PACK.duties, parameters: PACK.parameters });
        return (await again.as.read((tx) => tx.query<{ student_id: string }>(`select s.student_id from duties d join duty_students s using (region_id, duty_key) where d.region_id = $1 and d.duty = 'destination' and d.closed_on is null order by 1`, [tx.actor.region_id]))).map(({ student_id }) => student_id);
      };
      expect(await open()).toEqual(['A', 'B']);
      expect(await again.write(again.registrar, (tx) => recordDestinations(tx, [atWork('A')], again.given()))).toMatchObject({ outcome: 'done' });
      expect(await open()).toEqual(['B']);
    });
  });

  test('1.2-k: the rates are counted from these records, everybody’s, whoever asks', async () => {
    const own = await madeEmployment(store.db(), ['A', 'B', 'C'].map((id) => graduateRow(id)));
    const nothing = { employer_id: null, workplace_division: null, industry: null, contract_kind: null, wage_fen: null, match: null, contact: null } as const;
    await own.write(own.registrar, (tx) => recordDestinations(tx, [atWork('A'), atWork('B', { ...nothing, code: '80', evidence: 'admission_letter' })], own.given()));
    const cohort = await own.as.read((tx) => tx.whole((whole) => loadCohort(whole, 2025, date('2025-10-31'))));
    const rules = rateRules(parametersOn(PACK.parameters, date('2025-10-31')), 2025) as RateRules;
    const [city] = groupRates({ graduates: cohort.graduates ?? [], destinations: cohort.destinations }, date('2025-10-31'), rules);
    expect(Object.values(city?.days[0]?.city ?? {}).map(({ numerator, denominator }) => [numerator, denominator])).toEqual([[1, 2], [1, 3], [1, 1]]);
    expect(city?.days[0]?.county.all_graduates.numerator).toBe(1);
  });

  describe('what a graduate says', () => {
    const answer = (who: MadeEmployee, student_id: string, given: Partial<Parameters<typeof recordAnswer>[1]>) => made.write(who, (tx) =>
      recordAnswer(tx, { kind: 'confirm', destination_record: null, reason: null, code: null, workplace_division: null, satisfied: null, ...given }, { student_id, way: 'self', today: date('2025-12-21'), final_grade: 5 }));

    test('of the destination that stands last: confirmed, objected to with a reason, once each; never of an earlier one', async () => {
      const [first, latest] = await stored('A');
      const own = made.student('A');
      expect(await answer(own, 'A', { destination_record: first?.record_id ?? '' })).toEqual({ outcome: 'answer_refused', why: 'other_destination' });
      expect(await answer(own, 'A', { kind: 'object', destination_record: latest?.record_id ?? '' })).toEqual({ outcome: 'answer_refused', why: 'reason_missing' });
      expect(await answer(own, 'A', { destination_record: latest?.record_id ?? '' })).toMatchObject({ outcome: 'done' });
      expect(await answer(own, 'A', { destination_record: latest?.record_id ?? '' })).toEqual({ outcome: 'answer_refused', why: 'answered_already' });
      expect(await answer(own, 'A', { kind: 'object', destination_record: latest?.record_id ?? '', reason: '已离职' })).toMatchObject({ outcome: 'done' });
      expect((await made.registrar.as.read((tx) => answersOf(tx, ['A']))).map(({ kind, content }) => [kind, content.reason])).toEqual([['confirm', undefined], ['object', '已离职']]);
    });

    test('is their own: nobody else’s, and nobody sees it but they and their school', async () => {
      expect(await answer(made.student('B'), 'A', { kind: 'consent' })).toEqual({ outcome: 'unknown_student' });
      expect(await answer(made.student('Y'), 'Y', { kind: 'consent' })).toEqual({ outcome: 'unknown_student' });
    expect(await answer(made.student('Z'), 'Z', { kind: 'follow_up', code: '70' })).toEqual({ outcome: 'answer_refused', why: 'graduates_only' });
    expect(await answer(made.student('Z'), 'Z', { kind: 'consent' })).toMatchObject({ outcome: 'done' });
      for (const who of [made.student('B'), await made.post('school_registrar', 'S2'), await made.post('office', 'O1'), await made.post('enterprise', 'F')]) {
        expect(await who.as.read((tx) => answersOf(tx, ['A']))).toEqual([]);
      }
    });

    test('to a follow-up only when asked', async () => {
      expect(await answer(made.student('A'), 'A', { kind: 'follow_up', code: '11', workplace_division: '330802' })).toEqual({ outcome: 'answer_refused', why: 'not_asked' });
    });
  });

  describe('M10-a: services', () => {
    const fair = { kind: 'fair' as const, on: date('2025-05-20'), title: '校园招聘会', class_id: null, student_id: null, attended: 90, hours: null, firms: 12, note: '' };
    const change = { answers: null, school_id: 'S', draft: fair, reason: null };
    const says = (who: MadeEmployee, given: Partial<Parameters<typeof recordService>[1]> = {}) => made.write(who, (tx) => recordService(tx, { ...change, ...given }, TODAY));

    test('are recorded, put right and withdrawn by other records', async () => {
      const first = await says(made.registrar);
      if (first.outcome !== 'done') throw new Error(first.outcome);
      const { service_id } = first.value;
      expect(await says(made.registrar, { answers: service_id, draft: { ...fair, attended: 80 } })).toEqual({ outcome: 'service_refused', why: 'reason_missing' });
      const second = await says(made.registrar, { answers: service_id, draft: { ...fair, attended: 80 }, reason: '人数有误' });
      expect(second).toMatchObject({ outcome: 'done' });
      expect(await says(made.registrar, { answers: service_id, draft: null, reason: '重复' })).toEqual({ outcome: 'unknown_service' });
      expect((await made.registrar.as.read((tx) => listServices(tx, 2025))).map(({ attended, reason }) => [attended, reason])).toEqual([[80, '人数有误']]);
      expect(await made.as.read((tx) => tx.whole((whole) => serviceTotals(whole, 2025, TODAY)))).toEqual([{ school_id: 'S', kind: 'fair', many: 1, attended: 80 }]);
    });

    test.each([
      [{ draft: { ...fair, on: date('2025-08-21') } }, 'day_to_come'], [{ draft: { ...fair, firms: null } }, 'firms_missing'], [{ draft: { ...fair, kind: 'course' as const } }, 'hours_missing'],
      [{ draft: { ...fair, kind: 'guidance' as const } }, 'for_whom_missing'],
    ])('%o: %s', async (given, why) => {
      expect(await says(made.registrar, given)).toEqual({ outcome: 'service_refused', why });
    });

    test('of the own school only, and of its own students', async () => {
      expect(await says(await made.post('school_registrar', 'S2'))).toEqual({ outcome: 'unknown_organisation' });
      expect(await says(await made.post('school_head', 'S'))).toEqual({ outcome: 'unknown_organisation' });
      expect(await says(made.registrar, { draft: { ...fair, kind: 'guidance', student_id: 'nobody' } })).toEqual({ outcome: 'unknown_student' });
    });
  });

  test('who reads graduates: the school, its college, the graduate; no office, no firm, no other school', async () => {
    const names = async (who: MadeEmployee) => (await who.as.read((tx) => graduatesOf(tx, { year: 2025, on: TODAY }))).map(({ student_id }) => student_id);
    const all = ['A', 'B', 'C', 'D', 'E', 'L'];
    expect(await names(made.registrar)).toEqual(all);
    expect(await names(await made.post('college_roll', 'H'))).toEqual(all);
    expect(await names(made.student('B'))).toEqual(['B']);
    for (const [role, org] of [['office', 'O1'], ['enterprise', 'F'], ['school_registrar', 'S2'], ['city_bureau', 'B1']] as const) expect(await names(await made.post(role, org))).toEqual([]);
  });
});
