import { supportRules } from '../../core/employment/support.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { askAgain, followUpsDue } from '../employment/follow-ups.ts';
import { sumOf } from '../../core/values/fen.ts';
import { moneyOfHeads, moveSupports, type OfPayer, type SupportMoney } from '../employment/support-money.ts';
import { addSupport, judgeHires, supportsOf } from '../employment/support.ts';
import type { Transaction } from '../transaction.ts';
import { brought, type Bring } from './decided.ts';

/** 1.2-c: everybody on the list that was approved is asked. */
export const askFollowUps: Bring = (tx, { matter, details: { year }, pack, today }) => tx.decided(['employment'], (deciding) => deciding.whole(async (whole) => {
  const list = year === undefined ? null : await followUpsDue(whole, { school_id: matter.subject, year }, today, parametersOn(pack.parameters, today));
  if (list === null) throw new Error('a list of graduates that was approved cannot be asked');
  await askAgain(whole, list, { matter_id: matter.matter_id, school_id: matter.subject, today });
  return brought({ kind: 'follow_ups', students: list.students.length });
}));

/** M10-d: an amount for each head, by the values of law of the day; it is due from then on. */
export const grantSupport: Bring = (tx, { matter, details: { heads = [], school = null }, pack, today }) => {
  const payer_id = payerOf(tx, matter.scopes);
  return tx.decided(['employment'], (deciding) => deciding.whole(async (whole) => {
    const parameters = parametersOn(pack.parameters, today);
    const rules = supportRules(parameters);
    const hires = await judgeHires(whole, { firm_id: matter.subject, school_id: school, students: heads }, today, parameters);
    if (rules === null) throw new Error('support that was granted has no rule');
    for (const { student_id, agreement_id, why } of hires) {
      if (why !== null || agreement_id === null) throw new Error(`support that was granted is refused: ${student_id} ${why}`);
      await addSupport(whole, { matter_id: matter.matter_id, firm_id: matter.subject, student_id, agreement_id, amount_fen: rules.per_head_fen, answers: null, reason: null, on: today, scopes: matter.scopes });
    }
    const supports = await moneyOfHeads(whole, matter.subject, heads);
    await whole.decided(['funds'], (funding) => moveSupports(funding, supports.map((one) => ({ ...one, payer_id })), { move: 'due', matter_id: matter.matter_id, on: today }));
    return brought({ kind: 'support', students: hires.length, amount_fen: String(rules.per_head_fen * BigInt(hires.length)) });
  }));
};

/** The finance bureau in whose name somebody decides: of those that could, the first whose post they hold. */
function payerOf({ actor: { reach } }: Transaction, scopes: readonly string[]): string {
  const held = reach.get('matters.approve') ?? [];
  const post = scopes.find((label) => label.startsWith(BUREAU) && (held === '*' || held.includes(label)));
  if (post === undefined) throw new Error('support that is granted by nobody who pays');
  return post.slice(BUREAU.length);
}

const BUREAU = 'finance_bureau@';

/** M10-d: what was claimed falsely is taken back, by a record that names the one it answers: what is not paid is due no more, what was paid is to come back. */
export const clawBack: Bring = (tx, { matter, details: { heads = [] }, reason, today }) => tx.decided(['employment'], (deciding) => deciding.whole(async (whole) => {
  const wanted = new Set(heads);
  const taken = (await supportsOf(whole, matter.subject)).filter(({ student_id, answered }) => wanted.has(student_id) && !answered);
  for (const { support_id, student_id, agreement_id, amount_fen } of taken) {
    await addSupport(whole, { matter_id: matter.matter_id, firm_id: matter.subject, student_id, agreement_id, amount_fen: -BigInt(amount_fen), answers: support_id, reason, on: today, scopes: matter.scopes });
  }
  const money = (await moneyOfHeads(whole, matter.subject, heads)).filter(isBooked);
  await whole.decided(['funds'], async (funding) => {
    await moveSupports(funding, money.filter(({ moves }) => !moves.includes('paid')), { move: 'dropped', matter_id: matter.matter_id, on: today });
    await moveSupports(funding, money.filter(({ moves }) => moves.includes('paid')), { move: 'reclaimed', matter_id: matter.matter_id, on: today });
  });
  return brought({ kind: 'support', students: taken.length, amount_fen: String(taken.reduce((sum, { amount_fen }) => sum - BigInt(amount_fen), 0n)) });
}));

/** M10-d: what was asked back is there again. */
export const supportReturned: Bring = (tx, { matter, details: { heads = [], number, on } }) => tx.whole(async (whole) => {
  const money = (await moneyOfHeads(whole, matter.subject, heads)).filter(isBooked);
  if (number === undefined || on === undefined || money.length !== heads.length) throw new Error('support that came back without number, day or record');
  await whole.decided(['funds'], (funding) => moveSupports(funding, money, { move: 'returned', matter_id: matter.matter_id, on, reference: number }));
  return brought({ kind: 'support', students: money.length, amount_fen: String(sumOf(money, ({ fen }) => fen)) });
});

/** What was granted before support was kept in the books is in them once it is paid. */
function isBooked(one: SupportMoney): one is OfPayer {
  return one.payer_id !== null;
}
