import { decimal, exact } from '../values/exact.ts';
import { known } from '../verdict/fact.ts';
import type { CampusFacts } from './campus-facts.ts';

/** For tests: a campus of 36 students that meets every standard of the pack, some of them just so. */
export function madeFacts(given: Partial<CampusFacts> = {}): CampusFacts {
  return {
    students: known(exact(36), [{ sheet: 'students', rows: [2, 3] }]),
    boarders: known(exact(30)),
    majors: known(['460301', '500211']),
    teaching_area_m2: known(decimal('540'), [{ sheet: 'rooms', rows: [2] }]),
    dormitory_area_m2: known(decimal('234')),
    building_area_m2: known(decimal('1000')),
    land_area_m2: known(decimal('1944')),
    facilities: known({ present: ['library', 'canteen', 'sports', 'clinic', 'network', 'counselling_room'], absent: [], unreported: [] }),
    equipment: known({ owned_yuan: decimal('360000'), enterprise_yuan: decimal('0'), new_yuan: decimal('40000') }),
    school_equipment_yuan: known(decimal('200000')),
    bases: known({ majors: new Set(['460301', '500211']), stations: 40 }),
    teachers: known({ persons: 2, share: exact(2), masters: 1, seniors: 1 }),
    ideology: known({ share: exact(1), persons: 1, masters: 1 }),
    external: known(0),
    overlaps: known({ uncovered: 0, excepted: 0, full_time: 2 }),
    unqualified: known(0),
    psychologists: known(1),
    counsellors: known(exact(1)),
    hours: known({ expert: decimal('20'), all: decimal('100') }),
    heads: known({ experts: 0, others: 2 }),
    classes_without_head: known(0),
    ...given,
  };
}
