import type { Changes } from '../check/changes.ts';
import type { Judging } from '../check/judging.ts';
import type { SchoolFacts } from '../facts/school-facts.ts';
import { add, exact, subtract, ZERO, type Exact } from '../values/exact.ts';
import type { Fact } from '../verdict/fact.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { MoreClasses } from './class-need.ts';

/** What a school would hand over to its campus. */
export interface HandedOver {
  readonly land_m2: Exact;
  readonly building_m2: Exact;
  readonly equipment_yuan: Exact;
}

/** The other side of more classes: what the rest of the school would be, each change by itself. Notices, never counted (B8). */
export interface SchoolSide {
  readonly handed_over: HandedOver;
  readonly before: readonly Verdict[];
  /** Once everything that the campus needs came out of the school. */
  readonly after_handing_over: readonly Verdict[];
  /** While the classes are still in the first three grades. */
  readonly with_classes: readonly Verdict[];
}

export function schoolSide(school: SchoolFacts, judging: Judging, changes: Changes, { classes, size }: MoreClasses): SchoolSide {
  const handed_over = handedOver(changes);
  return {
    handed_over,
    before: judging.judgeSchool(school),
    after_handing_over: judging.judgeSchool(without(school, handed_over)),
    with_classes: judging.judgeSchool({ ...school, secondary_students: changed(school.secondary_students, (heads) => add(heads, exact(classes * size))) }),
  };
}

function handedOver({ land_area_m2 = ZERO, teaching_area_m2 = ZERO, dormitory_area_m2 = ZERO, equipment_yuan = ZERO }: Changes): HandedOver {
  return { land_m2: land_area_m2, building_m2: add(teaching_area_m2, dormitory_area_m2), equipment_yuan };
}

/** The rest of a school with so much less; a rest may be below zero, which then fails. */
export function without(school: SchoolFacts, { land_m2, building_m2, equipment_yuan }: HandedOver): SchoolFacts {
  return {
    ...school,
    land_m2: changed(school.land_m2, (all) => subtract(all, land_m2)),
    building_m2: changed(school.building_m2, (all) => subtract(all, building_m2)),
    equipment_yuan: changed(school.equipment_yuan, (all) => subtract(all, equipment_yuan)),
  };
}

function changed(fact: Fact<Exact>, change: (value: Exact) => Exact): Fact<Exact> {
  return fact.value === null ? fact : { ...fact, value: change(fact.value) };
}
