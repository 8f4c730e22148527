import { groupBy } from '../facts/campus-rows.ts';
import { sumOf, type Fen } from '../values/fen.ts';
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

/** Lines whose payments leave the college for a campus, and the word of their clearing account. */
const TO_CAMPUS: Partial<Readonly<Record<LineKind, string>>> = { dorm: 'dorm', other_fee: 'other', custody: 'custody', grant_pass: 'grant' };

const HELD = 'clearing:custody_held:';

/**
 * R4-a: every movement of the year in double entry. R4-f: custody money rests on clearing accounts only, on no
 * income. Nothing is ever posted on one side alone, so that debits and credits can differ only by a fault.
 */
export function booksOf({ accounts, lines, grants }: Booked): Books {
  const books: OpenBooks = { debit: 0n, credit: 0n, balances: new Map() };
  for (const account of accounts) postAccount(books, account);
  for (const { college_id, campus_id, fen } of grants) post(books, `bank:${college_id}`, `clearing:grant:${campus_id}`, fen);
  for (const line of lines) postLine(books, line);
  return books;
}

function post(books: OpenBooks, debit: string, credit: string, fen: Fen): void {
  if (fen === 0n) return;
  books.debit += fen;
  books.credit += fen;
  books.balances.set(debit, (books.balances.get(debit) ?? 0n) - fen);
  books.balances.set(credit, (books.balances.get(credit) ?? 0n) + fen);
}

function postAccount(books: OpenBooks, { kind, place, received, spent, refund_due, refunded }: StudentAccount): void {
  const { college_id, campus_id } = place;
  const taken = kind === 'tuition' ? `tuition:${college_id}` : `clearing:${kind}:${campus_id}`;
  post(books, `bank:${college_id}`, taken, received);
  if (kind === 'custody') {
    post(books, `${HELD}${campus_id}`, `bank:${campus_id}`, spent);
    post(books, `${HELD}${campus_id}`, `bank:${campus_id}`, refunded);
  } else {
    post(books, taken, `refunds:${college_id}`, refund_due);
    post(books, `refunds:${college_id}`, `bank:${college_id}`, refunded);
  }
}

function postLine(books: OpenBooks, { kind, from_id, to_id, due, paid }: Line): void {
  const fee = TO_CAMPUS[kind];
  if (kind === 'tuition_share') {
    post(books, `share:${from_id}`, `clearing:tuition_share:${to_id}`, due ?? 0n);
    post(books, `clearing:tuition_share:${to_id}`, `bank:${from_id}`, paid ?? 0n);
    post(books, `bank:${to_id}`, `income:share:${to_id}`, paid ?? 0n);
  } else if (fee !== undefined) {
    post(books, `clearing:${fee}:${to_id}`, `bank:${from_id}`, paid ?? 0n);
    post(books, `bank:${to_id}`, fee === 'custody' ? `${HELD}${to_id}` : `income:${fee}:${to_id}`, paid ?? 0n);
  } else if (kind === 'lecture_fee') {
    post(books, `teaching:${from_id}`, `payable:${to_id}`, due ?? 0n);
    post(books, `payable:${to_id}`, `bank:${from_id}`, paid ?? 0n);
  }
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
    const fee = kind === 'tuition_share' ? kind : TO_CAMPUS[kind];
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
