import { expect, test } from 'vitest';
import type { RawCell } from '../../core/exchange/raw-cell.ts';
import { readXlsxRows } from '../../workbook/xlsx-rows.ts';
import { onDatabase } from '../databases.ts';
import { serve } from './served.ts';

const DAY = '2025-10-31';
interface Room { readonly campus_id: string; readonly year: number; readonly students: number | null; readonly capacity: { readonly students: number | null; readonly binding: readonly string[] }; readonly allowed: readonly { readonly standard: string; readonly students: number | null }[] }
interface Capacity { readonly start: number; readonly campus_rows: readonly Room[]; readonly school_rows: readonly (Omit<Room, 'campus_id'> & { readonly school_id: string })[] }
interface Verdict { readonly standard: string; readonly outcome: string; readonly gap: { readonly value: string } | null }
interface Need {
  readonly students: number;
  readonly items: readonly { readonly item: string; readonly amount: string; readonly anyway: string; readonly standards: readonly string[] }[];
  readonly left: readonly string[];
  readonly verdicts: readonly Verdict[];
  readonly rest: { readonly building_m2: string; readonly before: readonly Verdict[]; readonly after_handing_over: readonly Verdict[]; readonly with_classes: readonly Verdict[] } | null;
}
interface Forecast { readonly rows: readonly Room[] }

onDatabase('embedded', 'what campuses and schools can hold', (database) => {
  const served = serve(database, { sample: true });
  const need = (query: string, campus = 'C1') => served.answer<Need>('readClassNeed', `/api/campuses/${campus}/class-need?on=${DAY}&${query}`);

  test('heads and limits are those of the forecast, and the tightest standard is the least of them', async () => {
    const capacity = await served.answer<Capacity>('readCapacity', `/api/capacity?on=${DAY}&years=3`);
    const forecast = await served.answer<Forecast>('readForecast', `/api/forecast?on=${DAY}&years=3`);
    const key = ({ year, campus_id, students, capacity: { students: most, binding } }: Room) => [year, campus_id, students, most, binding];
    expect(capacity.campus_rows.map(key)).toEqual(forecast.rows.map(key));
    for (const { capacity: { students, binding }, allowed } of [...capacity.campus_rows, ...capacity.school_rows]) {
      const numbers = allowed.flatMap((one) => (one.students === null ? [] : [one.students]));
      expect(students).toBe(numbers.length === 0 ? null : Math.min(...numbers));
      expect(allowed.filter((one) => one.students !== null && one.students === students).map(({ standard }) => standard)).toEqual(binding);
    }
    expect(capacity.school_rows.length).toBeGreaterThan(0);
  });

  test.each([['zh', '各校区逐年', '待补报'], ['en', 'Campuses by year', 'to be reported']] as const)('as a workbook in %s every figure is as it is told', async (lang, caption, unknown) => {
    const capacity = await served.answer<Capacity>('readCapacity', `/api/capacity?on=${DAY}&years=3`);
    const reply = await served.send(`/api/capacity/workbook?on=${DAY}&years=3&lang=${lang}`);
    const rows = new Map<string, RawCell[][]>();
    await readXlsxRows(Buffer.from(await reply.arrayBuffer()), (sheet) => {
      const own: RawCell[][] = [];
      rows.set(sheet, own);
      return (_, row) => own.push(row);
    });
    const [sheet] = [...rows].filter(([name]) => name.endsWith(caption)).map(([, own]) => own);
    const figure = (n: number | null) => n ?? unknown;
    expect(sheet?.filter(([year]) => /^\d{4}$/.test(String(year))).map((row) => [Number(row[0]), row[2], row[3], row[4]])).toEqual(capacity.campus_rows.map(({ year, students, capacity: { students: most } }) => (
      [year, figure(students), figure(most), figure(students === null || most === null ? null : most - students)])));
    expect(rows.size).toBe(5);
  });

  test('what a class asks for is the gap that the verdicts name, and what fails is told by standard', async () => {
    const { items, verdicts, students, left } = await need('classes=2&size=45');
    expect(students).toBeGreaterThan(0);
    expect(left).toEqual([]);
    for (const [item, standard] of [['teaching_area_m2', 'R1-b'], ['land_area_m2', 'R1-c'], ['dormitory_area_m2', 'R1-d']] as const) {
      const verdict = verdicts.find((one) => one.standard === standard);
      const found = items.find((one) => one.item === item);
      expect(found?.amount ?? null).toBe(verdict?.outcome === 'unmet' ? verdict.gap?.value : null);
      if (found !== undefined) expect(found.standards).toContain(standard);
    }
  });

  test('more students never ask for less, and what is lacking anyway is part of it', async () => {
    const [few, many] = [await need('classes=1&size=45'), await need('classes=4&size=45')];
    const room = (of: Need) => Number(of.items.find(({ item }) => item === 'teaching_area_m2')?.amount ?? '0');
    expect(room(many)).toBeGreaterThan(room(few));
    expect(few.items.find(({ item }) => item === 'teaching_area_m2')?.anyway).toBe(many.items.find(({ item }) => item === 'teaching_area_m2')?.anyway);
  });

  test('the rest of the school is judged as it is, after handing over, and with the classes', async () => {
    const { rest } = await need('classes=4&size=60');
    expect(rest?.before.map(({ standard }) => standard)).toEqual(['S-land', 'S-building', 'S-equipment', 'S-teachers']);
    const outcomes = (verdicts: readonly Verdict[] = []) => verdicts.map(({ outcome }) => outcome);
    expect(outcomes(rest?.after_handing_over)).toHaveLength(4);
    expect(outcomes(rest?.with_classes)).toHaveLength(4);
  });

  test.each(['classes=0', 'classes=-1', 'size=0', 'classes=1.5', 'year=2024', 'year=2046'])('%s is refused', async (query) => {
    expect((await served.send(`/api/campuses/C1/class-need?on=${DAY}&${query}`)).status).toBe(400);
  });

  test('a campus that there is not', async () => {
    expect((await served.send(`/api/campuses/C999/class-need?on=${DAY}`)).status).toBe(404);
  });
});
