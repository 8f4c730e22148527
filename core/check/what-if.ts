import type { CampusFacts } from '../facts/campus-facts.ts';
import { add, compare, exact, least, ZERO, type Exact } from '../values/exact.ts';
import type { Fact } from '../verdict/fact.ts';
import type { Changes } from './changes.ts';

/**
 * The facts of a campus with imagined changes. Nothing falls below zero, nobody holds a degree or title
 * who is not there, and what was not reported stays unknown: missing is not zero.
 */
export function applyChanges(facts: CampusFacts, changes: Changes): CampusFacts {
  return { ...facts, ...studentChanges(facts, changes), ...premisesChanges(facts, changes), ...staffChanges(facts, changes) };
}

type Some = Partial<CampusFacts>;

function studentChanges(facts: CampusFacts, { students = 0, boarders = 0, majors = [] }: Changes): Some {
  return {
    students: changed(facts.students, (n) => moreHeads(n, students)),
    boarders: changed(facts.boarders, (n) => moreHeads(n, boarders)),
    majors: changed(facts.majors, (all) => [...new Set([...all, ...majors])].sort()),
  };
}

function premisesChanges(facts: CampusFacts, changes: Changes): Some {
  const { teaching_area_m2 = ZERO, dormitory_area_m2 = ZERO, land_area_m2 = ZERO, equipment_yuan = ZERO } = changes;
  const { facilities = [], majors_with_base = [], stations = 0, classes_without_head = 0 } = changes;
  const there = new Set(facilities);
  return {
    teaching_area_m2: changed(facts.teaching_area_m2, (m2) => more(m2, teaching_area_m2)),
    dormitory_area_m2: changed(facts.dormitory_area_m2, (m2) => more(m2, dormitory_area_m2)),
    land_area_m2: changed(facts.land_area_m2, (m2) => more(m2, land_area_m2)),
    facilities: changed(facts.facilities, ({ present, absent, unreported }) => ({
      present: [...new Set([...present, ...facilities])],
      absent: absent.filter((kind) => !there.has(kind)),
      unreported: unreported.filter((kind) => !there.has(kind)),
    })),
    bases: changed(facts.bases, (b) => ({
      majors: new Set([...b.majors, ...majors_with_base]),
      stations: moreCount(b.stations, stations),
    })),
    equipment: changed(facts.equipment, (e) => ({
      ...e,
      owned_yuan: more(e.owned_yuan, equipment_yuan),
      new_yuan: more(e.new_yuan, equipment_yuan),
    })),
    classes_without_head: changed(facts.classes_without_head, (n) => moreCount(n, classes_without_head)),
  };
}

function staffChanges(facts: CampusFacts, changes: Changes): Some {
  const { teachers = 0, ideology_teachers = 0, masters = 0, ideology_masters = 0, seniors = 0 } = changes;
  const { external_teachers = 0, counsellors = 0, psychologists = 0, unqualified = 0 } = changes;
  const { overlaps = 0, excepted = 0, experts = 0, expert_hours = ZERO } = changes;
  const heads = teachers + ideology_teachers;
  return {
    teachers: changed(facts.teachers, (t) => {
      const persons = moreCount(t.persons, heads);
      return {
        persons,
        share: more(t.share, exact(heads)),
        masters: atMost(moreCount(t.masters, masters), persons),
        seniors: atMost(moreCount(t.seniors, seniors), persons),
      };
    }),
    ideology: changed(facts.ideology, (t) => {
      const persons = moreCount(t.persons, ideology_teachers);
      return { persons, share: more(t.share, exact(ideology_teachers)), masters: atMost(moreCount(t.masters, ideology_masters), persons) };
    }),
    external: changed(facts.external, (n) => moreCount(n, external_teachers)),
    overlaps: changed(facts.overlaps, (o) => ({
      uncovered: moreCount(o.uncovered, overlaps),
      excepted: moreCount(o.excepted, excepted),
      full_time: moreCount(o.full_time, heads),
    })),
    unqualified: changed(facts.unqualified, (n) => moreCount(n, unqualified)),
    psychologists: changed(facts.psychologists, (n) => moreCount(n, psychologists)),
    counsellors: changed(facts.counsellors, (n) => more(n, exact(counsellors))),
    hours: changed(facts.hours, ({ expert, all }) => ({ expert: least(more(expert, expert_hours), all), all })),
    heads: changed(facts.heads, (h) => ({ experts: moreCount(h.experts, experts), others: moreCount(h.others, heads) })),
  };
}

function changed<T>(fact: Fact<T>, change: (value: T) => T): Fact<T> {
  return fact.value === null ? fact : { ...fact, value: change(fact.value) };
}

function more(value: Exact, by: Exact): Exact {
  if (by.n === 0n) return value;
  const sum = add(value, by);
  return compare(sum, ZERO) < 0 ? ZERO : sum;
}

function moreHeads(value: Exact, by: number): Exact {
  return more(value, exact(by));
}

function moreCount(value: number, by: number): number {
  return Math.max(0, value + by);
}

function atMost(value: number, most: number): number {
  return Math.min(value, most);
}
