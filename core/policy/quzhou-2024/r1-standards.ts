import type { CampusFacts } from '../../facts/campus-facts.ts';
import { exact, ONE, type Exact } from '../../values/exact.ts';
import { answerOf } from '../../verdict/answer.ts';
import { value, type Fact } from '../../verdict/fact.ts';
import { shortOfNumerator } from '../../verdict/gaps.ts';
import { measuredOf, ratioOf, readingText, type Figure } from '../../verdict/measure.ts';
import type { Outcome, Part, Required } from '../../verdict/verdict.ts';
import { ratioStandard, type Unanswered } from '../../verdict/ratio-standard.ts';
import type { Standard } from '../../verdict/standard.ts';
import { READINGS_OF_HEADS } from './readings.ts';

/** R1: what a campus must offer each student of the higher stage. */

function areaPerHead(
  id: string, zh: string, en: string, parameter: string, area: (facts: CampusFacts) => Fact<Exact>,
): Standard<CampusFacts> {
  return ratioStandard<CampusFacts>({
    id,
    clause: id,
    label: { zh, en },
    basis: 'text',
    op: '>=',
    parameter,
    unit: 'm2/student',
    heads: (f) => f.students,
    needs: (f) => [f.students, area(f)],
    readings: READINGS_OF_HEADS,
    ways: [{ reading: '', figure: () => (f) => ratioOf(area(f), f.students) }],
    gapUnit: 'm2',
    gap: shortOfNumerator,
    evidence: (f) => area(f).evidence,
  });
}

// R1-b: which rooms count is B9; corridors, dormitories and canteens do not.
const teachingRooms = areaPerHead(
  'R1-b', '生均教学行政用房', 'Teaching and administration rooms per student', 'rooms.min_m2', (f) => f.teaching_area_m2,
);

const land = areaPerHead('R1-c', '生均占地面积', 'Land per student', 'land.min_m2', (f) => f.land_area_m2);

// R1-d 待释义: all students or boarders only (B10)? Default: all; the other answer is shown beside it.
const dormitory = ratioStandard<CampusFacts>({
  id: 'R1-d',
  clause: 'R1-d',
  label: { zh: '生均宿舍面积', en: 'Dormitory area per student' },
  basis: 'text',
  op: '>=',
  parameter: 'dorm.min_m2',
  reads: ['dorm.denominator'],
  unit: 'm2/student',
  heads: (f) => f.students,
  needs: (f) => [f.students, f.dormitory_area_m2],
  readings: READINGS_OF_HEADS,
  ways: [
    { reading: 'dorm.denominator=all', figure: () => (f) => ratioOf(f.dormitory_area_m2, f.students) },
    { reading: 'dorm.denominator=boarders', figure: () => perBoarder },
  ],
  chosen: (p) => `dorm.denominator=${String(p.get('dorm.denominator')?.value)}`,
  gapUnit: 'm2',
  gap: shortOfNumerator,
  evidence: (f) => f.dormitory_area_m2.evidence,
});

function perBoarder(facts: CampusFacts): Figure | Unanswered {
  const boarders = facts.boarders.value;
  if (boarders === null) return { outcome: 'undetermined', missing: facts.boarders.missing };
  if (boarders.n === 0n) return { outcome: 'not_applicable', missing: [] };
  return ratioOf(facts.dormitory_area_m2, facts.boarders);
}

// R1-e names no list of facilities: the kinds are our proposal, so the basis is `default`.
const facilities: Standard<CampusFacts> = {
  id: 'R1-e',
  clause: 'R1-e',
  label: { zh: '配套教育教学生活设施', en: 'Supporting facilities' },
  basis: 'default',
  notice: false,
  reads: ['facilities.kinds'],
  bind: (parameters) => {
    const required: Required = {
      op: '>=', value: ONE, from: parameters.get('facilities.kinds')?.from ?? null, parameter: 'facilities.kinds',
    };
    const readings = [readingText(parameters, 'facilities.kinds')];
    return ({ facilities: fact }) => {
      const { present, absent, unreported } = value(fact);
      const outcome = absent.length > 0 ? 'unmet' : unreported.length > 0 ? 'undetermined' : 'met';
      const figure = { numerator: exact(present.length), denominator: exact(present.length + absent.length + unreported.length) };
      return answerOf(facilities, required, {
        outcome,
        measured: measuredOf(outcome === 'undetermined' ? null : figure, 'ratio'),
        missing: unreported,
        readings,
        parts: [...partsOf(present, 'met'), ...partsOf(absent, 'unmet'), ...partsOf(unreported, 'undetermined')],
        evidence: fact.evidence,
      });
    };
  },
};

function partsOf(names: readonly string[], outcome: Outcome): Part[] {
  return names.map((name) => ({ name, outcome, measured: null, required: null }));
}

export const r1Standards: readonly Standard<CampusFacts>[] = [teachingRooms, land, dormitory, facilities];
