import { headcounts, intakes, programmes } from '../../../core/exchange/sheets/enrolment.ts';
import type { Table } from './table.ts';
import { table } from './table.ts';

export const PROGRAMMES = [
  { programme_id: 'P11', school_id: 'S1', campus_id: 'C1', secondary_code: '660301', higher_code: '460301', name: '机电一体化', enterprises: 'F1;F5' },
  { programme_id: 'P12', school_id: 'S1', campus_id: 'C1', secondary_code: '660103', higher_code: '460103', name: '数控技术', enterprises: 'F1' },
  { programme_id: 'P13', school_id: 'S1', campus_id: 'C1', secondary_code: '710201', higher_code: '510201', name: '计算机应用', enterprises: 'F7' },
  { programme_id: 'P14', school_id: 'S1', campus_id: 'C1', secondary_code: '730301', higher_code: '530302', name: '会计事务', enterprises: 'F6' },
  { programme_id: 'P21', school_id: 'S2', campus_id: 'C2', secondary_code: '700206', higher_code: '500211', name: '汽车检测与维修', enterprises: 'F4' },
  { programme_id: 'P22', school_id: 'S2', campus_id: 'C2', secondary_code: '730701', higher_code: '530701', name: '电子商务', enterprises: 'F7' },
  { programme_id: 'P31', school_id: 'S3', campus_id: 'C3', secondary_code: '660303', higher_code: '460305', name: '工业机器人', enterprises: 'F2;F5' },
  { programme_id: 'P32', school_id: 'S3', campus_id: 'C3', secondary_code: '710103', higher_code: '510103', name: '应用电子技术', enterprises: 'F9' },
  { programme_id: 'P41', school_id: 'S4', campus_id: 'C4', secondary_code: '660701', higher_code: '460701', name: '汽车制造', enterprises: 'F4' },
  { programme_id: 'P42', school_id: 'S4', campus_id: 'C4', secondary_code: '640301', higher_code: '440301', name: '建筑工程', enterprises: null },
  { programme_id: 'P51', school_id: 'S5', campus_id: 'C5', secondary_code: '730301', higher_code: '530302', name: '大数据与会计', enterprises: 'F6' },
  { programme_id: 'P52', school_id: 'S5', campus_id: 'C5', secondary_code: '740101', higher_code: '540101', name: '旅游管理', enterprises: null },
  { programme_id: 'P61', school_id: 'S6', campus_id: 'C6', secondary_code: '670201', higher_code: '470201', name: '应用化工技术', enterprises: 'F3' },
] as const;

/** First-year heads by year and programme: one programme per school until 2024, more from 2025. */
const INTAKES: Readonly<Record<number, Readonly<Record<string, number>>>> = {
  2022: { P11: 90, P21: 45, P31: 45 },
  2023: { P11: 135, P21: 90, P31: 90 },
  2024: { P11: 180, P21: 90, P31: 90, P41: 45, P51: 45 },
  2025: { P11: 90, P12: 45, P13: 45, P21: 45, P22: 45, P31: 45, P32: 45, P41: 45, P42: 45, P51: 45 },
  2026: { P11: 45, P12: 45, P13: 45, P14: 45, P21: 45, P22: 45, P31: 45, P32: 45, P41: 45, P42: 45, P51: 45, P52: 45 },
  2027: { P11: 90, P12: 45, P13: 45, P14: 45, P21: 90, P22: 45, P31: 45, P32: 45, P41: 45, P42: 45, P51: 45, P52: 45, P61: 90 },
};
/** The last autumn whose pupils are on the roll; later intakes are plans. */
export const LAST_AUTUMN = 2025;

export interface Entry {
  readonly cohort: number;
  readonly programme: (typeof PROGRAMMES)[number];
  readonly heads: number;
}

/** Intakes that have happened: year, programme, pupils registered. */
export function entries(): readonly Entry[] {
  return Object.entries(INTAKES).flatMap(([year, byProgramme]) =>
    Number(year) > LAST_AUTUMN ? [] : PROGRAMMES.flatMap((programme) => {
      const heads = byProgramme[programme.programme_id];
      return heads === undefined ? [] : [{ cohort: Number(year), programme, heads }];
    }));
}

/** Programmes, intakes, and the heads of the teaching point that reports numbers without names. */
export function enrolment(): readonly Table[] {
  const schoolOf = new Map<string, string>(PROGRAMMES.map(({ programme_id, school_id }) => [programme_id, school_id]));
  return [
    table(programmes, PROGRAMMES.map((programme) => ({ ...programme, college_id: 'H1' }))),
    table(headcounts, [
      { campus_id: 'C7', on: '2024-10-31', higher_students: 30, boarders: 30 },
      { campus_id: 'C7', on: '2025-04-30', higher_students: 28, boarders: 28 },
      { campus_id: 'C7', on: '2025-10-31', higher_students: 0, boarders: 0 },
    ]),
    table(intakes, Object.entries(INTAKES).flatMap(([year, byProgramme]) =>
      Object.entries(byProgramme).map(([programme_id, heads]) => ({
        year, school_id: schoolOf.get(programme_id) ?? null, programme_id, planned: heads,
        ...(Number(year) <= LAST_AUTUMN && { admitted: heads + 2, registered: heads }),
      })))),
  ];
}
