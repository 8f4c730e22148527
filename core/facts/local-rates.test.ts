import { describe, expect, test } from 'vitest';
import { readTyped, studentRow, type TypedRow, type TypedSheets } from '../check/made-dataset.ts';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { date } from '../values/plain-date.ts';
import type { Fact } from '../verdict/fact.ts';
import type { Figure } from '../verdict/measure.ts';
import { parametersOn } from '../verdict/parameter.ts';
import { localRates, type LocalRates } from './local-rates.ts';
import { regionRowsOf } from './region-rows.ts';

const graduate = (student_id: string, school_id: string): TypedRow => studentRow(student_id, { status: 'graduated', grade: 5, from: '2027-06-25', school_id });
const went = (student_id: string, code: number, workplace_division = ''): TypedRow => ({ student_id, code, workplace_division, recorded_on: '2027-08-20' });

/** Two schools: S1 with one at work here, one elsewhere, one studying on, one enlisted, one without record; S2 with two at work here. */
const sheets: TypedSheets = {
  students: [...['A1', 'A2', 'A3', 'A4', 'A5'].map((id) => graduate(id, 'S1')), graduate('B1', 'S2'), graduate('B2', 'S2')],
  destinations: [went('A1', 11, '330802'), went('A2', 11, '330100'), went('A3', 80), went('A4', 46, '330802'), went('B1', 10, '330881'), went('B2', 75, '330803')],
};

function rated(given: TypedSheets, on = '2027-08-31'): readonly LocalRates[] {
  const { dataset } = readTyped(given);
  const rates = localRates(regionRowsOf(dataset), date(on), parametersOn(quzhou2024.parameters, date(on)));
  if (rates === null) throw new Error('no rule');
  return rates;
}
const said = ({ value }: Fact<Figure>): string => (value === null ? '?' : `${value.numerator.n}/${value.denominator.n}`);
const told = ({ school_id, rates, recorded }: LocalRates): string[] => [school_id ?? 'region', said(rates.without_set_aside), said(rates.all_graduates), said(rates.employed), said(recorded)];

describe('1.2-k, M10-b: the three local rates side by side', () => {
  test('of the region and of each school, with who has a record', () => {
    expect(rated(sheets).map(told)).toEqual([['region', '3/5', '3/7', '3/4', '6/7'], ['S1', '1/3', '1/5', '1/2', '4/5'], ['S2', '2/2', '2/2', '2/2', '2/2']]);
  });

  test('a destination recorded after 31 August is none yet', () => {
    const late = { ...sheets, destinations: [{ ...went('B1', 10, '330881'), recorded_on: '2027-09-01' }, went('B2', 75, '330803')] };
    expect(rated(late, '2027-12-31').map(told)[2]).toEqual(['S2', '1/2', '1/2', '1/1', '1/2']);
  });

  test('without the sheet nothing is known; a year without graduates divides by nothing; no rule, no answer', () => {
    expect(rated({ students: sheets.students ?? [] }).map(told)[0]).toEqual(['region', '?', '?', '?', '?']);
    expect(rated(sheets, '2026-08-31').map(told)[0]).toEqual(['region', '0/0', '0/0', '0/0', '0/0']);
    expect(localRates(regionRowsOf(readTyped(sheets).dataset), date('2027-08-31'), new Map())).toBeNull();
  });
});
