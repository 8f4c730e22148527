import type { CampusFacts } from '../facts/campus-facts.ts';
import { add, compare, exact, scaled, subtract, ZERO, type Exact } from '../values/exact.ts';
import type { Outcome, Verdict } from '../verdict/verdict.ts';
import type { Changes } from './changes.ts';
import type { Judging } from './judging.ts';
import { applyChanges } from './what-if.ts';

/** The least changes that make every standard pass, and the standards that they cannot settle. */
export interface LeastChange {
  readonly changes: Changes;
  /** Standards still unmet or undetermined: first something must be reported. */
  readonly left: readonly string[];
}

type Judged = ReadonlyMap<string, Verdict>;
interface Situation {
  readonly facts: CampusFacts;
  readonly changes: Changes;
  readonly judged: Judged;
  /** Whether a standard would not be unmet with further changes. */
  readonly passes: (standard: string, more: Changes) => boolean;
}
/** What to add for one standard that is unmet; null when nothing helps. */
type Remedy = (verdict: Verdict, situation: Situation) => Changes | null;

/** More rounds than the chain of standards that a teacher touches; a guard, not a limit that is met. */
const MOST_ROUNDS = 64;

/**
 * Closes the gaps one after the other and judges again after each, because one more teacher moves
 * several ratios; ideology teachers come before teachers (they count among them), heads before degrees
 * and titles, so that what is added for one standard serves the next as well.
 */
export function leastChange(facts: CampusFacts, judging: Judging): LeastChange {
  const judge = (changes: Changes): Judged => new Map(judging.judgeCampus(applyChanges(facts, changes)).map((v) => [v.standard, v]));
  let changes: Changes = {};
  let judged = judge(changes);
  const hopeless = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = REMEDIES.find(([standard]) => judged.get(standard)?.outcome === 'unmet' && !hopeless.has(standard));
    if (next === undefined) break;
    const [standard, remedy] = next;
    const passes: Situation['passes'] = (id, more) => judge(merge(changes, more)).get(id)?.outcome !== 'unmet';
    const addition = remedy(judged.get(standard) as Verdict, { facts: applyChanges(facts, changes), changes, judged, passes });
    if (addition === null) hopeless.add(standard);
    else {
      changes = merge(changes, addition);
      judged = judge(changes);
    }
  }
  const open: readonly Outcome[] = ['unmet', 'undetermined'];
  return { changes, left: [...judged.values()].filter((v) => open.includes(v.outcome)).map((v) => v.standard) };
}

/** Both changes together. */
export function merge(a: Changes, b: Changes): Changes {
  const merged: Record<string, unknown> = { ...a };
  for (const [key, more] of Object.entries(b)) {
    const before = merged[key];
    if (before === undefined) merged[key] = more;
    else if (typeof more === 'number') merged[key] = (before as number) + more;
    else if (Array.isArray(more)) merged[key] = [...new Set([...(before as string[]), ...(more as string[])])];
    else merged[key] = add(before as Exact, more as Exact);
  }
  return merged as Changes;
}

function gapOf(verdict: Verdict): Exact {
  return verdict.gap?.value ?? ZERO;
}

function headsShort(verdict: Verdict): number {
  const { n, d } = gapOf(verdict);
  return Number(n / d);
}

/** The changes that change anything; null when none does. */
function nonZero(changes: Changes): Changes | null {
  const real = Object.entries(changes).filter(([, v]) => (typeof v === 'number' ? v !== 0 : Array.isArray(v) ? v.length > 0 : (v as Exact).n !== 0n));
  return real.length > 0 ? Object.fromEntries(real) : null;
}

/** The least whole number from 0 to `most` that passes; null when even `most` does not. */
function leastCount(most: number, passes: (count: number) => boolean): number | null {
  return passes(most) ? Number(leastOf(0n, BigInt(most), (count) => passes(Number(count)))) : null;
}

/** The least from `low` to `high` that passes, where `high` does and more never hurts. */
function leastOf(low: bigint, high: bigint, passes: (n: bigint) => boolean): bigint {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) / 2n;
    if (passes(middle)) to = middle;
    else from = middle + 1n;
  }
  return to;
}

/**
 * A gap is stated with everything else unchanged. What is added may lift a cap as well (enterprises'
 * equipment, external teachers), so less than the gap can be enough: the least that passes is searched below it.
 */
const amount = (key: 'teaching_area_m2' | 'land_area_m2' | 'dormitory_area_m2' | 'equipment_yuan'): Remedy =>
  (verdict, { passes }) => {
    const most = scaled(gapOf(verdict), 2, 'up');
    const hundredths = leastOf(0n, most, (n) => passes(verdict.standard, { [key]: { n, d: 100n } }));
    return nonZero({ [key]: { n: hundredths, d: 100n } });
  };

const heads = (key: 'ideology_teachers' | 'teachers' | 'psychologists' | 'counsellors'): Remedy =>
  (verdict, { passes }) => nonZero({ [key]: leastCount(headsShort(verdict), (count) => passes(verdict.standard, { [key]: count })) ?? 0 });

/**
 * Degrees and titles are first given to those who are added anyway: nobody there already is imagined to
 * have gained one. When that is not enough, more persons come, each of them qualified.
 */
function qualified(key: 'masters' | 'seniors'): Remedy {
  return (verdict, { changes, passes }) => {
    const added = (changes.teachers ?? 0) + (changes.ideology_teachers ?? 0);
    const free = Math.max(0, added - (changes[key] ?? 0));
    const enough = leastCount(free, (count) => passes(verdict.standard, { [key]: count }));
    if (enough !== null && enough > 0) return { [key]: enough };
    const short = leastBeyond((count) => passes(verdict.standard, { teachers: count, [key]: free + count }));
    return short === null ? null : { teachers: short, [key]: free + short };
  };
}

/** The least whole number from 1 on that passes, by doubling and halving. */
function leastBeyond(passes: (count: number) => boolean): number | null {
  for (let most = 1; most <= 1 << 20; most *= 2) {
    if (passes(most)) return leastCount(most, passes);
  }
  return null;
}

// With the reading that asks for degrees among ideology teachers only, those are the ones to find.
const masters: Remedy = (verdict, situation) => {
  if (!verdict.readings.includes('masters.base=ideology')) return qualified('masters')(verdict, situation);
  const { changes, passes } = situation;
  const free = Math.max(0, (changes.ideology_teachers ?? 0) - (changes.ideology_masters ?? 0));
  const degrees = (count: number): Changes => ({ masters: count, ideology_masters: count });
  const enough = leastCount(free, (count) => passes(verdict.standard, degrees(count)));
  if (enough !== null && enough > 0) return degrees(enough);
  const short = leastBeyond((count) => passes(verdict.standard, { ideology_teachers: count, ...degrees(free + count) }));
  return short === null ? null : { ideology_teachers: short, ...degrees(free + short) };
};

const bases: Remedy = (verdict) => {
  if (verdict.gap?.unit === 'station') return nonZero({ stations: headsShort(verdict) });
  return nonZero({ majors_with_base: verdict.parts.filter((part) => part.name !== 'stations').map((part) => part.name) });
};

const facilities: Remedy = (verdict) =>
  nonZero({ facilities: verdict.parts.filter((part) => part.outcome === 'unmet').map((part) => part.name) });

const overlaps: Remedy = (verdict, { facts }) => {
  const uncovered = facts.overlaps.value?.uncovered ?? 0;
  return nonZero({ overlaps: -uncovered, excepted: uncovered - headsShort(verdict) });
};

// Experts teach more of the hours there are; where too many persons are experts, fewer of them are.
const experts: Remedy = (verdict, { facts, passes }) => {
  const unmet = (name: string) => verdict.parts.some((part) => part.name === name && part.outcome === 'unmet');
  const fewer = unmet('heads') ? expertsTooMany(facts, (count) => passesPart(verdict, passes, count)) : 0;
  const hours = verdict.parts.find((part) => part.name === 'hours');
  const required = hours?.required?.value;
  const figure = facts.hours.value;
  if (!unmet('hours') || figure === null || required === undefined || required === null) return nonZero({ experts: -fewer });
  const needed = subtract({ n: required.n * figure.all.n, d: required.d * figure.all.d }, figure.expert);
  return nonZero({ experts: -fewer, expert_hours: compare(needed, ZERO) > 0 ? needed : ZERO });
};

function expertsTooMany(facts: CampusFacts, passes: (count: number) => boolean): number {
  return leastCount(facts.heads.value?.experts ?? 0, passes) ?? 0;
}

/** Heads alone: with all hours taught by experts, what is left to fail is their number. */
function passesPart(verdict: Verdict, passes: Situation['passes'], count: number): boolean {
  return passes(verdict.standard, { experts: -count, expert_hours: exact(1_000_000_000) });
}

/** In this order: what is added for one standard serves those below it. */
const REMEDIES: readonly (readonly [standard: string, remedy: Remedy])[] = [
  ['R1-b', amount('teaching_area_m2')],
  ['R1-c', amount('land_area_m2')],
  ['R1-d', amount('dormitory_area_m2')],
  ['R1-e', facilities],
  ['R2-a', bases],
  ['R2-b', amount('equipment_yuan')],
  ['R2-c', amount('equipment_yuan')],
  ['R5-e', heads('ideology_teachers')],
  ['R5-d', heads('teachers')],
  ['R5-f', masters],
  ['R5-g', qualified('seniors')],
  ['R5-b', overlaps],
  ['R5-c', (verdict) => nonZero({ unqualified: -headsShort(verdict) })],
  ['R5-h', experts],
  ['R5-i', heads('psychologists')],
  ['R5-j', heads('counsellors')],
  ['R5-k', (verdict) => nonZero({ classes_without_head: -headsShort(verdict) })],
];
