import type { Fen } from '../values/fen.ts';
import { date, type PlainDate } from '../values/plain-date.ts';
import { accountsOf, EVENTS, type EventName, type Holders } from './events.ts';

/**
 * R4-a: one movement in double entry, both sides in one: what is taken from `debit`'s side is given to `credit`'s, so
 * that no entry is ever half there. Of one source there may be several, numbered by `part`.
 */
export interface Entry {
  /** The record that it follows from: of a register, or of what a rule came to. */
  readonly source: bigint;
  readonly part: number;
  readonly event: EventName;
  readonly clause: string;
  readonly debit: string;
  readonly credit: string;
  readonly fen: Fen;
  readonly student_id: string | null;
  /** The academic year, of grants and earmarks the fiscal year, that it belongs to. */
  readonly year: number;
  readonly valid_on: PlainDate;
}

/** What one record moves, before accounts are written out. */
export interface Movement {
  readonly source: bigint;
  readonly part?: number;
  readonly event: EventName;
  readonly holders: Holders;
  readonly fen: Fen;
  readonly student_id?: string | null;
  readonly year: number;
  readonly valid_on: PlainDate;
}

export function entryOf({ source, part = 1, event, holders, fen, student_id = null, year, valid_on }: Movement): Entry {
  return { source, part, event, clause: EVENTS[event].clause, ...accountsOf(event, holders), fen, student_id, year, valid_on };
}

/** First day of a month. */
export type AccountingPeriod = PlainDate;

export function periodOf(on: PlainDate): AccountingPeriod {
  return date(`${on.slice(0, 7)}-01`);
}

/** The month after. */
export function nextPeriod(period: AccountingPeriod): AccountingPeriod {
  const [year, month] = [Number(period.slice(0, 4)), Number(period.slice(5, 7))];
  const twelve = 12;
  return month === twelve ? date(`${year + 1}-01-01`) : date(`${period.slice(0, 5)}${String(month + 1).padStart(2, '0')}-01`);
}

/**
 * The month that something of this day is posted in: its own while that is open; what comes late goes to the first
 * month after those that are closed, and keeps its own day.
 */
export function postedIn(on: PlainDate, closed_through: AccountingPeriod | null): AccountingPeriod {
  const own = periodOf(on);
  return closed_through === null || own > closed_through ? own : nextPeriod(closed_through);
}
