import type { CampusFacts } from '../../facts/campus-facts.ts';
import type { EquipmentValues } from '../../facts/equipment.ts';
import { add, compare, divide, exact, least, multiply, ONE, scaled, subtract, type Exact } from '../../values/exact.ts';
import { answerOf } from '../../verdict/answer.ts';
import { value } from '../../verdict/fact.ts';
import { shortOfNumerator } from '../../verdict/gaps.ts';
import { measuredOf, readingText, requiredBy, type Figure } from '../../verdict/measure.ts';
import { missingOf, ratioStandard } from '../../verdict/ratio-standard.ts';
import type { Standard } from '../../verdict/standard.ts';
import type { Parameter, ParametersInForce } from '../../verdict/parameter.ts';
import type { Required } from '../../verdict/verdict.ts';
import { READINGS_OF_HEADS } from './readings.ts';

/** R2: the training base of a campus and its equipment. */

// R2-a 待释义: how many work stations are "as needed"? Off by default; a number asks for ⌈students ÷ it⌉.
const bases: Standard<CampusFacts> = {
  id: 'R2-a',
  clause: 'R2-a',
  label: { zh: '实训基地覆盖专业', en: 'Training bases for every major' },
  basis: 'text',
  notice: false,
  reads: ['base.students_per_station'],
  bind: (parameters) => {
    const perStation = parameters.get('base.students_per_station');
    const required: Required = { op: '>=', value: ONE, from: perStation?.from ?? null, parameter: 'base.students_per_station' };
    const readings = [readingText(parameters, 'base.students_per_station')];
    return (facts) => {
      if (facts.students.value?.n === 0n) return answerOf(bases, required, { outcome: 'not_applicable', reason: 'no_students', readings });
      const missing = missingOf([facts.majors, facts.bases]);
      const evidence = facts.bases.evidence;
      if (missing.length > 0) return answerOf(bases, required, { outcome: 'undetermined', missing, readings, evidence });
      const { majors: named, stations } = value(facts.bases);
      const majors = value(facts.majors);
      const without = majors.filter((major) => !named.has(major));
      const short = stationsShort(stations, value(facts.students), perStation);
      const met = without.length === 0 && short === 0n;
      return answerOf(bases, required, {
        outcome: met ? 'met' : 'unmet',
        measured: measuredOf({ numerator: exact(majors.length - without.length), denominator: exact(majors.length) }, 'ratio'),
        gap: without.length > 0 ? { value: exact(without.length), unit: 'major' } : short > 0n ? { value: exact(short), unit: 'station' } : null,
        readings,
        parts: [
          ...without.map((name) => ({ name, outcome: 'unmet' as const, measured: null, required: null })),
          ...(short === 0n ? [] : [{ name: 'stations', outcome: 'unmet' as const, measured: null, required: null }]),
        ],
        evidence,
      });
    };
  },
};

/** Stations to add until each serves at most the number of students set; none while the reading is off. */
function stationsShort(stations: number, students: Exact, perStation: Parameter | undefined): bigint {
  if (perStation === undefined || typeof perStation.value !== 'object') return 0n;
  const short = scaled(divide(students, perStation.value), 0, 'up') - BigInt(stations);
  return short > 0n ? short : 0n;
}

// R2-b 待释义: whose equipment, at what value (B11)? Original value × share; firms' part capped.
const equipmentPerHead = ratioStandard<CampusFacts>({
  id: 'R2-b',
  clause: 'R2-b',
  label: { zh: '生均教学科研仪器设备值', en: 'Teaching and research equipment per student' },
  basis: 'text',
  op: '>=',
  parameter: 'equip.min_yuan',
  reads: ['equip.firm_cap'],
  unit: 'yuan/student',
  heads: (f) => f.students,
  needs: (f) => [f.students, f.equipment],
  readings: [...READINGS_OF_HEADS, 'equip.scope', 'equip.value', 'equip.min_item', 'equip.firm_cap'],
  ways: [{
    reading: '',
    figure: (parameters) => {
      const cap = requiredBy(parameters, 'equip.firm_cap', '<=').value;
      const perOwned = divide(cap, subtract(ONE, cap));
      return (f) => ({ numerator: countedYuan(value(f.equipment), perOwned), denominator: value(f.students) });
    },
  }],
  gapUnit: 'yuan',
  gap: shortOfNumerator,
  evidence: (f) => f.equipment.evidence,
});

/** Own equipment, and enterprises' up to `perOwned` times as much: 30 % of the whole is 3/7 of the rest. */
function countedYuan(values: EquipmentValues, perOwned: Exact): Exact {
  return add(values.owned_yuan, least(values.enterprise_yuan, multiply(values.owned_yuan, perOwned)));
}

// R2-c 待释义: new ÷ (total − new) or new ÷ total (B12)? Default: the former, the other is shown beside it.
const newEquipment = ratioStandard<CampusFacts>({
  id: 'R2-c',
  clause: 'R2-c',
  label: { zh: '当年新增设备占比', en: 'Share of equipment new this year' },
  basis: 'text',
  op: '>=',
  parameter: 'equip.new_ratio.min',
  reads: ['equip.new_ratio.denominator', 'equip.new_ratio.exempt_total', 'equip.new_ratio.exempt_new'],
  unit: 'ratio',
  amounts: 'yuan',
  needs: (f) => [f.equipment],
  readings: ['equip.min_item', 'equip.new_ratio.year'],
  ways: [
    { reading: 'equip.new_ratio.denominator=total_minus_new', figure: () => (f) => {
      const values = value(f.equipment);
      return { numerator: values.new_yuan, denominator: subtract(totalYuan(values), values.new_yuan) };
    } },
    { reading: 'equip.new_ratio.denominator=total', figure: () => (f) => {
      const values = value(f.equipment);
      return { numerator: values.new_yuan, denominator: totalYuan(values) };
    } },
  ],
  chosen: (p) => readingText(p, 'equip.new_ratio.denominator'),
  settled: (parameters) => {
    const exemptTotal = requiredBy(parameters, 'equip.new_ratio.exempt_total', '>').value;
    const exemptNew = requiredBy(parameters, 'equip.new_ratio.exempt_new', '>').value;
    return (f) => {
      const values = value(f.equipment);
      const total = totalYuan(values);
      if (compare(total, values.new_yuan) === 0) return { outcome: 'not_applicable', reason: 'first_year' };
      const exempt = compare(total, exemptTotal) > 0 && compare(values.new_yuan, exemptNew) > 0;
      return exempt ? { outcome: 'met', reason: 'exempt' } : null;
    };
  },
  gapUnit: 'yuan',
  gap: newYuanShort,
  evidence: (f) => f.equipment.evidence,
});

function totalYuan(values: EquipmentValues): Exact {
  return add(values.owned_yuan, values.enterprise_yuan);
}

/**
 * Yuan of new equipment to buy, the least of two ways to pass. By the ratio: what is bought is in the total
 * too, so ÷ total asks for more than ÷ (total − new). By the exemption: above both of its limits.
 */
function newYuanShort(figure: Figure, required: Exact, parameters: ParametersInForce): Exact {
  const ofTotal = parameters.get('equip.new_ratio.denominator')?.value === 'total';
  const total = ofTotal ? figure.denominator : add(figure.denominator, figure.numerator);
  const byRatio = ofTotal
    ? upToFen(divide(subtract(multiply(required, total), figure.numerator), subtract(ONE, required)))
    : shortOfNumerator(figure, required);
  const exemptTotal = requiredBy(parameters, 'equip.new_ratio.exempt_total', '>').value;
  const exemptNew = requiredBy(parameters, 'equip.new_ratio.exempt_new', '>').value;
  const [totalAbove, newAbove] = [fenToExceed(exemptTotal, total), fenToExceed(exemptNew, figure.numerator)];
  return least(byRatio, compare(totalAbove, newAbove) > 0 ? totalAbove : newAbove);
}

function upToFen(yuan: Exact): Exact {
  return { n: scaled(yuan, 2, 'up'), d: 100n };
}

/** The least whole fen that lifts `there` above the limit, not only to it. */
function fenToExceed(limit: Exact, there: Exact): Exact {
  return { n: scaled(subtract(limit, there), 2, 'down') + 1n, d: 100n };
}

export const r2Standards: readonly Standard<CampusFacts>[] = [bases, equipmentPerHead, newEquipment];
