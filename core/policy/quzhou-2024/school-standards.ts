import type { SchoolFacts } from '../../facts/school-facts.ts';
import type { Exact } from '../../values/exact.ts';
import type { Fact } from '../../verdict/fact.ts';
import { shortOfNumerator, shortOfPosts } from '../../verdict/gaps.ts';
import { ratioOf } from '../../verdict/measure.ts';
import { ratioStandard } from '../../verdict/ratio-standard.ts';
import type { Standard } from '../../verdict/standard.ts';

/**
 * What is left of the school must still serve its secondary students (B8). The municipal policy does not
 * say so; a wider rule for secondary schools does. Notices: shown, never counted.
 */
function rest(
  id: string, zh: string, en: string, parameter: string, unit: 'm2' | 'yuan', amount: (facts: SchoolFacts) => Fact<Exact>,
): Standard<SchoolFacts> {
  return ratioStandard<SchoolFacts>({
    id,
    clause: 'M2-a',
    label: { zh, en },
    basis: 'wider_rule',
    notice: true,
    op: '>=',
    parameter,
    unit: `${unit}/student`,
    heads: (f) => f.secondary_students,
    needs: (f) => [f.secondary_students, amount(f)],
    readings: ['area.shared'],
    ways: [{ reading: '', figure: () => (f) => ratioOf(amount(f), f.secondary_students) }],
    gapUnit: unit,
    gap: shortOfNumerator,
    evidence: (f) => amount(f).evidence,
  });
}

const teachers = ratioStandard<SchoolFacts>({
  id: 'S-teachers',
  clause: 'M2-a',
  label: { zh: '中职部生师比', en: 'Secondary students per teacher' },
  basis: 'wider_rule',
  notice: true,
  op: '<=',
  parameter: 'secondary.ratio.max_students',
  unit: 'student/teacher',
  heads: (f) => f.secondary_students,
  needs: (f) => [f.secondary_students, f.secondary_teachers],
  ways: [{ reading: '', figure: () => (f) => ratioOf(f.secondary_students, f.secondary_teachers) }],
  gapUnit: 'person',
  gap: shortOfPosts,
  evidence: (f) => f.secondary_teachers.evidence,
});

export const schoolStandards: readonly Standard<SchoolFacts>[] = [
  rest('S-land', '中职部生均占地', 'Land per secondary student', 'secondary.land.min_m2', 'm2', (f) => f.land_m2),
  rest('S-building', '中职部生均校舍', 'Buildings per secondary student', 'secondary.building.min_m2', 'm2', (f) => f.building_m2),
  rest('S-equipment', '中职部生均设备', 'Equipment per secondary student', 'secondary.equipment.min_yuan', 'yuan', (f) => f.equipment_yuan),
  teachers,
];
