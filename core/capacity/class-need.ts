import { AMOUNT_CHANGES, HEAD_CHANGES, LIST_CHANGES, type Changes } from '../check/changes.ts';
import type { Judging } from '../check/judging.ts';
import { leastChange } from '../check/least-change.ts';
import { applyChanges } from '../check/what-if.ts';
import type { CampusFacts } from '../facts/campus-facts.ts';
import { exact, subtract, type Exact } from '../values/exact.ts';
import type { Verdict } from '../verdict/verdict.ts';

/** Classes that come to a campus beside those that are there or foreseen. */
export interface MoreClasses {
  readonly classes: number;
  /** Students of each. */
  readonly size: number;
}

/** One thing to add, or (below zero) to settle. */
export interface NeededItem {
  readonly key: keyof Changes;
  /** m², yuan or heads; of codes their number. */
  readonly amount: Exact;
  /** The same without the classes: what is lacking anyway. */
  readonly anyway: Exact;
  /** Of lists the codes. */
  readonly codes: readonly string[];
  /** The standards that are unmet with one unit less of it. */
  readonly standards: readonly string[];
}

export interface ClassNeed {
  readonly more: MoreClasses;
  /** With the classes and nothing added. */
  readonly facts: CampusFacts;
  readonly verdicts: readonly Verdict[];
  readonly changes: Changes;
  readonly items: readonly NeededItem[];
  /** Standards that nothing of this kind settles: something must be reported first. */
  readonly left: readonly string[];
}

/** S2-a, R5-a: the least that a campus needs for more classes, so that every standard asked passes. Everybody who comes boards. */
export function classNeed(facts: CampusFacts, judging: Judging, more: MoreClasses): ClassNeed {
  const heads = more.classes * more.size;
  const filled = applyChanges(facts, { students: heads, boarders: heads });
  const { changes, left } = leastChange(filled, judging);
  const { changes: before } = leastChange(facts, judging);
  return { more, facts: filled, verdicts: judging.judgeCampus(filled), changes, items: itemsOf(filled, judging, changes, before), left };
}

const KEYS: readonly (keyof Changes)[] = [...AMOUNT_CHANGES, ...HEAD_CHANGES, ...LIST_CHANGES];

function itemsOf(facts: CampusFacts, judging: Judging, changes: Changes, before: Changes): NeededItem[] {
  const open = (tried: Changes) => judging.judgeCampus(applyChanges(facts, tried)).filter(({ outcome }) => outcome === 'unmet').map(({ standard }) => standard);
  return KEYS.flatMap((key) => {
    const value = changes[key];
    if (value === undefined) return [];
    return [{ key, amount: amountOf(value), anyway: amountOf(before[key] ?? 0), codes: Array.isArray(value) ? value as string[] : [], standards: open(oneLess(changes, key)) }];
  });
}

function amountOf(value: NonNullable<Changes[keyof Changes]>): Exact {
  if (typeof value === 'number') return exact(value);
  return 'n' in value ? value : exact(value.length);
}

const HUNDREDTH: Exact = { n: 1n, d: 100n };

/** One unit less of one change; degrees and titles stay with those who are added. */
export function oneLess(changes: Changes, key: keyof Changes): Changes {
  const less: Changes = { ...changes, [key]: lessOf(changes[key] ?? 0) };
  const added = (less.teachers ?? 0) + (less.ideology_teachers ?? 0);
  return {
    ...less,
    ...(less.masters !== undefined && { masters: Math.min(less.masters, added) }),
    ...(less.seniors !== undefined && { seniors: Math.min(less.seniors, added) }),
  };
}

function lessOf(value: NonNullable<Changes[keyof Changes]>): NonNullable<Changes[keyof Changes]> {
  if (typeof value === 'number') return value - Math.sign(value);
  return 'n' in value ? subtract(value, HUNDREDTH) : value.slice(1);
}
