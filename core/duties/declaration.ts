import type { Role } from '../access/roles.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { parametersOn, type Parameter } from '../verdict/parameter.ts';
import type { DeadlineRule } from './deadline.ts';
import type { Duty, Rung, Terms } from './duty.ts';

/** A value of law by its key, as it stands on the day that sets a duty off; undefined where none does. */
export type ValueOf = (key: string) => Parameter['value'] | undefined;

/** A rung: so many days before or after the last day as the parameter says. */
export interface DeclaredRung {
  readonly when: 'before' | 'after';
  readonly days: string;
  readonly to: Role;
}

/** A duty as the pack declares it: its days are parameters and stand nowhere else. */
export interface DutyDeclaration extends Omit<Duty, 'terms'> {
  /** Null where a value is missing: no rule is in force. */
  readonly due: (value: ValueOf) => Terms['due'] | null;
  readonly ladder: readonly DeclaredRung[];
}

/** Duties with the values of law of their day. */
export function dutiesOf(declarations: readonly DutyDeclaration[], parameters: readonly Parameter[]): Duty[] {
  const days = new Map<PlainDate, ValueOf>();
  const valuesOn = (on: PlainDate): ValueOf => {
    const known = days.get(on);
    if (known !== undefined) return known;
    const inForce = parametersOn(parameters, on);
    const value: ValueOf = (key) => inForce.get(key)?.value;
    days.set(on, value);
    return value;
  };
  return declarations.map(({ due, ladder, ...duty }) => ({ ...duty, terms: (on) => termsOf(due, ladder, valuesOn(on)) }));
}

function termsOf(due: DutyDeclaration['due'], ladder: readonly DeclaredRung[], value: ValueOf): Terms | null {
  const rule = due(value);
  if (rule === null) return null;
  const rungs = ladder.flatMap(({ when, days, to }): Rung[] => {
    const many = whole(value(days));
    return many === null ? [] : [{ days_late: when === 'before' ? -many : many, to }];
  });
  return { due: rule, ladder: rungs };
}

/** A whole number of a parameter; null for anything else. */
export function whole(value: Parameter['value'] | undefined): number | null {
  return typeof value === 'object' && value.d === 1n ? Number(value.n) : null;
}

/** The last of the days that a parameter names. */
const LAST_MONTH_DAY = /(?:^|;)(\d{2})-(\d{2})$/;

/** The day of the year that the parameter names, of several the last; the first such day on or after the event. */
export function onDay(key: string): (value: ValueOf) => DeadlineRule | null {
  return (value) => {
    const match = LAST_MONTH_DAY.exec(String(value(key)));
    return match === null ? null : { kind: 'on', month: Number(match[1]), day: Number(match[2]), roll: false };
  };
}

/** So many days as the parameter says. */
export function withinDays(key: string): (value: ValueOf) => DeadlineRule | null {
  return (value) => {
    const many = whole(value(key));
    return many === null ? null : { kind: 'days', many, roll: false };
  };
}

/** So many working days as the parameter says. */
export function withinWorkdays(key: string): (value: ValueOf) => DeadlineRule | null {
  return (value) => {
    const many = whole(value(key));
    return many === null ? null : { kind: 'workdays', many };
  };
}

/** The very day from which it counts, or so many before it. */
export function onTheDay(before = 0): () => DeadlineRule {
  return () => ({ kind: 'days', many: before === 0 ? 0 : -before, roll: false });
}

/** The ladder that most duties have: the owner is reminded, and whoever owes it too, then a superior is told, then the office. */
export function ladder(owner: Role, superior: Role, others: readonly Role[] = []): readonly DeclaredRung[] {
  return [
    ...[owner, ...others].map((to): DeclaredRung => ({ when: 'before', days: 'duty.remind_days', to })),
    { when: 'after', days: 'duty.superior_days', to: superior },
    { when: 'after', days: 'duty.office_days', to: 'office' },
  ];
}
