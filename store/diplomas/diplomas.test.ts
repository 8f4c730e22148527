import { beforeAll, describe, expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date } from '../../core/values/plain-date.ts';
import { DECIDED, madeGraduation, type MadeGraduation } from '../graduation/made-graduation.ts';
import { idOfOpened, wordOf } from '../matters/made-matters.ts';
import { madeStore } from '../made-store.ts';
import { secondaryRow } from '../students/made-students.ts';
import { handOverDiploma, reissueDiploma } from './hand-over.ts';
import { listDiplomas, type DiplomaFilter } from './list-diplomas.ts';
import { issueSecondary, secondaryDue } from './secondary-diplomas.ts';
import { serialStates, takeSerials } from './serials.ts';

eachDatabase('R3-d: the register of diplomas', (database) => {
  const store = madeStore(database);
  const listed = async (made: MadeGraduation, filter: DiplomaFilter = {}) => (await made.as.read((tx) => listDiplomas(tx, filter, { limit: 50, offset: 0 }))).diplomas;

  describe('after a decision', () => {
    let made: MadeGraduation;
    const id = async (student: string): Promise<number> => (await listed(made, { students: [student], kind: 'diploma' }))[0]?.diploma_id ?? 0;
    beforeAll(async () => {
      made = await madeGraduation(store.db());
      await made.finalYear({ student_id: 'A1' }, { student_id: 'A2' });
      await made.code();
      const matter = idOfOpened(await made.proposeList());
      await made.step(made.leader, matter, 'approve', { today: DECIDED });
    });

    test('handing over is recorded once, from the day of issue to today', async () => {
      const diploma_id = await id('A1');
      const hand = async (on: string, who = made.college) => (await made.write(who, (tx) => handOverDiploma(tx, { diploma_id, on: date(on), taken_by: '本人' }, DECIDED))).outcome;
      expect([await hand('2026-06-19'), await hand('2026-06-26')]).toEqual(['out_of_order', 'day_to_come']);
      expect(await hand('2026-06-20', await made.somebody('school_registrar', 'S2'))).toBe('unknown_diploma');
      expect([await hand('2026-06-20'), await hand('2026-06-21')]).toEqual(['done', 'handed_over_already']);
      expect((await listed(made, { state: 'handed_over' })).map(({ student_id, acts }) => [student_id, acts[0]?.taken_by])).toEqual([['A1', '本人']]);
      expect((await listed(made, { state: 'to_hand_over' })).map(({ student_id }) => student_id)).toEqual(['A2']);
    });

    test('a lost one is replaced by a certificate that names it, once; one that was never taken cannot be lost', async () => {
      const reissue = async (diploma_id: number, on = DECIDED, who = made.college) => (await made.write(who, (tx) => reissueDiploma(tx, { diploma_id, on, reason: '遗失' }, DECIDED))).outcome;
      expect(await reissue(await id('A2'))).toBe('diploma_not_valid');
      expect(await reissue(await id('A1'), date('2026-06-19'))).toBe('out_of_order');
      expect(await reissue(await id('A1'), DECIDED, made.registrar)).toBe('unknown_diploma');
      expect(await reissue(await id('A1'))).toBe('done');
      expect(await reissue(await id('A1'))).toBe('diploma_not_valid');
      const [statement] = await listed(made, { kind: 'statement' });
      expect(statement).toMatchObject({ student_id: 'A1', number: '13286证2026000001', replaces: '132861202606000001', state: 'to_hand_over' });
      expect((await listed(made, { students: ['A1'], kind: 'diploma' }))[0]).toMatchObject({ state: 'lost', replaced_by: '13286证2026000001' });
      expect(await reissue(statement?.diploma_id ?? 0)).toBe('not_reissued');
    });
  });

  test('serials have no gap and no double, whoever takes them at once and whatever is rolled back', async () => {
    const made = await madeGraduation(store.db());
    const run = { issuer_id: 'H', kind: 'diploma', year: 2026 } as const;
    const take = (many: number, keep: boolean): Promise<number> => made.as.write(async (tx) => {
      tx.unaudited('serials alone');
      const first = await takeSerials(tx, run, many);
      if (!keep) tx.discard();
      return first;
    });
    const kept = (await Promise.all(Array.from({ length: 12 }, async (_, at) => ({ first: await take(at % 3 + 1, at % 4 !== 0), many: at % 3 + 1, keep: at % 4 !== 0 })))).filter(({ keep }) => keep);
    const serials = kept.flatMap(({ first, many }) => Array.from({ length: many }, (_, at) => first + at)).sort((a, b) => a - b);
    expect(serials).toEqual(serials.map((_, at) => at + 1));
    expect(await made.as.read((tx) => tx.whole((whole) => serialStates(whole, ['H'])))).toEqual([{ ...run, last_serial: serials.length, diplomas: 0, missing: serials.length }]);
  });

  test('M9-d: who leaves after the secondary stage is given a diploma of the school, in its own series', async () => {
    const made = await madeGraduation(store.db());
    const given = { pack: quzhou2024, today: date('2026-06-30') };
    await made.add(secondaryRow('L1', { cohort: 2023, grade: 3, from: '2025-09-01', class_id: '2023010101' }), secondaryRow('L2', { cohort: 2023, grade: 3, from: '2025-09-01' }));
    const draft = await made.draft(made.registrar, 'L1', 'leave_after_secondary', '2026-06-20');
    const matter = idOfOpened(await made.propose(made.registrar, 'roll_change', 'L1', { change: draft }, { today: given.today }));
    expect(wordOf(await made.step(made.head, matter, 'approve', { today: given.today }))).toBe('done');
    const due = await (await made.of(made.registrar)).read((tx) => secondaryDue(tx, given));
    expect(due.map(({ student_id, why, class_id }) => [student_id, why, class_id])).toEqual([['L1', 'leave_after_secondary', '2023010101']]);
    const issue = async (on: string, who = made.registrar, changes = due.map(({ change_id }) => change_id)) =>
      (await made.write(who, (tx) => issueSecondary(tx, { changes, on: date(on) }, given))).outcome;
    expect([await issue('2026-06-19'), await issue('2026-07-01'), await issue('2026-06-20', made.college), await issue('2026-06-20', made.registrar, [...due.map(({ change_id }) => change_id), 999_999])])
      .toEqual(['out_of_order', 'day_to_come', 'unknown_student', 'unknown_student']);
    expect([await issue('2026-06-20'), await issue('2026-06-20')]).toEqual(['done', 'unknown_student']);
    expect((await listed(made)).map(({ number, kind, student_id }) => [number, kind, student_id])).toEqual([['S中2026000001', 'secondary', 'L1']]);
  });
});
