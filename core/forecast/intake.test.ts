import { describe, expect, test } from 'vitest';
import type { TypedRow, TypedSheets } from '../check/made-dataset.ts';
import { foresee, onTheLine, pupils } from './made-future.ts';

const DAY = '2025-10-31';
const intake = (given: TypedRow) => ({ school_id: 'S', programme_id: 'P', ...given });
const intakes = (sheets: TypedSheets, to: number) => foresee(onTheLine({ students: [], ...sheets }), DAY, to).region.map(({ intakes: all }) => {
  const found = all.find(({ programme_id }) => programme_id === 'P')?.intake;
  return [found?.students, found?.origin, found?.of_year];
});

describe('the intake of a year to come', () => {
  test('is registered, else admitted, else planned', () => {
    const rows = [intake({ year: 2026, planned: 50, admitted: 48, registered: 47 }), intake({ year: 2027, planned: 50, admitted: 48 }), intake({ year: 2028, planned: 50 })];
    expect(intakes({ intakes: rows }, 2028)).toEqual([[0, 'none', null], [47, 'registered', 2026], [48, 'admitted', 2027], [50, 'planned', 2028]]);
  });

  test('else that of the latest earlier year, of a row or of students of that cohort', () => {
    const students = pupils(30, 'P', 2, { cohort: 2024 });
    expect(intakes({ students }, 2026)[1]).toEqual([30, 'assumed', 2024]);
    expect(intakes({ students, intakes: [intake({ year: 2023, registered: 99 })] }, 2026)[1]).toEqual([30, 'assumed', 2024]);
    expect(intakes({ students, intakes: [intake({ year: 2025, planned: 45 })] }, 2027).slice(1)).toEqual([[45, 'assumed', 2025], [45, 'assumed', 2025]]);
  });

  test('a year whose row says nothing is like a year without one, and zero is a number', () => {
    const rows = [intake({ year: 2025, registered: 40 }), intake({ year: 2026 }), intake({ year: 2027, planned: 0 })];
    expect(intakes({ intakes: rows }, 2028).slice(1)).toEqual([[40, 'assumed', 2025], [0, 'planned', 2027], [0, 'assumed', 2027]]);
  });

  test('of a programme that never had one it is zero, and says so', () => {
    expect(intakes({}, 2026)).toEqual([[0, 'none', null], [0, 'none', null]]);
  });

  test('of the first year it is what was registered, else who entered', () => {
    expect(intakes({ students: pupils(30, 'P', 1) }, 2025)).toEqual([[30, 'students', 2025]]);
    expect(intakes({ students: pupils(30, 'P', 1), intakes: [intake({ year: 2025, registered: 33 })] }, 2025)).toEqual([[33, 'registered', 2025]]);
  });
});

describe('the targets of 2027', () => {
  const aims = (registered: number, to: number) => foresee(onTheLine({ intakes: [intake({ year: 2027, planned: registered })] }), DAY, to).region
    .map(({ year, targets }) => [year, ...targets.filter(({ standard }) => standard === '1.2-j').map(({ outcome, reason, measured }) => reason ?? `${outcome} ${measured.numerator?.n}`)]);

  test('are judged once they are due, with the intake that is expected', () => {
    expect(aims(500, 2028).slice(-2)).toEqual([[2027, 'not_due', 'not_due'], [2028, 'met 500', 'unmet 500']]);
    expect(aims(499, 2028).at(-1)).toEqual([2028, 'unmet 499', 'unmet 499']);
    expect(aims(1001, 2028).at(-1)).toEqual([2028, 'met 1001', 'met 1001']);
  });

  test('show what they come to before that, also when the forecast ends earlier', () => {
    const { region } = foresee(onTheLine({ intakes: [intake({ year: 2027, planned: 480 })] }), DAY, 2026);
    expect(region.at(-1)?.targets.find(({ part }) => part === 'floor')).toMatchObject({ outcome: 'not_applicable', measured: { numerator: { n: 480n } } });
  });

  test('where graduates work (1.2-k) is a figure and no verdict', () => {
    expect(foresee(onTheLine(), DAY, 2028).region.flatMap(({ targets }) => targets.filter(({ standard }) => standard === '1.2-k'))).toEqual([]);
  });
});
