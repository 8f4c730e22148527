import { expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { randomFrom } from '../../check/prove/random.ts';
import type { Row } from '../../core/exchange/sheets.ts';
import { groupBy } from '../../core/facts/campus-rows.ts';
import { custodyFaults } from '../../core/students/custody.ts';
import { addDays, date } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import { madeStore } from '../made-store.ts';
import { asOwner } from '../made-people.ts';
import { readCustody } from './custody.ts';
import { madeRolls, secondaryRow, type MadeRolls } from './made-students.ts';

const ON = date('2025-10-31');
const STUDENTS = 300;
const SEED = Date.now() % 1_000_000_000;

eachDatabase('R3-a: no gap, no overlap', (database) => {
  const store = madeStore(database);
  const of = (rolls: MadeRolls, on = ON) => rolls.as.read((tx) => readCustody(tx, on));

  test('a row that ends the day before the next one leaves no gap; a day later it does, and a day earlier they overlap', async () => {
    const rolls = await madeRolls(store.db());
    const next = (id: string) => secondaryRow(id, { cohort: 2024, grade: 2, from: '2025-09-01' });
    const first = (id: string, to: string) => secondaryRow(id, { cohort: 2024, grade: 1, from: '2024-09-01', to });
    await rolls.add(first('A', '2025-08-31'), next('A'), first('B', '2025-08-30'), next('B'), secondaryRow('C', { status: 'withdrawn', from: '2025-10-08' }), secondaryRow('C', { to: '2025-10-07' }), secondaryRow('D', { to: '2025-10-30' }));
    const { faults, faulty, students, kept, left } = await of(rolls);
    expect(faults).toEqual([
      { student_id: 'B', name: '学生', school_id: 'S', kind: 'gap', from: '2025-08-31', to: '2025-08-31', keepers: ['school', 'school'] },
      { student_id: 'D', name: '学生', school_id: 'S', kind: 'gap', from: '2025-10-31', to: '2025-10-31', keepers: ['school'] },
    ]);
    // The 268 of the made campus are the college's.
    expect([students, kept, left, faulty]).toEqual([272, { school: 2, college: 268 }, 1, 2]);
    expect((await of(rolls, date('2025-10-30'))).faults.map(({ student_id }) => student_id)).toEqual(['B']);
  });

  test(`answers of ${STUDENTS} random students what core answers of each (seed ${SEED})`, async () => {
    const rolls = await madeRolls(store.db());
    const random = randomFrom(SEED);
    const ids = Array.from({ length: STUDENTS }, (_, at) => `R${String(at).padStart(4, '0')}`);
    await rolls.add(...ids.map((id) => secondaryRow(id)));
    // Periods that no import would let in, as faults that came otherwise.
    const made = ids.flatMap((student_id) => {
      let from = addDays(date('2021-09-01'), random.whole(0, 40));
      return Array.from({ length: random.whole(1, 6) }, () => {
        const row = { student_id, from, to: random.oneIn(4) ? null : addDays(from, random.whole(0, 500)), stage: random.pick(['secondary', 'higher']), status: random.pick(['enrolled', 'enrolled', 'suspended', 'withdrawn', 'completed', 'graduated']) };
        from = addDays(row.to ?? from, random.pick([1, 1, 1, 0, 2, -3, 30]));
        return row;
      });
    });
    await asOwner(database, `update register_students set superseded_at = clock_timestamp() where region_id = $1 and student_id like 'R%'`, [rolls.region_id]);
    await asOwner(database, `insert into register_students (region_id, record_id, key, student_id, name, sex, birth_date, programme_id, school_id, cohort, stage, grade, status, valid_from, valid_to, recorded_at, recorded_by, act, scopes)
      select $1, 1000000 + m.nth, m.student_id || e'\\x1f' || m.nth, m.student_id, '生', '1', '2008-01-01', 'P', 'S', 2021, m.stage, 1, m.status, m.from, m.to, now(), 'x', 'added', array['org:S']
      from jsonb_to_recordset($2::jsonb) as m(nth integer, student_id text, stage text, status text, "from" date, "to" date)`, [rolls.region_id, JSON.stringify(made.map((row, nth) => ({ nth, ...row })))]);
    const [rows, found] = await rolls.as.read(async (tx) => [await loadRows(tx, 'students', {}, 'r.student_id like $2', 'R%'), await readCustody(tx, ON)] as const);
    const expected = [...groupBy(rows, ({ student_id }: Row<'students'>) => student_id)].flatMap(([student_id, own]) => {
      // Whoever was never kept by anybody has no day to answer for.
      const kept = own.filter(({ status, from }) => !['withdrawn', 'completed', 'graduated'].includes(status) && from <= ON);
      const first = kept.map(({ from }) => from).sort()[0];
      return first === undefined ? [] : custodyFaults(own, first, ON).map((fault) => ({ student_id, ...fault }));
    });
    const key = ({ student_id, kind, from, to, keepers }: (typeof expected)[number]): string => [student_id, from, kind, to, keepers.join()].join(' ');
    expect(found.faults.map(key).sort()).toEqual(expected.map(key).sort());
    expect(expected.length).toBeGreaterThan(STUDENTS / 4);
  });
});
