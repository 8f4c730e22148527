import { beforeAll, describe, expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { idOfOpened, wordOf } from '../matters/made-matters.ts';
import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { reckonDuties } from '../duty-run.ts';
import { setGoLive } from '../duty-start.ts';
import { madeStore } from '../made-store.ts';
import { programActor } from '../program-actor.ts';
import { endRecord } from '../register-changes.ts';
import { date } from '../../core/values/plain-date.ts';
import { madeRolls, secondaryRow, type MadeRolls } from './made-students.ts';

/** `secondary 1 enrolled 2025-09-01–2025-10-07`, one for each row that stands. */
async function rowsOf(rolls: MadeRolls, student_id: string): Promise<string[]> {
  const { rows } = await rolls.known(student_id);
  return rows.toSorted((a, b) => (a.from < b.from ? -1 : 1)).map(({ stage, grade, status, from, to }) => `${stage} ${grade} ${status} ${from}–${to ?? ''}`);
}

const wordOfEntry = (answer: { readonly outcome: string; readonly refusal?: { readonly why: string; readonly clause: string } }): string =>
  (answer.refusal === undefined ? answer.outcome : `${answer.refusal.why} ${answer.refusal.clause}`);

eachDatabase('the roll over the store', (database) => {
  const store = madeStore(database);
  let rolls: MadeRolls;
  beforeAll(async () => {
    rolls = await madeRolls(store.db());
    await rolls.add(...['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'].map((id) => secondaryRow(id)));
  });

  describe('R3-a: a change that nobody approves is entered at once', () => {
    test('ends the row the day before and begins another, with reason, papers and both times', async () => {
      const { registrar, draft, enter } = rolls;
      const entered = await enter(registrar, 'A', await draft(registrar, 'A', 'begin_internship', '2025-10-08'));
      expect(wordOfEntry(entered)).toBe('done');
      expect(await rowsOf(rolls, 'A')).toEqual(['secondary 1 enrolled 2025-09-01–2025-10-07', 'secondary 1 internship 2025-10-08–']);
      expect(await rolls.changes('A')).toMatchObject([{
        change: 'begin_internship', on: '2025-10-08', reason: '本人申请', keeper: 'school', keeper_id: 'S', approved_by: null, matter_id: null,
        evidence: [{ paper: 'internship_agreement', name: 'internship_agreement.pdf' }], from_place: { status: 'enrolled' }, to_place: { status: 'internship' },
      }]);
    });

    test.each([
      ['on the day of the last change', '2025-09-01', {}, 'not_after_last_change R3-a'],
      ['on a day that is yet to come', '2025-11-01', {}, 'day_to_come R3-a'],
      ['without its paper', '2025-10-08', { bare: true }, 'evidence_missing R3-a'],
      ['without a reason', '2025-10-08', { reason: ' ' }, 'reason_missing R3-a'],
      ['with a file of somebody else', '2025-10-08', { papers: [{ paper: 'internship_agreement', attachment_id: '1' }] }, 'unknown_paper'],
      ['of a row that is no more', '2025-10-08', { row: '1' }, 'changed_meanwhile'],
    ] as const)('not %s, and nothing is half done', async (_, on, given, expected) => {
      const { registrar, draft, enter } = rolls;
      expect(wordOfEntry(await enter(registrar, 'B', await draft(registrar, 'B', 'begin_internship', on, given)))).toBe(expected);
      expect(await rowsOf(rolls, 'B')).toEqual(['secondary 1 enrolled 2025-09-01–']);
      expect(await rolls.changes('B')).toEqual([]);
    });

    test('not by the college in the secondary stage, nor by the school in the higher (R3-b, R3-c)', async () => {
      const { registrar, college, draft, enter } = rolls;
      expect(wordOfEntry(await enter(college, 'B', await draft(college, 'B', 'begin_internship', '2025-10-08')))).toBe('not_the_keeper R3-b');
      expect(wordOfEntry(await enter(registrar, 'N0', await draft(registrar, 'N0', 'begin_internship', '2025-10-08')))).toBe('not_the_keeper R3-c');
      expect(wordOfEntry(await enter(college, 'N0', await draft(college, 'N0', 'begin_internship', '2025-10-08')))).toBe('done');
    });

    test('not by a head, nor by the registrar of another school, who is told of no student', async () => {
      const other = await rolls.somebody('school_registrar', 'S2');
      const draft = await rolls.draft(rolls.registrar, 'B', 'begin_internship', '2025-10-08');
      expect(wordOfEntry(await rolls.enter(other, 'B', draft))).toBe('unknown_student');
      expect(wordOfEntry(await rolls.enter(rolls.head, 'B', draft))).toBe('unknown_student');
    });

    test('of two registrars at once one wins', async () => {
      const [one, other] = [await rolls.draft(rolls.registrar, 'C', 'begin_internship', '2025-10-08'), await rolls.draft(rolls.registrar, 'C', 'change_class', '2025-10-09', { class_id: 'K2' })];
      const second = await rolls.somebody('school_registrar');
      const answers = await Promise.all([rolls.enter(rolls.registrar, 'C', one), rolls.enter(second, 'C', other)]);
      expect(answers.map(wordOfEntry).sort()).toEqual(['changed_meanwhile', 'done']);
      expect(await rolls.changes('C')).toHaveLength(1);
    });
  });

  describe('a change that takes an approval', () => {
    test('is not entered without it', async () => {
      const { registrar, draft, enter } = rolls;
      expect(wordOfEntry(await enter(registrar, 'D', await draft(registrar, 'D', 'suspend', '2025-10-08')))).toBe('approval_missing R3-a');
    });

    test('is asked for by the registrar and entered as the head approves it: another person, of the same school', async () => {
      const { registrar, head, leader, college, draft, propose, step } = rolls;
      const id = idOfOpened(await propose(registrar, 'roll_change', 'D', { change: await draft(registrar, 'D', 'suspend', '2025-10-08') }));
      expect(await rowsOf(rolls, 'D')).toEqual(['secondary 1 enrolled 2025-09-01–']);
      expect(wordOf(await step(registrar, id, 'approve'))).toBe('not_your_role');
      expect(wordOf(await step(leader, id, 'approve'))).toBe('not_found');
      expect(wordOf(await step(college, id, 'drop'))).toBe('not_found');
      expect(wordOf(await step(head, id, 'approve'))).toBe('done');
      expect(await rowsOf(rolls, 'D')).toEqual(['secondary 1 enrolled 2025-09-01–2025-10-07', 'secondary 1 suspended 2025-10-08–']);
      const [change] = await rolls.changes('D');
      expect(change).toMatchObject({ change: 'suspend', code: '11', matter_id: id, entered_by: registrar.account, approved_by: head.account });
      expect(change?.entered_at).not.toBe(change?.recorded_at);
    });

    test('is due from the head of the keeper alone within five working days, and done with the approval', async () => {
      const { registrar, head, draft } = rolls;
      const { duties, parameters } = DEFAULT_PACK;
      const { region_id } = rolls;
      await store.db().as(programActor(region_id)).write((tx) => setGoLive(tx, date('2025-09-01')));
      const id = idOfOpened(await rolls.propose(registrar, 'roll_change', 'J', { change: await draft(registrar, 'J', 'suspend', '2025-10-10') }));
      const standing = async (today: string) => {
        await reckonDuties(store.db(), region_id, { today: date(today), duties: duties.filter((one) => one.id === 'roll_change_proposed'), parameters });
        const rows = await store.db().as(programActor(region_id)).read((tx) => tx.arrays(
          'select opened_on, due_on, closed_on, owed_by from duties where region_id = $1 and about = $2', [region_id, `matter:${id}`]));
        return rows.map((row) => row.map(String).join(' '));
      };
      expect(await standing('2025-10-31')).toEqual(['2025-10-31 2025-11-07 null school_head@S']);
      expect(wordOf(await rolls.step(head, id, 'approve'))).toBe('done');
      expect(await standing('2025-11-01')).toEqual(['2025-10-31 2025-11-07 2025-10-31 school_head@S']);
    });

    test('not by the person who asked, whatever office they hold now', async () => {
      const { registrar, draft, propose, step } = rolls;
      const id = idOfOpened(await propose(registrar, 'roll_change', 'E', { change: await draft(registrar, 'E', 'suspend', '2025-10-08') }));
      const now = await rolls.as.write(async (tx) => {
        const { record } = await import('../appointments.ts');
        const [at] = await tx.query<{ at: never }>('select clock_timestamp() as at');
        await record(tx, registrar.person_id, { role: 'school_head', org_id: 'S', campuses: [], classes: [], from: date('2020-01-01'), to: null }, at?.at as never);
        return rolls.of(registrar);
      });
      expect(now).toBeDefined();
      expect(wordOf(await step(registrar, id, 'approve'))).toBe('same_person');
      expect(await rowsOf(rolls, 'E')).toEqual(['secondary 1 enrolled 2025-09-01–']);
    });

    test('a missing paper, the wrong keeper and a rule that is broken are told as it is asked for', async () => {
      const { registrar, college, draft, propose } = rolls;
      expect(wordOfEntry(await propose(registrar, 'roll_change', 'F', { change: await draft(registrar, 'F', 'suspend', '2025-10-08', { bare: true }) }))).toBe('evidence_missing R3-a');
      expect(wordOfEntry(await propose(college, 'roll_change', 'F', { change: await draft(college, 'F', 'suspend', '2025-10-08') }))).toBe('not_the_keeper R3-b');
      expect(wordOfEntry(await propose(registrar, 'roll_change', 'F', { change: await draft(registrar, 'F', 'transfer_out', '2025-10-08') }))).toBe('first_terms R3-b');
      expect(wordOfEntry(await propose(rolls.head, 'roll_change', 'F', { change: await draft(registrar, 'F', 'suspend', '2025-10-08') }))).toBe('not_your_role');
    });

    test('when the roll changed meanwhile it can no more be approved', async () => {
      const { registrar, head, draft, enter, propose, step, see } = rolls;
      const id = idOfOpened(await propose(registrar, 'roll_change', 'F', { change: await draft(registrar, 'F', 'suspend', '2025-10-08') }));
      expect(wordOfEntry(await enter(registrar, 'F', await draft(registrar, 'F', 'begin_internship', '2025-10-02')))).toBe('done');
      expect(wordOf(await step(head, id, 'approve'))).toBe('guard');
      expect((await see(id)).state).toBe('proposed');
    });

    test('the office, which reads the matters of the whole region, reads none about a student without a grant', async () => {
      const office = await rolls.somebody('office');
      const { loadMatters } = await import('../matters/matter.ts');
      const seen = async (who: typeof office) => (await rolls.of(who)).read(async (tx) => ({
        loaded: (await loadMatters(tx, { kind: 'roll_change' })).length, there: Number((await tx.arrays(`select count(*) from matters where about_student`))[0]?.[0]),
      }));
      expect(await seen(office)).toEqual({ loaded: 0, there: 0 });
      expect((await seen(rolls.head)).loaded).toBeGreaterThan(0);
    });
  });

  test.each([
    ['entered by nobody', 'entered_by = 999999', 'refused'], ['approved by nobody', 'approved_by = 999999', 'refused'], ['of a matter that is not there', 'matter_id = 999999', 'refused'],
    ['of nobody who approves and no matter', 'approved_by = null, matter_id = null', 'taken'],
  ] as const)('the database asks once of an act who did it: a change %s is %s', async (_, said, expected) => {
    const { registrar, draft, enter } = rolls;
    await enter(registrar, 'E', await draft(registrar, 'E', 'begin_internship', '2025-10-08'));
    const copied = (await rolls.of(registrar)).write((tx) => tx.whole(async (whole) => {
      whole.discard();
      await whole.change('create temp table copied on commit drop as select * from roll_changes where region_id = $1 order by change_id limit 1', [whole.actor.region_id]);
      await whole.change(`update copied set change_id = 999999, ${said}`);
      return await whole.change('insert into roll_changes select * from copied');
    }));
    await (expected === 'taken' ? expect(copied).resolves.toBe(1) : expect(copied).rejects.toThrow('by nobody or by a matter that is not there'));
  });

  describe('an undo is a record of its own', () => {
    test('restores the rows by correction; the change and its undo both stay', async () => {
      const { registrar, draft, enter, undo } = rolls;
      const entered = await enter(registrar, 'G', await draft(registrar, 'G', 'begin_internship', '2025-10-08'));
      const first = entered.outcome === 'done' ? entered.change_id : 0;
      expect(wordOfEntry(await enter(registrar, 'G', await draft(registrar, 'G', 'end_internship', '2025-10-20')))).toBe('done');
      expect(wordOfEntry(await undo(registrar, 'G', first))).toBe('not_the_last');
      const last = (await rolls.changes('G')).at(-1)?.change_id ?? 0;
      expect(wordOfEntry(await undo(registrar, 'G', last))).toBe('done');
      expect(wordOfEntry(await undo(registrar, 'G', first))).toBe('done');
      expect(await rowsOf(rolls, 'G')).toEqual(['secondary 1 enrolled 2025-09-01–']);
      expect((await rolls.changes('G')).map(({ change, undone_by }) => [change, undone_by !== null])).toEqual([['begin_internship', true], ['end_internship', true], ['undo', false], ['undo', false]]);
      // The same day is free again.
      expect(wordOfEntry(await enter(registrar, 'G', await draft(registrar, 'G', 'begin_internship', '2025-10-08')))).toBe('done');
      expect(await rowsOf(rolls, 'G')).toEqual(['secondary 1 enrolled 2025-09-01–2025-10-07', 'secondary 1 internship 2025-10-08–']);
    });

    test('of what was approved takes an approval', async () => {
      const { registrar, head, draft, propose, step, undo } = rolls;
      const asked = idOfOpened(await propose(registrar, 'roll_change', 'H', { change: await draft(registrar, 'H', 'suspend', '2025-10-08') }));
      await step(head, asked, 'approve');
      const [change] = await rolls.changes('H');
      const change_id = change?.change_id ?? 0;
      expect(wordOfEntry(await undo(registrar, 'H', change_id))).toBe('approval_needed');
      expect(wordOfEntry(await propose(registrar, 'roll_undo', 'H', { undoes: String(change_id) }))).toBe('reason_missing');
      const id = idOfOpened(await propose(registrar, 'roll_undo', 'H', { undoes: String(change_id) }, { reason: '材料系误收' }));
      expect(wordOf(await step(head, id, 'approve'))).toBe('done');
      expect(await rowsOf(rolls, 'H')).toEqual(['secondary 1 enrolled 2025-09-01–']);
      expect((await rolls.changes('H')).at(-1)).toMatchObject({ change: 'undo', undoes: change_id, reason: '材料系误收', approved_by: head.account });
    });

    test('not after somebody corrected the row by hand', async () => {
      const { registrar, draft, enter, undo } = rolls;
      const entered = await enter(registrar, 'I', await draft(registrar, 'I', 'begin_internship', '2025-10-08'));
      const { last } = await rolls.known('I');
      await (await rolls.of(registrar)).write((tx) => endRecord(tx, 'students', last.row, date('2025-10-30')));
      expect(wordOfEntry(await undo(registrar, 'I', entered.outcome === 'done' ? entered.change_id : 0))).toBe('not_the_last');
    });
  });
});
