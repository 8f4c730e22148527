import { describe, expect, test } from 'vitest';
import type { CheckJson } from '../../core/check/check-json.ts';
import type { CampusYearJson, ForecastJson } from '../../core/forecast/forecast-json.ts';
import { DAY, filesOf, wholeRegion } from './campus.ts';
import type { Region, Rows } from './campus.ts';
import { folderOf, guantong } from './run.ts';

const START = 2025;
const SCHOOLS = ['S1', 'S2', 'S3', 'S4', 'S5'];
const INTAKES: Readonly<Record<number, readonly number[]>> = { 2022: [90, 45, 45], 2023: [135, 90, 90], 2024: [180, 90, 90, 45, 45] };

const pupil = (programme_id: string, school_id: string, grade: number, at: number): Rows[number] => ({
  student_id: `${programme_id}-${grade}-${at}`, name: '学生', sex: 1, birth_date: '2009-02-28', programme_id, school_id, campus_id: '', cohort: 2026 - grade, stage: 'secondary', grade, status: 'enrolled', boarder: '', from: '2025-09-01', to: '',
});

/** A campus and a programme for each of five schools, and what each took in since 2022. */
function fiveSchools(): Region {
  return {
    organisations: [{ org_id: 'H1', name: '学院', kind: 'college', division_code: '330802' }, ...SCHOOLS.map((org_id) => ({ org_id, name: org_id, kind: 'school', division_code: '330802' }))],
    campuses: SCHOOLS.map((school_id) => ({ campus_id: `C${school_id}`, name: '校区', school_id, college_id: 'H1', division_code: '330802', form: 'new_build', status: 'preparing' })),
    programmes: SCHOOLS.map((school_id) => ({ programme_id: `P${school_id}`, school_id, college_id: 'H1', secondary_code: '660103', higher_code: '460103', name: '数控' })),
    intakes: Object.entries(INTAKES).flatMap(([year, taken]) => taken.map((registered, at) => ({ year, school_id: `S${at + 1}`, programme_id: `PS${at + 1}`, registered }))),
  };
}

async function foreseen(region: Region, ...args: string[]): Promise<{ json: ForecastJson; status: number | null }> {
  const { stdout, status } = await guantong('forecast', folderOf(filesOf(region)), '--json', ...args);
  return { json: JSON.parse(stdout) as ForecastJson, status };
}

function rowOf({ rows }: ForecastJson, year: number, campus_id = 'C1'): CampusYearJson {
  const row = rows.find((one) => one.year === year && one.campus_id === campus_id);
  if (row === undefined) throw new Error(`no row: ${year} ${campus_id}`);
  return row;
}

test('the intakes of 2022 to 2024 are 155, 421 and 650 students of the higher stage in 2025, 2026 and 2027', async () => {
  const { json } = await foreseen(fiveSchools(), '--to', '2027', '--as-of', '2021-10-31');
  const higher = json.region.map(({ year, grades }) => [year, grades[4] + grades[5]]);
  expect(higher.slice(-3)).toEqual([[2025, 155], [2026, 421], [2027, 650]]);
  expect(json.rows.filter(({ year }) => year === 2027).map(({ students }) => students)).toEqual([268, 152, 152, 39, 39]);
  expect(json.rates.map(({ name, value, origin }) => `${name} ${value} ${origin}`)).toEqual(['stay 0.97 pack', 'step_up 0.94 pack', 'certificate 0.92 pack', 'local 0.60 pack']);
});

describe('a campus of 268 students that stands on every line', () => {
  const pupils = (count: number): Region => ({ ...wholeRegion(), students: Array.from({ length: count }, (_, at) => pupil('P1', 'S1', 3, at)) });

  test('in the first year is what check says of it, and the command ends with 0', async () => {
    const folder = folderOf(filesOf(wholeRegion()));
    const { stdout, status } = await guantong('forecast', folder, '--json', '--to', String(START), '--as-of', DAY);
    const [checked] = (JSON.parse((await guantong('check', folder, '--json', '--as-of', DAY)).stdout) as CheckJson).campuses;
    const row = rowOf(JSON.parse(stdout) as ForecastJson, START);
    expect([row.students, row.grades, status]).toEqual([checked?.students, { 4: 268, 5: 0 }, 0]);
    const judged = row.verdicts.filter(({ standard }) => !standard.startsWith('S-'));
    expect(judged).toEqual(checked?.verdicts.filter(({ standard }) => judged.some((one) => one.standard === standard)));
    expect(row.capacity).toEqual({ students: 268, binding: ['R1-b', 'R1-c', 'R1-d', 'R2-b'] });
    expect(row.needed).toEqual({ teachers: 15, ideology: 1, counsellors: 2, psychologists: 1 });
  });

  test.each([[294, 268, 'met'], [295, 269, 'unmet']])('%i in grade 3 are %i next year: %s', async (count, students, outcome) => {
    const { json } = await foreseen(pupils(count), '--to', String(START + 1), '--as-of', DAY);
    const row = rowOf(json, START + 1);
    expect([row.students, row.verdicts.find(({ standard }) => standard === 'R1-b')?.outcome]).toEqual([students, outcome]);
    expect(row.gaps.map(({ standard, value, unit }) => `${standard} ${value} ${unit}`)).toEqual(outcome === 'met' ? [] : ['R1-b 15.00 m2', 'R1-c 54.00 m2', 'R1-d 6.50 m2', 'R2-b 10000.00 yuan']);
  });

  test('nobody is lost from year to year', async () => {
    const { json } = await foreseen({ ...pupils(200), intakes: [{ year: 2024, school_id: 'S1', programme_id: 'P1', registered: 450 }] }, '--to', String(START + 7), '--as-of', DAY);
    const heads = json.region.map(({ grades }) => Object.values(grades).reduce((sum, one) => sum + one, 0));
    json.region.slice(1).forEach(({ intake, completing, leavers }, at) => {
      expect((heads[at] ?? 0) + intake).toBe((heads[at + 1] ?? 0) + (completing ?? NaN) + (leavers ?? NaN));
      expect(leavers).toBeGreaterThanOrEqual(0);
    });
    expect(json.region.at(-1)).toMatchObject({ intake: 450, intakes: [{ programme_id: 'P1', students: 450, origin: 'assumed', of_year: 2024 }] });
  });

  test('with the grant of its year, by the standard of the latest year before', async () => {
    const region = { ...wholeRegion(), grant_standards: [{ fiscal_year: 2024, college_id: 'H1', yuan_per_student: '15000' }], grant_headcounts: [{ campus_id: 'C1', on: '2024-10-31', students: 130 }] };
    const { json } = await foreseen(region, '--to', String(START), '--as-of', DAY);
    // (8 × 130 + 4 × 268) ÷ 12 × 15 000
    expect(rowOf(json, START)).toMatchObject({ grant_due_yuan: '2640000.00', grant_standard: { yuan_per_student: '15000.00', origin: 'assumed', fiscal_year: 2024 } });
  });
});

test('a campus of which only headcounts are known is undetermined in later years, which ends with 1', async () => {
  const { json, status } = await foreseen({ ...wholeRegion(), students: [], headcounts: [{ campus_id: 'C1', on: DAY, higher_students: 268 }] }, '--to', String(START + 1), '--as-of', DAY);
  expect([rowOf(json, START).students, rowOf(json, START + 1).students, status]).toEqual([268, null, 1]);
  expect(rowOf(json, START + 1).verdicts.find(({ standard }) => standard === 'R1-b')).toMatchObject({ outcome: 'undetermined', missing: ['students'] });
});

test('errors in the data: nothing is foreseen, the problems are named, the command ends with 2', async () => {
  const { json, status } = await foreseen({ ...wholeRegion(), land: [{ parcel_id: 'L1', campus_id: 'C1', area_m2: '-1', share: '', from: '2024-09-01', to: '' }] }, '--to', '2027', '--as-of', DAY);
  expect([json.rows, json.region, json.problems.map(({ code }) => code), status]).toEqual([[], [], ['negative'], 2]);
});

describe('wrong usage is said on stderr and ends with 2', () => {
  test.each([
    ['no year', []], ['no year at all', ['--to', 'soon']], ['half a year', ['--to', '2027.5']], ['a year that is past', ['--to', '2024']],
    ['a rate that there is not', ['--to', '2027', '--rates', 'hope']], ['nothing of a day', ['--to', '2027', '--as-of', '2025-02-30']],
  ])('%s', async (_, args) => {
    const { status, stdout, stderr } = await guantong('forecast', folderOf(filesOf(wholeRegion())), '--as-of', DAY, '--json', ...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).not.toBe('');
  });
});

test('for people: figures by year, and in each language its own words', async () => {
  const folder = folderOf(filesOf(wholeRegion()));
  const zh = (await guantong('forecast', folder, '--to', '2027', '--as-of', DAY)).stdout;
  const en = (await guantong('forecast', folder, '--to', '2027', '--as-of', DAY, '--lang', 'en', '--rates', 'history')).stdout;
  expect(zh).toMatch(/年份 +高职在校生/);
  expect(zh).toMatch(/^2025 +268 +268 R1-b\/R1-c\/R1-d\/R2-b +15 +1 +2 +1/m);
  expect(en).toMatch(/^year +students +capacity/m);
});
