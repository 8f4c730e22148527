import { supportRules } from '../../core/employment/support.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { askAgain, followUpsDue } from '../employment/follow-ups.ts';
import { addSupport, judgeHires, supportsOf } from '../employment/support.ts';
import { brought, type Bring } from './decided.ts';

/** 1.2-c: everybody on the list that was approved is asked. */
export const askFollowUps: Bring = (tx, { matter, details: { year }, pack, today }) => tx.decided(['employment'], (deciding) => deciding.whole(async (whole) => {
  const list = year === undefined ? null : await followUpsDue(whole, { school_id: matter.subject, year }, today, parametersOn(pack.parameters, today));
  if (list === null) throw new Error('a list of graduates that was approved cannot be asked');
  await askAgain(whole, list, { matter_id: matter.matter_id, school_id: matter.subject, today });
  return brought({ kind: 'follow_ups', students: list.students.length });
}));

/** M10-d: an amount for each head, by the values of law of the day. */
export const grantSupport: Bring = (tx, { matter, details: { heads = [], school = null }, pack, today }) => tx.decided(['employment'], (deciding) => deciding.whole(async (whole) => {
  const parameters = parametersOn(pack.parameters, today);
  const rules = supportRules(parameters);
  const hires = await judgeHires(whole, { firm_id: matter.subject, school_id: school, students: heads }, today, parameters);
  if (rules === null) throw new Error('support that was granted has no rule');
  for (const { student_id, agreement_id, why } of hires) {
    if (why !== null || agreement_id === null) throw new Error(`support that was granted is refused: ${student_id} ${why}`);
    await addSupport(whole, { matter_id: matter.matter_id, firm_id: matter.subject, student_id, agreement_id, amount_fen: rules.per_head_fen, answers: null, reason: null, on: today, scopes: matter.scopes });
  }
  return brought({ kind: 'support', students: hires.length, amount_fen: String(rules.per_head_fen * BigInt(hires.length)) });
}));

/** M10-d: what was claimed falsely is taken back, by a record that names the one it answers. */
export const clawBack: Bring = (tx, { matter, details: { heads = [] }, reason, today }) => tx.decided(['employment'], (deciding) => deciding.whole(async (whole) => {
  const wanted = new Set(heads);
  const taken = (await supportsOf(whole, matter.subject)).filter(({ student_id, answered }) => wanted.has(student_id) && !answered);
  for (const { support_id, student_id, agreement_id, amount_fen } of taken) {
    await addSupport(whole, { matter_id: matter.matter_id, firm_id: matter.subject, student_id, agreement_id, amount_fen: -BigInt(amount_fen), answers: support_id, reason, on: today, scopes: matter.scopes });
  }
  return brought({ kind: 'support', students: taken.length, amount_fen: String(taken.reduce((sum, { amount_fen }) => sum - BigInt(amount_fen), 0n)) });
}));
