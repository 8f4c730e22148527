import type { Role } from '../access/roles.ts';
import { groupBy } from '../facts/campus-rows.ts';
import type { Bilingual } from '../values/bilingual.ts';
import { addDays, type PlainDate } from '../values/plain-date.ts';
import { deadline, type Deadline, type DeadlineRule, type WithLatecomers } from './deadline.ts';
import type { Holidays } from './holidays.ts';

/** Something that happened, and to whom. Duties open and close by these and by nothing else. */
export interface Event {
  readonly id: string;
  /** What kind of thing happened: `school.term_started`, `agreement.signed`. */
  readonly kind: string;
  /** What it is about, as a label: `school:S1`, `student:T1`. */
  readonly subject: string;
  readonly on: PlainDate;
  /** The day from which the deadline counts, where that is another: the first day of term, of an internship. */
  readonly counts_from?: PlainDate;
}

/** One rung: so many days after the last day, whoever holds the role is told as well. */
export interface Rung {
  readonly days_late: number;
  readonly to: Role;
}

/** What is due, and what is told to whom when, for what begins on a day. */
export interface Terms {
  readonly due: DeadlineRule | WithLatecomers;
  /** Working from the least late: earlier rungs first. */
  readonly ladder: readonly Rung[];
}

/** The one thing to do, and the screen where it is done; `{id}` in it stands for the id of what the duty is about. */
export interface Action {
  readonly label: Bilingual;
  readonly screen: string;
}

/** The screen for what duties are about, as a label (`matter:12`); for several things the screen where all of them stand. */
export function screenFor({ screen }: Action, about: string | null): string {
  return about === null ? screen.replace('/{id}', '') : screen.replace('{id}', about.slice(about.indexOf(':') + 1));
}

/** Who owes what to whom by when, under which clause; declared beside the clause. */
export interface Duty {
  readonly id: string;
  readonly clause: string;
  readonly label: Bilingual;
  /** Whoever holds one of these at the place that it is about owes it. */
  readonly owners: readonly Role[];
  readonly to: Role;
  readonly action: Action;
  /** The kind of event that sets it off, and the one that closes it for the same subject. */
  readonly opens: string;
  readonly closes: string;
  /** Null on a day that no rule covers: nothing is owed then. */
  readonly terms: (on: PlainDate) => Terms | null;
}

export type DutyState = 'open' | 'overdue' | 'closed' | 'closed_late' | 'before_go_live';

/** A duty as it stands for one subject, worked out from events and never typed. */
export interface Owed {
  /** The same whenever and in whatever order it is worked out: duty, and the event that set it off. */
  readonly key: string;
  readonly duty: Duty;
  readonly subject: string;
  readonly opened_on: PlainDate;
  readonly due: Deadline;
  readonly state: DutyState;
  readonly closed_on: PlainDate | null;
  /** The rungs that have been reached. */
  readonly told: readonly { readonly rung: Rung; readonly on: PlainDate }[];
  /** The day on which the next one is; null when there is none to come. */
  readonly next_on: PlainDate | null;
}

/**
 * Every duty that these events set off, as it stands on a day. Events may come in any order; each closing event
 * closes the earliest duty of its subject that was open on its day. What was set off before the go-live day is shown as done with.
 */
export function owed(duties: readonly Duty[], events: readonly Event[], world: { readonly holidays: Holidays; readonly today: PlainDate; readonly go_live: PlainDate }): Owed[] {
  const known = [...new Map(events.map((event) => [event.id, event])).values()].filter(({ on }) => on <= world.today);
  const inOrder = known.sort((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1));
  const bySubject = groupBy(inOrder, ({ subject }) => subject);
  return duties.flatMap((duty) => [...bySubject].flatMap(([subject, own]) => ofSubject(duty, subject, own, world)));
}

function ofSubject(duty: Duty, subject: string, events: readonly Event[], world: Parameters<typeof owed>[2]): Owed[] {
  const opening = events.filter(({ kind }) => kind === duty.opens);
  const left = events.filter(({ kind }) => kind === duty.closes);
  return opening.flatMap((event) => {
    const terms = duty.terms(event.on);
    if (terms === null) return [];
    const at = left.findIndex(({ on }) => on >= event.on);
    const [closing] = at < 0 ? [] : left.splice(at, 1);
    return [standing(duty, subject, { event, closing: closing ?? null, terms }, world)];
  });
}

interface Course {
  readonly event: Event;
  readonly closing: Event | null;
  readonly terms: Terms;
}

function standing(duty: Duty, subject: string, { event, closing, terms }: Course, { holidays, today, go_live }: Parameters<typeof owed>[2]): Owed {
  const due = dueOf(terms.due, event, holidays);
  const closed_on = closing?.on ?? null;
  const until = closed_on ?? today;
  // Nobody is told of what has not begun, however near its last day.
  const rungs = terms.ladder.map((rung) => ({ rung, on: later(addDays(due.on, rung.days_late), event.on) }));
  const base = { key: `${duty.id}/${event.id}`, duty, subject, opened_on: event.on, due, closed_on };
  if (event.on < go_live) return { ...base, state: 'before_go_live', told: [], next_on: null };
  const told = rungs.filter(({ on }) => on <= until);
  if (closed_on !== null) return { ...base, state: closed_on <= due.on ? 'closed' : 'closed_late', told, next_on: null };
  return { ...base, state: today <= due.on ? 'open' : 'overdue', told, next_on: rungs.find(({ on }) => on > today)?.on ?? null };
}

function later(a: PlainDate, b: PlainDate): PlainDate {
  return a > b ? a : b;
}

/** The last day of what an event sets off. */
function dueOf(rule: Terms['due'], { on, counts_from = on }: Event, holidays: Holidays): Deadline {
  if (rule.kind !== 'with_latecomers') return deadline(rule, counts_from, holidays);
  const common = deadline(rule.common, counts_from, holidays);
  if (on <= counts_from) return common;
  const own = deadline(rule.own, on, holidays);
  return own.on > common.on ? own : common;
}
