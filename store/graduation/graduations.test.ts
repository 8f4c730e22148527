import { beforeAll, describe, expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { isDiplomaNumber } from '../../core/diplomas/number.ts';
import { date } from '../../core/values/plain-date.ts';
import { idOfOpened, wordOf } from '../matters/made-matters.ts';
import type { Stepped } from '../matters/step-matter.ts';
import { asOwner } from '../made-people.ts';
import { madeStore } from '../made-store.ts';
import { AUDIT, DECIDED, madeGraduation, type MadeGraduation } from './made-graduation.ts';
import { skill } from '../../core/graduation/made-final-year.ts';

eachDatabase('R3-d: the decision on a final grade', (database) => {
  const store = madeStore(database);
  const answers = async (made: MadeGraduation): Promise<string[]> => (await made.list()).entries.map((one) => `${one.last.student_id} ${one.outcome === 'ends' ? one.as : one.why}`);
  const guardOf = (stepped: Stepped): string => (stepped.outcome === 'refused' && stepped.refusal.why === 'guard' ? `guard ${stepped.refusal.guard.id}` : wordOf(stepped));
  interface Kept { readonly student_id: string; readonly outcome: string; readonly checklist: { readonly requirements: readonly { readonly name: string; readonly outcome: string; readonly reason: string | null }[] }; readonly replaces: bigint | null; readonly graduation_id: bigint }
  const kept = (made: MadeGraduation): Promise<Kept[]> => made.as.read((tx) => tx.query<Kept>('select * from graduations where region_id = $1 order by graduation_id', [made.region_id]));
  const numbers = (made: MadeGraduation): Promise<{ student_id: string; kind: string; number_text: string; diploma_id: bigint; replaces: bigint | null }[]> =>
    made.as.read((tx) => tx.query('select student_id, kind, number_text, diploma_id, replaces from diplomas where region_id = $1 order by diploma_id', [made.region_id]));

  describe('one reviewed list', () => {
    let made: MadeGraduation;
    beforeAll(async () => {
      made = await madeGraduation(store.db());
      await made.finalYear(
        { student_id: 'A1' }, { student_id: 'A2' },
        { student_id: 'B3', certificates: [skill('B3', 4)] },
        { student_id: 'B4', certificates: [], credits: { certificate_exemption: '教学委〔2026〕3号' } },
        { student_id: 'C5', credits: { earned: '139' } }, { student_id: 'C6', credits: { earned: '139' }, roll: { from: '2021-09-01' } },
        { student_id: 'D7', credits: null }, { student_id: 'D8', credits: { conduct_ok: '' } },
        { student_id: 'E9', roll: { status: 'suspended' } });
    });

    test('says of everybody how the study ends, and who is left out by name', async () => {
      expect(await answers(made)).toEqual(['A1 graduated', 'A2 graduated', 'B3 completed', 'B4 graduated', 'C5 may_continue', 'C6 incomplete', 'D7 undetermined', 'D8 undetermined']);
    });

    test('is proposed as it was looked at, by the college and nobody else', async () => {
      const { digest } = await made.list();
      const outcome = async (who: typeof made.college, details: object, today = DECIDED) => (await made.propose(who, 'graduation_list', 'H', details, { today })).outcome;
      expect(await outcome(made.college, { on: AUDIT, list: digest }, date('2026-06-19'))).toBe('day_to_come');
      expect(await outcome(made.college, { on: AUDIT, list: '0'.repeat(64) })).toBe('list_changed');
      expect(await outcome(made.registrar, { on: AUDIT, list: digest })).toBe('not_your_role');
      expect((await made.propose(made.college, 'graduation_list', 'S', { on: AUDIT, list: digest }, { today: DECIDED })).outcome).toBe('unknown_subject');
    });

    test('waits for the code of the college, and for another person', async () => {
      const id = idOfOpened(await made.proposeList());
      expect(wordOf(await made.step(made.college, id, 'approve', { today: DECIDED }))).toBe('not_your_role');
      expect(guardOf(await made.step(made.leader, id, 'approve', { today: DECIDED }))).toBe('guard institution_code');
      expect(await made.code('13286', made.registrar)).toBe('unknown_college');
      expect(await made.code()).toBe('done');
      // Another certificate of somebody on the list is another list.
      await made.import({ certificates: [skill('B3', 3, { issued_on: '2026-06-20' })] });
      expect(guardOf(await made.step(made.leader, id, 'approve', { today: DECIDED }))).toBe('guard graduation_same');
      expect(wordOf(await made.step(made.college, id, 'drop', { today: DECIDED }))).toBe('done');
      expect([await kept(made), await numbers(made)]).toEqual([[], []]);
      await made.import({ certificates: [skill('B3', 3, { issued_on: '2026-06-20', verified: 'no' })], credits: [{ student_id: 'B3', required: '140', earned: '140', conduct_ok: 'no', internship_ok: 'yes' }] });
    });

    test('ends every roll at once, keeps each checklist, numbers each certificate, issues both papers', async () => {
      const id = idOfOpened(await made.proposeList());
      expect(wordOf(await made.step(made.leader, id, 'approve', { today: DECIDED }))).toBe('done');
      const rows = async (student: string) => (await made.known(student)).rows.map(({ status, from, to }) => `${status} ${from}–${to ?? ''}`).sort();
      expect(await rows('A1')).toEqual(['graduated 2026-06-20–', 'internship 2025-09-01–2026-06-19']);
      expect([await rows('B3'), await rows('C6')].map(([first]) => first)).toEqual(['completed 2026-06-20–', 'incomplete 2026-06-20–']);
      expect(await rows('D7')).toEqual(['internship 2025-09-01–']);
      expect((await kept(made)).map(({ student_id, outcome }) => `${student_id} ${outcome}`)).toEqual(['A1 graduated', 'A2 graduated', 'B4 graduated', 'B3 completed', 'C6 incomplete']);
      const line = async (student: string, name: string) => (await kept(made)).find(({ student_id }) => student_id === student)?.checklist.requirements.find((one) => one.name === name);
      expect(await line('B4', 'certificate')).toMatchObject({ outcome: 'met', reason: 'exempted', clause: 'M9-e' });
      expect(await line('B3', 'conduct')).toMatchObject({ outcome: 'unmet' });
      expect((await numbers(made)).map(({ student_id, kind, number_text }) => `${student_id} ${kind} ${number_text}`)).toEqual([
        'A1 diploma 132861202606000001', 'A2 diploma 132861202606000002', 'B4 diploma 132861202606000003', 'B3 completion 13286结2026000001', 'C6 study 13286肄2026000001']);
      expect((await numbers(made)).filter(({ kind }) => kind === 'diploma').every(({ number_text }) => isDiplomaNumber(number_text))).toBe(true);
      const effects = (await made.see(id)).entries.at(-1)?.effects ?? [];
      expect(effects.map(({ kind }) => kind)).toEqual(['graduation', 'document', 'document']);
      expect(effects[0]).toMatchObject({ students: 5, diplomas: 5 });
      const documents = await made.as.read((tx) => tx.query<{ kind: string; content: string; scopes: string[] }>(
        'select d.kind, e.content, d.scopes from documents d join document_editions e using (region_id, document_id) where d.region_id = $1 order by d.document_id', [made.region_id]));
      expect(documents.map(({ kind, scopes }) => [kind, scopes])).toEqual([['graduation_audit', ['roll:H', 'roll:S']], ['graduate_register', ['roll:H', 'roll:S']]]);
      expect(JSON.parse(documents[0]?.content ?? '')).toMatchObject({ graduated: 3, completed: 1, incomplete: 1, exempted: 1, students: [{ student_id: 'A1', decision: '毕业', number: '132861202606000001' }, {}, { certificate: '经批准免除证书' }, { conduct: '操行不合格' }, { credits: '还差 1 学分' }] });
    });

    test('a second run of the same day finds nobody to end', async () => {
      expect(await answers(made)).toEqual(['C5 may_continue', 'D7 undetermined', 'D8 undetermined']);
      expect((await made.proposeList()).outcome).toBe('nobody_goes');
    });

    test('who completed graduates by a later list, as a record that names the first; the serial goes on', async () => {
      const [later, today] = [date('2027-06-20'), date('2027-06-30')];
      await made.import({ credits: [{ student_id: 'B3', required: '140', earned: '140', conduct_ok: 'yes', internship_ok: 'yes' }], certificates: [skill('B3', 3, { issued_on: '2027-05-01' })] });
      expect((await made.list(later)).entries.flatMap((one) => (one.outcome === 'ends' ? [`${one.last.student_id} ${one.change}`] : []))).toContain('B3 graduate_later');
      const id = idOfOpened(await made.proposeList(later, today));
      expect(wordOf(await made.step(made.leader, id, 'approve', { today }))).toBe('done');
      const records = (await kept(made)).filter(({ student_id }) => student_id === 'B3');
      expect(records.map(({ outcome, replaces }) => [outcome, replaces])).toEqual([['completed', null], ['graduated', records[0]?.graduation_id]]);
      expect((await numbers(made)).find(({ student_id, kind }) => student_id === 'B3' && kind === 'diploma')?.number_text).toBe('132861202706000001');
      expect((await made.known('B3')).rows.map(({ status, from, to }) => `${status} ${from}–${to ?? ''}`).sort()).toEqual(['completed 2026-06-20–2027-06-19', 'graduated 2027-06-20–', 'internship 2025-09-01–2026-06-19']);
    });

    test('nothing of it is ever edited', async () => {
      for (const sql of ['update graduations set outcome = $2 where region_id = $1', 'update diplomas set number_text = $2 where region_id = $1', 'update diploma_acts set act = $2 where region_id = $1', 'update certificate_acts set act = $2 where region_id = $1']) {
        await expect(made.as.write((tx) => tx.change(sql, [made.region_id, 'graduated']))).rejects.toThrow(/permission denied/);
      }
    });

    test('an undo that another person approves takes the diploma back and keeps its number', async () => {
      const [change] = (await made.changes('A2')).slice(-1);
      const id = idOfOpened(await made.propose(made.college, 'roll_undo', 'A2', { undoes: String(change?.change_id) }, { reason: '误列', today: DECIDED }));
      expect(wordOf(await made.step(made.leader, id, 'approve', { today: DECIDED }))).toBe('done');
      const acts = await made.as.read((tx) => tx.query<{ act: string; student_id: string }>('select a.act, d.student_id from diploma_acts a join diplomas d using (region_id, diploma_id) where a.region_id = $1', [made.region_id]));
      expect(acts).toEqual([{ act: 'withdrawn', student_id: 'A2' }]);
      expect((await made.list()).entries.filter(({ outcome }) => outcome === 'ends').map(({ last }) => last.student_id)).toEqual(['A2']);
      const again = idOfOpened(await made.proposeList());
      expect(wordOf(await made.step(made.leader, again, 'approve', { today: DECIDED }))).toBe('done');
      expect((await numbers(made)).filter(({ student_id }) => student_id === 'A2').map(({ number_text }) => number_text)).toEqual(['132861202606000002', '132861202606000004']);
    });

    test('the code stays once numbers bear it', async () => {
      expect([await made.code('13286'), await made.code('13287')]).toEqual(['done', 'code_in_use']);
    });
  });

  test('the end of one student alone keeps its checklist and number, too', async () => {
    const made = await madeGraduation(store.db());
    await made.finalYear({ student_id: 'A1' });
    const draft = await made.draft(made.college, 'A1', 'graduate', AUDIT);
    const id = idOfOpened(await made.propose(made.college, 'roll_change', 'A1', { change: draft }, { today: DECIDED }));
    expect(guardOf(await made.step(made.leader, id, 'approve', { today: DECIDED }))).toBe('guard roll_change_allowed');
    await made.code();
    expect(wordOf(await made.step(made.leader, id, 'approve', { today: DECIDED }))).toBe('done');
    expect([(await kept(made)).map(({ student_id, outcome }) => `${student_id} ${outcome}`), (await numbers(made)).map(({ number_text }) => number_text)]).toEqual([['A1 graduated'], ['132861202606000001']]);
  });

  test('whoever proposed the list does not approve it, by the table itself', async () => {
    const made = await madeGraduation(store.db());
    await made.finalYear({ student_id: 'A1' });
    await made.code();
    const id = idOfOpened(await made.proposeList());
    expect(wordOf(await made.step(made.leader, id, 'approve', { today: DECIDED }))).toBe('done');
    await expect(asOwner(database, 'update graduations set approved_by = entered_by where region_id = $1', [made.region_id])).rejects.toThrow(/check constraint/);
  });
});
