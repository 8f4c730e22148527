import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CampusFacts } from '../facts/campus-facts.ts';
import { madeFacts } from '../facts/made-facts.ts';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { decimal, exact, subtract, type Exact } from '../values/exact.ts';
import { date } from '../values/plain-date.ts';
import { known, unreported } from '../verdict/fact.ts';
import { AMOUNT_CHANGES, HEAD_CHANGES, type Changes } from './changes.ts';
import { judgingOn, type Judging } from './judging.ts';
import { leastChange } from './least-change.ts';
import { applyChanges } from './what-if.ts';

const judging = judgingOn(quzhou2024, date('2025-10-31'));

function unmet(facts: CampusFacts, changes: Changes, by: Judging = judging): string[] {
  return by.judgeCampus(applyChanges(facts, changes)).filter((v) => v.outcome === 'unmet').map((v) => v.standard);
}

const least = (given: Partial<CampusFacts>, by = judging) => leastChange(madeFacts(given), by);
const staff = (persons: number, masters: number, seniors: number) => known({ persons, share: exact(persons), masters, seniors });

describe('the least change that passes', () => {
  test('nothing where everything is met', () => {
    expect(least({})).toEqual({ changes: {}, left: [] });
  });

  test('one square metre short: one square metre', () => {
    expect(least({ teaching_area_m2: known(decimal('539')) }).changes).toEqual({ teaching_area_m2: decimal('1.00') });
  });

  test('ideology teachers are among the teachers: one person serves both ratios', () => {
    const { changes, left } = least({ teachers: staff(1, 1, 1), ideology: known({ share: exact(0), persons: 0, masters: 0 }) });
    expect(changes).toEqual({ ideology_teachers: 1 });
    expect(left).toEqual([]);
  });

  test('those who are added anyway bring the degrees and titles that are missing', () => {
    const { changes } = least({ students: known(exact(72)), teachers: staff(2, 0, 0), ...spacious });
    expect(changes).toEqual({ teachers: 2, masters: 2, seniors: 2 });
  });

  test('degrees alone: persons with a degree are added until half hold one', () => {
    expect(least({ teachers: staff(4, 1, 2) }).changes).toEqual({ teachers: 2, masters: 2 });
  });

  test('a lifted cap is counted: one teacher lets one external teacher count as well', () => {
    const facts = { students: known(exact(81)), teachers: staff(3, 3, 3), external: known(1), ...spacious };
    expect(least(facts).changes).toEqual({ teachers: 1 });
  });

  test('equipment serves the value per head and the share of new equipment at once', () => {
    const { changes } = least({ equipment: known({ owned_yuan: decimal('359000'), enterprise_yuan: decimal('0'), new_yuan: decimal('0') }) });
    expect(changes).toEqual({ equipment_yuan: decimal('35900.00') });
  });

  test('persons in both stages, unqualified ones, classes without head are settled', () => {
    const { changes, left } = least({ overlaps: known({ uncovered: 2, excepted: 1, full_time: 9 }), unqualified: known(3), classes_without_head: known(1) });
    expect(changes).toEqual({ overlaps: -2, excepted: -1, unqualified: -3, classes_without_head: -1 });
    expect(left).toEqual([]);
  });

  test('what was not reported is left, by name', () => {
    const { changes, left } = least({ land_area_m2: unreported('land'), psychologists: known(0) });
    expect(changes).toEqual({ psychologists: 1 });
    expect(left).toEqual(['R1-c']);
  });

  test('with degrees asked of ideology teachers only, those are added', () => {
    const ideology = judgingOn(quzhou2024, date('2025-10-31'), new Map([['masters.base', 'ideology']]));
    const { changes } = least({ ideology: known({ share: exact(1), persons: 1, masters: 0 }) }, ideology);
    expect(changes).toEqual({ ideology_teachers: 1, masters: 1, ideology_masters: 1 });
  });
});

const spacious = {
  teaching_area_m2: known(decimal('99999')), land_area_m2: known(decimal('99999')), dormitory_area_m2: known(decimal('99999')),
  equipment: known({ owned_yuan: decimal('9999999'), enterprise_yuan: decimal('0'), new_yuan: decimal('5000000') }),
} as const satisfies Partial<CampusFacts>;

const hundredths = (max: number) => fc.integer({ min: 0, max }).map((n): Exact => ({ n: BigInt(n), d: 100n }));
const whole = (max: number) => fc.integer({ min: 0, max });

const anyFacts = fc
  .record({
    students: fc.integer({ min: 1, max: 5000 }), teaching: hundredths(9_000_000), land: hundredths(30_000_000), dormitory: hundredths(4_000_000),
    owned: hundredths(2_000_000_000), enterprise: hundredths(500_000_000), fresh: whole(100),
    persons: whole(300), masters: whole(100), seniors: whole(100), ideology: whole(20), external: whole(100),
    psychologists: whole(3), counsellors: whole(30), uncovered: whole(5), excepted: whole(5), unqualified: whole(3), headless: whole(3),
    expert: whole(100), experts: whole(20), absent: fc.boolean(),
  })
  .map((r) => {
    const persons = Math.max(r.persons, r.ideology);
    const owned = r.owned;
    return madeFacts({
      students: known(exact(r.students)), teaching_area_m2: known(r.teaching), land_area_m2: known(r.land), dormitory_area_m2: known(r.dormitory),
      equipment: known({ owned_yuan: owned, enterprise_yuan: r.enterprise, new_yuan: { n: (owned.n * BigInt(r.fresh)) / 200n, d: 100n } }),
      teachers: staff(persons, Math.floor((persons * r.masters) / 100), Math.floor((persons * r.seniors) / 100)),
      ideology: known({ share: exact(r.ideology), persons: r.ideology, masters: 0 }), external: known(r.external),
      overlaps: known({ uncovered: r.uncovered, excepted: r.excepted, full_time: persons + r.uncovered + r.excepted }),
      psychologists: known(r.psychologists), counsellors: known(exact(r.counsellors)), unqualified: known(r.unqualified),
      classes_without_head: known(r.headless), hours: known({ expert: exact(r.expert), all: exact(100) }),
      heads: known({ experts: r.experts, others: persons }),
      ...(r.absent && { facilities: known({ present: ['library', 'canteen', 'sports', 'network', 'counselling_room'], absent: ['clinic'], unreported: [] }) }),
    });
  });

/** Degrees and titles go with those who are added: nobody there already gains one. */
function withoutGains(changes: Changes): Changes {
  const added = (changes.teachers ?? 0) + (changes.ideology_teachers ?? 0);
  return { ...changes, masters: Math.min(added, changes.masters ?? 0), seniors: Math.min(added, changes.seniors ?? 0) };
}

/** One unit less of one of the changes. */
function* oneLess(changes: Changes): Generator<Changes> {
  for (const key of HEAD_CHANGES) {
    const value = changes[key] ?? 0;
    if (value !== 0) yield withoutGains({ ...changes, [key]: value > 0 ? value - 1 : value + 1 });
  }
  for (const key of AMOUNT_CHANGES) {
    const value = changes[key];
    if (value !== undefined) yield { ...changes, [key]: subtract(value, { n: 1n, d: 100n }) };
  }
}

describe('for any campus', () => {
  test('the least change leaves nothing unmet', () => {
    fc.assert(fc.property(anyFacts, (facts) => {
      const { changes, left } = leastChange(facts, judging);
      expect(unmet(facts, changes)).toEqual([]);
      expect(left).toEqual([]);
    }), { numRuns: 300 });
  });

  test('and one unit less of anything is not enough', () => {
    fc.assert(fc.property(anyFacts, (facts) => {
      const { changes } = leastChange(facts, judging);
      for (const less of oneLess(changes)) expect(unmet(facts, less), JSON.stringify(less, (_k, v: unknown) => (typeof v === 'bigint' ? String(v) : v))).not.toEqual([]);
    }), { numRuns: 300 });
  });
});
