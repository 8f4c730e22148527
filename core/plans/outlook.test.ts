import { describe, expect, test } from 'vitest';
import { campusOnTheLine, readTyped, type TypedSheets } from '../check/made-dataset.ts';
import { forecastFrom } from '../forecast/forecast.ts';
import { groundOf } from '../forecast/ground.ts';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { date } from '../values/plain-date.ts';
import { beyondLine, higherLine, planRules } from './higher-line.ts';
import { planOutlook, unexplained } from './outlook.ts';
import { parametersOn } from '../verdict/parameter.ts';

const ON = date('2025-10-31');
const PLAN = { year: 2026, lag: 3, programmes: ['P', 'Q'] };
const programme = (programme_id: string, campus_id: string | null) => ({ programme_id, school_id: 'S', college_id: 'H', ...(campus_id !== null && { campus_id }), secondary_code: '660103', higher_code: '460103', name: programme_id });
const intake = (programme_id: string, year: number, planned: number) => ({ year, school_id: 'S', programme_id, planned });

function ground(...intakes: ReturnType<typeof intake>[]) {
  const sheets: TypedSheets = { ...campusOnTheLine(), programmes: [programme('P', 'C'), programme('Q', 'C')], intakes };
  const { dataset, problems } = readTyped(sheets);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return groundOf(dataset, quzhou2024, ON, 2030);
}
const line = (programme_id: string, secondary_heads: number, reason: string | null = null) => ({ programme_id, secondary_heads, reason });
const told = (rows: readonly { readonly year: number; readonly students: number | null }[]) => rows.map(({ year, students }) => [year, students]);

describe('S2-a: the forecast with a plan in it', () => {
  const before = [intake('P', 2025, 40), intake('Q', 2025, 10)];

  test('is the forecast of the same registers with the plan’s numbers in them', () => {
    const { campuses: [campus] } = planOutlook(ground(...before), { ...PLAN, lines: [line('P', 60), line('Q', 20)] });
    const whole = forecastFrom(ground(...before, intake('P', 2026, 60), intake('Q', 2026, 20)), 'pack').rows.filter(({ year }) => year >= 2029);
    expect(told(campus?.years ?? [])).toEqual(told(whole));
    expect(campus?.years.map(({ verdicts }) => verdicts.map(({ outcome }) => outcome))).toEqual(whole.map(({ verdicts }) => verdicts.map(({ outcome }) => outcome)));
  });

  test('a programme without a line takes nobody, whatever was planned for it before', () => {
    const { campuses: [campus] } = planOutlook(ground(...before, intake('Q', 2026, 500)), { ...PLAN, lines: [line('P', 60)] });
    expect(told(campus?.years ?? [])).toEqual(told(forecastFrom(ground(...before, intake('P', 2026, 60), intake('Q', 2026, 0)), 'pack').rows.filter(({ year }) => year >= 2029)));
  });

  test('a later year that is planned already stays as it is', () => {
    const later = [...before, intake('P', 2027, 7)];
    const { campuses: [campus] } = planOutlook(ground(...later), { ...PLAN, lines: [line('P', 60), line('Q', 20)] });
    expect(told(campus?.years ?? [])).toEqual(told(forecastFrom(ground(...later, intake('P', 2026, 60), intake('Q', 2026, 20)), 'pack').rows.filter(({ year }) => year >= 2029)));
  });

  test('one head too many in either year is beyond, as many as it holds are not; nobody is never too many', () => {
    const at = ground(intake('P', 2025, 0));
    const ask = (n: number) => planOutlook(at, { ...PLAN, lines: [line('P', n), line('Q', 0)] });
    const most = (n: number) => Math.max(...(ask(n).campuses[0]?.years ?? []).map(({ students }) => students ?? 0));
    const capacity = Math.min(...(ask(0).campuses[0]?.years ?? []).map((year) => year.capacity.students ?? 0));
    const filling = Array.from({ length: 2000 }, (_, n) => n).findLast((n) => most(n) <= capacity) ?? 0;
    expect([ask(filling).fits.get('P'), ask(filling + 1).fits.get('P'), ask(filling + 1).fits.get('Q')]).toEqual(['within', 'beyond', 'within']);
    expect(unexplained(ask(filling + 1), [line('P', filling + 1)])).toEqual(['P']);
    expect(unexplained(ask(filling + 1), [line('P', filling + 1, '二期')])).toEqual([]);
    expect(unexplained(ask(filling), [line('P', filling)])).toEqual([]);
  });

  test('where nobody can tell at which campus, nobody can tell whether it fits', () => {
    const { dataset } = readTyped({ ...campusOnTheLine(), campuses: [], programmes: [programme('P', null)], intakes: before });
    expect(planOutlook(groundOf(dataset, quzhou2024, ON, 2030), { ...PLAN, lines: [line('P', 9)] }).fits.get('P')).toBe('unknown');
  });
});

describe('M8-c, B47: the line of the higher stage', () => {
  const rules = planRules(parametersOn(quzhou2024.parameters, ON));
  test('is the same quota three years on', () => {
    expect(rules).toEqual({ lag: 3, both: true });
    expect(higherLine({ lag: 3, both: true }, 2026, 45)).toEqual({ year: 2029, heads: 45 });
  });
  test('B47: as many as it holds step up, one more does not; a cohort that was never planned is held back by none', () => {
    const lines = new Map([['P', 45]]);
    expect(beyondLine(new Map([['P', 45], ['Q', 99]]), lines)).toEqual([]);
    expect(beyondLine(new Map([['P', 46]]), lines)).toEqual([{ programme_id: 'P', heads: 46, line: 45 }]);
  });
  test('is none where the plan counts in the secondary stage alone, and where no rule is in force there is no plan', () => {
    expect(higherLine({ lag: 3, both: false }, 2026, 45)).toBeNull();
    expect(planRules(parametersOn(quzhou2024.parameters, date('2024-05-28')))).toBeNull();
  });
});
