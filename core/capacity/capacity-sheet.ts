import { column, facts, type Block, type Sheet } from '../documents/sheet.ts';
import type { Bilingual, Language } from '../values/bilingual.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { RegionRoom } from './region-room.ts';

interface RoomRow {
  readonly year: number;
  /** Foreseen; null where it is not known. */
  readonly students: number | null;
  readonly capacity: { readonly students: number | null; readonly binding: readonly string[] };
  readonly allowed: readonly { readonly standard: string; readonly students: number | null; readonly missing: readonly string[] }[];
}

/** What can be held, as it is told: of campuses and schools that may be read. */
export interface CapacityTold {
  readonly on: PlainDate;
  readonly pack: string;
  readonly standards: readonly { readonly id: string; readonly clause: string; readonly label: Bilingual }[];
  readonly campuses: readonly { readonly campus_id: string; readonly name: string }[];
  readonly schools: readonly { readonly school_id: string; readonly name: string }[];
  readonly campus_rows: readonly (RoomRow & { readonly campus_id: string })[];
  readonly school_rows: readonly (RoomRow & { readonly school_id: string })[];
  readonly totals: readonly RegionRoom[] | null;
}

const WORDS = {
  zh: {
    title: '承载力测算表', on: '测算日', pack: '政策包', note: '说明', noteText: '按登记的条件和预测人数逐条标准测算，供编制计划参考，不是办学结论；“待补报”为资料不全，不作为零', comma: '、',
    campuses: '各校区逐年', each: '各校区逐条标准', schools: '学校剩余部分逐年（不计入达标）', eachSchool: '学校剩余部分逐条标准', region: '全市合计',
    year: '年份', campus: '校区', school: '学校', foreseen: '预测人数', most: '最多可容纳', room: '还能增加', binding: '先到顶的标准', standard: '标准', unknown: '待补报', unlimited: '不限', partly: '（最多：有标准待补报）',
    counted: '计入的校区', all: '全部校区', over: '超出',
  },
  en: {
    title: 'What can be held', on: 'Day', pack: 'Pack', note: 'Note', noteText: 'Worked out standard by standard from recorded conditions and foreseen heads, to help planning; it is no verdict. “To be reported” is missing, and not zero', comma: ', ',
    campuses: 'Campuses by year', each: 'Campuses by standard', schools: 'Rest of schools by year', eachSchool: 'Rest of schools by standard', region: 'Region',
    year: 'Year', campus: 'Campus', school: 'School', foreseen: 'Foreseen', most: 'Most that fit', room: 'Room for', binding: 'Reached first', standard: 'Standard', unknown: 'to be reported', unlimited: 'no limit', partly: ' (at most: records of a standard are missing)',
    counted: 'Campuses counted', all: 'All campuses', over: 'Too many',
  },
} as const;

/** S2-a: what campuses and the rest of their schools can hold, year by year and standard by standard, in a language. */
export function capacitySheet(told: CapacityTold, language: Language): Sheet {
  const say = WORDS[language];
  const campus = new Map(told.campuses.map(({ campus_id, name }) => [campus_id, name]));
  const school = new Map(told.schools.map(({ school_id, name }) => [school_id, name]));
  const campuses = told.campus_rows.map((row) => ({ ...row, name: campus.get(row.campus_id) ?? row.campus_id }));
  const schools = told.school_rows.map((row) => ({ ...row, name: school.get(row.school_id) ?? row.school_id }));
  return {
    title: say.title, addressee: null,
    blocks: [
      facts([say.on, told.on], [say.pack, told.pack]), facts([say.note, say.noteText]),
      ...byYear(say.campuses, say.campus, campuses, { told, language }), ...byStandard(say.each, say.campus, campuses, { told, language }),
      ...byYear(say.schools, say.school, schools, { told, language }), ...byStandard(say.eachSchool, say.school, schools, { told, language }),
      ...(told.totals === null ? [] : [regionTable(told.totals, language)]),
    ],
    basis: [...new Set(['S2-a', ...told.standards.map(({ clause }) => clause)])],
    closing: { kind: 'issued', dated: told.on },
  };
}

type Named = RoomRow & { readonly name: string };
interface Whose { readonly told: CapacityTold; readonly language: Language }

const figure = (heading: string) => column(heading, 2, 'right');
const label = ({ told: { standards }, language }: Whose, id: string): string => {
  const standard = standards.find((one) => one.id === id);
  return standard === undefined ? id : `${standard.label[language]}（${standard.clause}）`;
};

function byYear(caption: string, place: string, rows: readonly Named[], whose: Whose): Block[] {
  const say = WORDS[whose.language];
  const known = (n: number | null): string => (n === null ? say.unknown : String(n));
  return rows.length === 0 ? [] : [{
    kind: 'table', caption, columns: [column(say.year, 1), column(place, 4), figure(say.foreseen), figure(say.most), figure(say.room), column(say.binding, 6)],
    rows: rows.map(({ year, name, students, capacity, allowed }) => [
      String(year), name, known(students), known(capacity.students), known(students === null || capacity.students === null ? null : capacity.students - students),
      `${capacity.binding.map((id) => label(whose, id)).join(say.comma)}${allowed.some(({ missing }) => missing.length > 0) && capacity.students !== null ? say.partly : ''}`]),
  }];
}

function byStandard(caption: string, place: string, rows: readonly Named[], whose: Whose): Block[] {
  const say = WORDS[whose.language];
  return rows.length === 0 ? [] : [{
    kind: 'table', caption, columns: [column(say.year, 1), column(place, 4), column(say.standard, 5), figure(say.most)],
    rows: rows.flatMap(({ year, name, allowed }) => allowed.map(({ standard, students, missing }) => [String(year), name, label(whose, standard), students !== null ? String(students) : missing.length > 0 ? say.unknown : say.unlimited])),
  }];
}

function regionTable(totals: readonly RegionRoom[], language: Language): Block {
  const say = WORDS[language];
  return {
    kind: 'table', caption: say.region, columns: [column(say.year, 1), figure(say.counted), figure(say.all), figure(say.foreseen), figure(say.most), figure(say.room), figure(say.over)],
    rows: totals.map(({ year, known, campuses, students, most, room, over }) => [year, known, campuses, students, most, room, over].map(String)),
  };
}
