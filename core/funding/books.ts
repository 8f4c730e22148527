import { groupBy } from '../facts/campus-rows.ts';
import { sumOf, type Fen } from '../values/fen.ts';
import { accountsOf, PAYMENT_EVENTS, type EventName, type Holders, type PaymentEvent } from './events.ts';
import type { GrantPart } from './grant-receipts.ts';
import type { Line, LineKind } from './line.ts';
import type { StudentAccount } from './student-accounts.ts';

/** Turnover of all postings, and what stands on each account: credits − debits. */
export interface Books {
  readonly debit: Fen;
  readonly credit: Fen;
  readonly balances: ReadonlyMap<string, Fen>;
}

interface OpenBooks {
  debit: Fen;
  credit: Fen;
  readonly balances: Map<string, Fen>;
}

/** What the books are kept of. */
export interface Booked {
  readonly accounts: readonly StudentAccount[];
  readonly lines: readonly Line[];
  readonly grants: readonly (GrantPart & { readonly college_id: string })[];
}

/** Lines whose payments leave the college for a campus or school, and how the payment is called. */
const PASSED: Partial<Readonly<Record<LineKind, PaymentEvent>>> = { tuition_share: 'tuition_share', dorm: 'dorm', other_fee: 'other_fee', custody: 'custody', grant_pass: 'grant', lecture_fee: 'lecture_fee' };

/** What is due before it is paid. */
const DUE: Partial<Readonly<Record<LineKind, EventName>>> = { tuition_share: 'share_due', lecture_fee: 'lecture_due' };

/** Lines of which each campus or school has a clearing account, and the word of it. */
const CLEARED: Partial<Readonly<Record<LineKind, string>>> = { tuition_share: 'tuition_share', dorm: 'dorm', other_fee: 'other', custody: 'custody', grant_pass: 'grant' };

const HELD = 'clearing:custody_held:';

/** R4-a: every movement of the year in double entry. Nothing is ever posted on one side alone, so that debits and credits can differ only by a fault. */
export function booksOf({ accounts, lines, grants }: Booked): Books {
  const books: OpenBooks = { debit: 0n, credit: 0n, balances: new Map() };
  for (const account of accounts) postAccount(books, account);
  for (const { college_id, campus_id, fen } of grants) post(books, 'grant_received', { college: college_id, campus: campus_id }, fen);
  for (const line of lines) postLine(books, line);
  return books;
}

function post(books: OpenBooks, event: EventName, holders: Holders, fen: Fen): void {
  if (fen === 0n) return;
  const { debit, credit } = accountsOf(event, holders);
  books.debit += fen;
  books.credit += fen;
  books.balances.set(debit, (books.balances.get(debit) ?? 0n) - fen);
  books.balances.set(credit, (books.balances.get(credit) ?? 0n) + fen);
}

function postAccount(books: OpenBooks, { kind, place, received, spent, refund_due, refunded }: StudentAccount): void {
  const holders = holdersOf(place);
  post(books, `receipt_${kind}`, holders, received);
  if (kind === 'custody') {
    post(books, 'custody_spent', holders, spent);
    post(books, 'custody_refunded', holders, refunded);
  } else {
    post(books, `refund_due_${kind}`, holders, refund_due);
    post(books, 'refund_paid', holders, refunded);
  }
}

/** The accounts of a student's place. */
export function holdersOf({ college_id, campus_id, school_id }: StudentAccount['place']): Holders {
  return { college: college_id, campus: campus_id, school: school_id };
}

function postLine(books: OpenBooks, { kind, from_id, to_id, due, paid }: Line): void {
  const passed = PASSED[kind];
  if (passed === undefined || from_id === null) return;
  const { payer, payee, moves } = PAYMENT_EVENTS[passed];
  const holders = { [payer]: from_id, [payee]: to_id };
  const owed = DUE[kind];
  if (owed !== undefined) post(books, owed, holders, due ?? 0n);
  for (const move of moves) post(books, move, holders, paid ?? 0n);
}

/** Every clearing account by name, also those that stand at zero. */
export function clearingAccounts({ balances }: Books): { readonly account: string; readonly balance: Fen }[] {
  return [...balances].filter(([account]) => account.startsWith('clearing:')).map(([account, balance]) => ({ account, balance }))
    .sort((a, b) => (a.account < b.account ? -1 : 1));
}

/**
 * Whether the books agree: debits equal credits; each clearing account stands at the outstanding of its lines;
 * what a campus holds in custody, with what is still to come from the college, is received − spent − refunded.
 */
export function booksAgree(books: Books, { accounts, lines }: Booked): boolean {
  if (books.debit !== books.credit) return false;
  const outstanding = new Map<string, Fen | null>();
  for (const { kind, to_id, outstanding: open } of lines) {
    const fee = CLEARED[kind];
    if (fee === undefined) continue;
    const account = `clearing:${fee}:${to_id}`;
    const before = outstanding.get(account);
    outstanding.set(account, open === null || before === null ? null : (before ?? 0n) + open);
  }
  const balanceOf = (account: string): Fen => books.balances.get(account) ?? 0n;
  const linesStand = [...outstanding].every(([account, open]) => open === null || balanceOf(account) === open);
  const named = clearingAccounts(books).every(({ account, balance }) => balance === 0n || account.startsWith(HELD) || outstanding.has(account));
  const custody = groupBy(accounts, ({ kind, place }) => (kind === 'custody' ? place.campus_id : null));
  const held = [...custody].every(([campus_id, own]) =>
    balanceOf(`${HELD}${campus_id}`) + balanceOf(`clearing:custody:${campus_id}`) === sumOf(own, (a) => a.received - a.spent - a.refunded));
  return linesStand && named && held;
}
