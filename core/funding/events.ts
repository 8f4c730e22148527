/**
 * Every movement of money that the books know, in double entry: the clause it happens under, and which account gives and
 * which takes. An account is `name:holder`; `clearing:kind:holder` holds what has to go on to somebody else, so it ends
 * at zero. The books of a settlement and the ledger are both kept by this table.
 */
export const EVENTS = {
  receipt_tuition: { clause: 'R4-b', debit: ['bank', 'college'], credit: ['tuition', 'college'] },
  receipt_dorm: { clause: 'R4-d', debit: ['bank', 'college'], credit: ['clearing:dorm', 'campus'] },
  receipt_custody: { clause: 'R4-d', debit: ['bank', 'college'], credit: ['clearing:custody', 'campus'] },
  receipt_other: { clause: 'R4-d', debit: ['bank', 'college'], credit: ['clearing:other', 'campus'] },
  refund_due_tuition: { clause: 'R4-b', debit: ['tuition', 'college'], credit: ['refunds', 'college'] },
  refund_due_dorm: { clause: 'R4-d', debit: ['clearing:dorm', 'campus'], credit: ['refunds', 'college'] },
  refund_due_other: { clause: 'R4-d', debit: ['clearing:other', 'campus'], credit: ['refunds', 'college'] },
  refund_paid: { clause: 'R4-b', debit: ['refunds', 'college'], credit: ['bank', 'college'] },
  // R4-f: custody money rests on clearing accounts only, on no income.
  custody_spent: { clause: 'R4-f', debit: ['clearing:custody_held', 'campus'], credit: ['bank', 'campus'] },
  custody_refunded: { clause: 'R4-g', debit: ['clearing:custody_held', 'campus'], credit: ['bank', 'campus'] },
  share_due: { clause: 'R4-c', debit: ['share', 'college'], credit: ['clearing:tuition_share', 'school'] },
  share_paid: { clause: 'R4-c', debit: ['clearing:tuition_share', 'school'], credit: ['bank', 'college'] },
  share_taken: { clause: 'R4-c', debit: ['bank', 'school'], credit: ['income:share', 'school'] },
  dorm_paid: { clause: 'R4-e', debit: ['clearing:dorm', 'campus'], credit: ['bank', 'college'] },
  dorm_taken: { clause: 'R4-e', debit: ['bank', 'campus'], credit: ['income:dorm', 'campus'] },
  other_paid: { clause: 'R4-e', debit: ['clearing:other', 'campus'], credit: ['bank', 'college'] },
  other_taken: { clause: 'R4-e', debit: ['bank', 'campus'], credit: ['income:other', 'campus'] },
  custody_paid: { clause: 'R4-e', debit: ['clearing:custody', 'campus'], credit: ['bank', 'college'] },
  custody_taken: { clause: 'R4-f', debit: ['bank', 'campus'], credit: ['clearing:custody_held', 'campus'] },
  lecture_due: { clause: 'R4-h', debit: ['teaching', 'campus'], credit: ['payable', 'person'] },
  lecture_paid: { clause: 'R4-h', debit: ['payable', 'person'], credit: ['bank', 'campus'] },
  grant_received: { clause: 'M5-e', debit: ['bank', 'college'], credit: ['clearing:grant', 'campus'] },
  grant_paid: { clause: 'M5-f', debit: ['clearing:grant', 'campus'], credit: ['bank', 'college'] },
  grant_taken: { clause: 'M5-f', debit: ['bank', 'campus'], credit: ['income:grant', 'campus'] },
  // What is billed and how much of it was met: owed, not yet moved, so beside the settlement.
  billed_tuition: { clause: 'R4-b', debit: ['receivable', 'college'], credit: ['billed', 'college'] },
  billed_dorm: { clause: 'R4-d', debit: ['receivable', 'college'], credit: ['billed', 'college'] },
  billed_custody: { clause: 'R4-d', debit: ['receivable', 'college'], credit: ['billed', 'college'] },
  billed_other: { clause: 'R4-d', debit: ['receivable', 'college'], credit: ['billed', 'college'] },
  bill_met: { clause: 'R4-b', debit: ['billed', 'college'], credit: ['receivable', 'college'] },
  // M5-g, S2-c: money of a kind is there for that kind alone.
  earmark_given: { clause: 'M5-g', debit: ['allotted', 'payer'], credit: ['earmark', 'purpose'] },
  earmark_spent: { clause: 'M5-g', debit: ['earmark', 'purpose'], credit: ['spent', 'campus'] },
  earmark_returned: { clause: 'M5-g', debit: ['spent', 'campus'], credit: ['earmark', 'purpose'] },
  // Other funds are there for what the law names for each: all that was passed on of them, whenever.
  share_earmarked: { clause: 'M5-g', debit: ['allotted', 'college'], credit: ['earmark:tuition_share', 'school'] },
  share_spent: { clause: 'M5-g', debit: ['earmark:tuition_share', 'school'], credit: ['spent', 'campus'] },
  share_returned: { clause: 'M5-g', debit: ['spent', 'campus'], credit: ['earmark:tuition_share', 'school'] },
  dorm_earmarked: { clause: 'M5-g', debit: ['allotted', 'college'], credit: ['earmark:dorm', 'campus'] },
  dorm_spent: { clause: 'M5-g', debit: ['earmark:dorm', 'campus'], credit: ['spent', 'campus'] },
  dorm_returned: { clause: 'M5-g', debit: ['spent', 'campus'], credit: ['earmark:dorm', 'campus'] },
  other_earmarked: { clause: 'M5-g', debit: ['allotted', 'college'], credit: ['earmark:other', 'campus'] },
  other_spent: { clause: 'M5-g', debit: ['earmark:other', 'campus'], credit: ['spent', 'campus'] },
  other_returned: { clause: 'M5-g', debit: ['spent', 'campus'], credit: ['earmark:other', 'campus'] },
  // M10-d: what a firm was granted, paid, and what of it comes back after a false claim.
  support_due: { clause: 'M10-d', debit: ['support', 'payer'], credit: ['support_payable', 'firm'] },
  support_paid: { clause: 'M10-d', debit: ['support_payable', 'firm'], credit: ['bank', 'payer'] },
  support_dropped: { clause: 'M10-d', debit: ['support_payable', 'firm'], credit: ['support', 'payer'] },
  support_reclaimed: { clause: 'M10-d', debit: ['support_receivable', 'firm'], credit: ['support', 'payer'] },
  support_returned: { clause: 'M10-d', debit: ['bank', 'payer'], credit: ['support_receivable', 'firm'] },
  // R4-j: the school bears what its policies cost, the student nothing of it.
  premium_paid: { clause: 'R4-j', debit: ['insurance', 'school'], credit: ['bank', 'school'] },
} as const satisfies Readonly<Record<string, MoneyEvent>>;

export type EventName = keyof typeof EVENTS;

/** Who holds an account: institutions, a teacher, a firm, the budget that an earmark is cut from, or what it is for. */
export type Holder = 'college' | 'campus' | 'school' | 'person' | 'payer' | 'purpose' | 'firm';
export type Holders = Readonly<Partial<Record<Holder, string>>>;
export type AccountForm = readonly [name: string, holder: Holder];

export interface MoneyEvent {
  readonly clause: string;
  readonly debit: AccountForm;
  readonly credit: AccountForm;
}

/** Events of earmarks: budgets and funds that were passed on, what is spent of them and what of that came back, in no settlement. */
export const EARMARKED = [
  'earmark_given', 'earmark_spent', 'earmark_returned', 'share_earmarked', 'share_spent', 'share_returned',
  'dorm_earmarked', 'dorm_spent', 'dorm_returned', 'other_earmarked', 'other_spent', 'other_returned',
] as const satisfies readonly EventName[];

/** Events of bills: what the college may expect, in no settlement either. */
const BILLED: readonly EventName[] = ['billed_tuition', 'billed_dorm', 'billed_custody', 'billed_other', 'bill_met'];

/** Events of support for firms, in no settlement, like premiums: each follows from a record of its own. */
const SUPPORTING = ['support_due', 'support_paid', 'support_dropped', 'support_reclaimed', 'support_returned'] as const satisfies readonly EventName[];
const UNSETTLED: ReadonlySet<EventName> = new Set([...EARMARKED, ...BILLED, ...SUPPORTING, 'premium_paid']);

/** The events of which a settlement is made. */
export const SETTLED_EVENTS = (Object.keys(EVENTS) as EventName[]).filter((name) => !UNSETTLED.has(name));

/** Events of a fiscal year; the others are of an academic one. */
export const OF_FISCAL_YEAR: ReadonlySet<EventName> = new Set(['grant_received', 'grant_paid', 'grant_taken', ...EARMARKED, ...SUPPORTING]);

/** Events of one record of a student each, which a year posted at once writes on the student's card, numbered there from 1 in this order. */
export const CARD_EVENTS = ['custody_spent', 'receipt_custody', 'receipt_dorm', 'receipt_other', 'receipt_tuition'] as const satisfies readonly EventName[];
export type CardEvent = (typeof CARD_EVENTS)[number];

/** What a payment to an institution or a teacher moves: at the payer, and at the payee where it keeps books. */
export const PAYMENT_EVENTS = {
  tuition_share: { payer: 'college', payee: 'school', moves: ['share_paid', 'share_taken'] },
  dorm: { payer: 'college', payee: 'campus', moves: ['dorm_paid', 'dorm_taken'] },
  other_fee: { payer: 'college', payee: 'campus', moves: ['other_paid', 'other_taken'] },
  custody: { payer: 'college', payee: 'campus', moves: ['custody_paid', 'custody_taken'] },
  grant: { payer: 'college', payee: 'campus', moves: ['grant_paid', 'grant_taken'] },
  lecture_fee: { payer: 'campus', payee: 'person', moves: ['lecture_paid'] },
} as const satisfies Readonly<Record<string, { readonly payer: Holder; readonly payee: Holder; readonly moves: readonly EventName[] }>>;

export type PaymentEvent = keyof typeof PAYMENT_EVENTS;

/** The two accounts of an event among these holders. */
export function accountsOf(event: EventName, holders: Holders): { readonly debit: string; readonly credit: string } {
  const { debit, credit } = EVENTS[event];
  return { debit: accountOf(debit, holders), credit: accountOf(credit, holders) };
}

function accountOf([name, holder]: AccountForm, holders: Holders): string {
  const id = holders[holder];
  if (id === undefined) throw new Error(`${name} has no ${holder}`);
  return `${name}:${id}`;
}
