import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgingOn } from '../check/judging.ts';
import { applyChanges } from '../check/what-if.ts';
import type { CampusFacts } from '../facts/campus-facts.ts';
import { madeFacts } from '../facts/made-facts.ts';
import type { SchoolFacts } from '../facts/school-facts.ts';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { decimal, exact, type Exact } from '../values/exact.ts';
import { date } from '../values/plain-date.ts';
import { known, unreported } from '../verdict/fact.ts';
import { classNeed, oneLess } from './class-need.ts';
import { schoolSide } from './school-side.ts';

const judging = judgingOn(quzhou2024, date('2025-10-31'));
const staff = (persons: number, masters: number, seniors: number) => known({ persons, share: exact(persons), masters, seniors });
const need = (given: Partial<CampusFacts>, classes: number, size: number) => classNeed(madeFacts(given), judging, { classes, size });
const amounts = (given: Partial<CampusFacts>, classes: number, size: number) => Object.fromEntries(need(given, classes, size).items.map(({ key, amount }) => [key, amount]));

/** 180 students whose rooms, land, dormitory, equipment and staff are just enough. */
const full: Partial<CampusFacts> = {
  students: known(exact(180)), boarders: known(exact(180)), teaching_area_m2: known(decimal('2700')), land_area_m2: known(decimal('9720')),
  dormitory_area_m2: known(decimal('1170')), equipment: known({ owned_yuan: decimal('1800000'), enterprise_yuan: decimal('0'), new_yuan: decimal('900000') }),
  teachers: staff(10, 10, 10), ideology: known({ share: exact(1), persons: 1, masters: 1 }), counsellors: known(exact(1)),
};

describe('one more class', () => {
  test('of 45 at a full campus: rooms, land, dormitory, equipment, teachers and a counsellor for exactly 45', () => {
    expect(amounts(full, 1, 45)).toEqual({
      teaching_area_m2: decimal('675.00'), land_area_m2: decimal('2430.00'), dormitory_area_m2: decimal('292.50'), equipment_yuan: decimal('450000.00'),
      teachers: exact(3), counsellors: exact(1),
    });
  });

  test('of 20 students asks for no further counsellor up to the 200th head, and for one at the 201st', () => {
    expect(amounts(full, 1, 20)).not.toHaveProperty('counsellors');
    expect(amounts(full, 1, 21)).toHaveProperty('counsellors', exact(1));
  });

  test('tells which standard asks for each item, and what is lacking anyway', () => {
    const { items } = need({ ...full, teaching_area_m2: known(decimal('2690')) }, 1, 45);
    expect(items.find(({ key }) => key === 'teaching_area_m2')).toEqual({ key: 'teaching_area_m2', amount: decimal('685.00'), anyway: decimal('10.00'), codes: [], standards: ['R1-b'] });
    expect(items.find(({ key }) => key === 'teachers')?.standards).toContain('R5-d');
  });

  test('leaves what was not reported by name: missing is not zero', () => {
    expect(need({ ...full, land_area_m2: unreported('land') }, 1, 45).left).toEqual(['R1-c']);
  });
});

const hundredths = (max: number) => fc.integer({ min: 0, max }).map((n): Exact => ({ n: BigInt(n), d: 100n }));
const anyCampus = fc.record({
  students: fc.integer({ min: 1, max: 3000 }), teaching: hundredths(5_000_000), land: hundredths(20_000_000), dormitory: hundredths(2_000_000),
  owned: hundredths(1_000_000_000), persons: fc.nat(200), masters: fc.nat(100), seniors: fc.nat(100), ideology: fc.nat(10), counsellors: fc.nat(15), psychologists: fc.nat(2),
}).map((r) => madeFacts({
  students: known(exact(r.students)), boarders: known(exact(r.students)), teaching_area_m2: known(r.teaching), land_area_m2: known(r.land), dormitory_area_m2: known(r.dormitory),
  equipment: known({ owned_yuan: r.owned, enterprise_yuan: decimal('0'), new_yuan: r.owned }),
  teachers: staff(Math.max(r.persons, r.ideology), Math.floor((r.persons * r.masters) / 100), Math.floor((r.persons * r.seniors) / 100)),
  ideology: known({ share: exact(r.ideology), persons: r.ideology, masters: 0 }), counsellors: known(exact(r.counsellors)), psychologists: known(r.psychologists),
  overlaps: known({ uncovered: 0, excepted: 0, full_time: Math.max(r.persons, r.ideology) }), heads: known({ experts: 0, others: r.persons }),
}));

test('with exactly what is needed every standard passes, and with one unit less of any item one of those that are named does not', () => {
  fc.assert(fc.property(anyCampus, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 60 }), (facts, classes, size) => {
    const { facts: filled, changes, items, left } = classNeed(facts, judging, { classes, size });
    const unmet = (tried: typeof changes) => judging.judgeCampus(applyChanges(filled, tried)).filter(({ outcome }) => outcome === 'unmet').map(({ standard }) => standard);
    expect([unmet(changes), left]).toEqual([[], []]);
    for (const { key, standards } of items) {
      expect(standards, key).not.toEqual([]);
      expect(unmet(oneLess(changes, key))).toEqual(standards);
    }
  }), { numRuns: 200 });
});

describe('the rest of the school', () => {
  const school: SchoolFacts = {
    secondary_students: known(exact(1000)), secondary_teachers: known(exact(50)), land_m2: known(decimal('40000')), building_m2: known(decimal('20000')), equipment_yuan: known(decimal('4000000')),
  };
  const outcomes = (verdicts: readonly { readonly standard: string; readonly outcome: string }[]) => Object.fromEntries(verdicts.map(({ standard, outcome }) => [standard, outcome]));
  const limit = (key: string) => judging.parameters.get(key)?.value as Exact;
  const { n, d } = limit('secondary.building.min_m2');
  const atTheLine = { ...school, building_m2: known({ n: n * 1000n, d }) };

  test('at its own line has nothing to hand over, and one square metre above it exactly one', () => {
    const one = { teaching_area_m2: decimal('1') };
    expect(outcomes(schoolSide(atTheLine, judging, one, { classes: 1, size: 45 }).after_handing_over)['S-building']).toBe('unmet');
    const above = { ...atTheLine, building_m2: known({ n: n * 1000n + d, d }) };
    expect(outcomes(schoolSide(above, judging, one, { classes: 1, size: 45 }).after_handing_over)['S-building']).toBe('met');
  });

  test('rooms to teach and to sleep in are both its buildings', () => {
    expect(schoolSide(school, judging, { teaching_area_m2: decimal('300'), dormitory_area_m2: decimal('50'), land_area_m2: decimal('7') }, { classes: 1, size: 45 }).handed_over)
      .toEqual({ building_m2: decimal('350'), land_m2: decimal('7'), equipment_yuan: decimal('0') });
  });

  test('holds the class for three years before: its buildings at the line do not', () => {
    const { before, with_classes } = schoolSide(atTheLine, judging, {}, { classes: 1, size: 1 });
    expect([outcomes(before)['S-building'], outcomes(with_classes)['S-building']]).toEqual(['met', 'unmet']);
  });
});
