import { beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { skill } from '../../core/graduation/made-final-year.ts';
import { date } from '../../core/values/plain-date.ts';
import { DECIDED, madeGraduation, type MadeGraduation } from '../graduation/made-graduation.ts';
import { loadRows } from '../campus-rows.ts';
import { madeStore } from '../made-store.ts';
import { idOfOpened, wordOf, type MadeActor } from './made-matters.ts';
import type { Stepping } from './step-matter.ts';

eachDatabase('M9-e: exemption from the certificate', (database) => {
  const store = madeStore(database);
  let made: MadeGraduation;
  let academic: MadeActor;
  beforeAll(async () => {
    made = await madeGraduation(store.db());
    academic = await made.somebody('college_academic', 'H');
    await made.finalYear({ student_id: 'A1', certificates: [] }, { student_id: 'A2' }, { student_id: 'A3', certificates: [], credits: null }, { student_id: 'A4', certificates: [skill('A4', 3, { verified: 'no' })] }, { student_id: 'A5', certificates: [], credits: { conduct_ok: '' } });
  });
  const propose = async (student: string, reason = '所学专业没有对应的职业技能等级', who = made.registrar) => made.propose(who, 'certificate_exemption', student, {}, { reason, today: DECIDED });
  const given = { number: '教学委〔2026〕3号', on: DECIDED, attendees: '张三、李四' };
  const proof = [{ name: '证明.pdf', sha256: 'a'.repeat(64) }];
  const step = async (who: MadeActor, id: number, act: string, more: Partial<Stepping> = {}): Promise<string> => {
    const answer = await made.step(who, id, act, { today: DECIDED, reason: '同意', ...more });
    return answer.outcome === 'refused' && answer.refusal.why === 'guard' ? answer.refusal.guard.id : wordOf(answer);
  };

  test('is asked for with a reason, for somebody who lacks a certificate and has credits', async () => {
    expect(await Promise.all([propose('A1', ' '), propose('A2'), propose('A3'), propose('Z9'), propose('A1', '原因', made.college)].map(async (one) => (await one).outcome)))
      .toEqual(['reason_missing', 'certificate_held', 'no_credits_row', 'unknown_subject', 'not_your_role']);
  });

  test('the committee decides with proof, number and day; the other columns of credits stay', async () => {
    const id = idOfOpened(await propose('A1'));
    expect(await step(made.registrar, id, 'grant', { details: given })).toBe('not_your_role');
    expect(await step(academic, id, 'grant', { details: given })).toBe('exemption_proof');
    expect(await step(academic, id, 'grant', { details: { ...given, on: date('2026-06-24') }, documents: proof })).toBe('exemption_meeting');
    expect(await step(academic, id, 'grant', { documents: proof })).toBe('details_wrong');
    expect(await step(academic, id, 'grant', { details: given, documents: proof })).toBe('done');
    const [row] = await made.as.read((tx) => loadRows(tx, 'credits', {}, 'r.key = $2', 'A1'));
    expect(row).toMatchObject({ certificate_exemption: '教学委〔2026〕3号', conduct_ok: true, internship_ok: true });
    const list = await made.list();
    expect(list.entries.find(({ last }) => last.student_id === 'A1')).toMatchObject({ outcome: 'ends', as: 'graduated' });
    expect((await propose('A1')).outcome).toBe('exempted_already');
  });

  test('what was needed when it was asked for may be needed no more', async () => {
    const id = idOfOpened(await propose('A4'));
    await made.import({ certificates: [skill('A4', 3)] });
    expect(await step(academic, id, 'grant', { details: given, documents: proof })).toBe('exemption_needed');
    expect(await step(academic, id, 'decline')).toBe('done');
    expect((await made.as.read((tx) => loadRows(tx, 'credits', {}, 'r.key = $2', 'A4')))[0]?.certificate_exemption).toBeNull();
  });
});
