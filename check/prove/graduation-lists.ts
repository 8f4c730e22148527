import { judgingOn } from '../../core/check/judging.ts';
import { templateJson } from '../../core/exchange/template.ts';
import { auditStudent } from '../../core/graduation/audit.ts';
import { graduationList, type OnGraduationList } from '../../core/graduation/graduation-list.ts';
import { auditedRecords, MAY_GRADUATE } from '../../core/graduation/records.ts';
import { graduationRules } from '../../core/graduation/rules.ts';
import type { Dataset, Row } from '../../core/exchange/sheets.ts';
import { groupBy } from '../../core/facts/campus-rows.ts';
import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { lastRow, rollOfRows } from '../../core/students/roll-rows.ts';
import { rollRules } from '../../core/students/rules.ts';
import { addDays, date, type PlainDate } from '../../core/values/plain-date.ts';
import { dressed } from './dress.ts';
import { madeFinalYear } from './made-graduation.ts';
import { naiveGraduation } from './naive-graduation.ts';
import { cell, naiveRows, type NaiveRows } from './naive-rows.ts';
import type { Proof } from './proof.ts';
import { readDressed } from './read-dressed.ts';

const template = templateJson().sheets;
const COUNT = 2500;
const SHOWN = 20;

export interface ListTwin {
  readonly seed: number;
  readonly ended: Readonly<Record<string, number>>;
  readonly left_out: number;
  readonly faults: readonly string[];
}

/** The decision on a random final year, against the second reading of the audit: who ends how, nobody without certificate or exemption, and a second run that ends nobody. */
export function listTwin(seed: number): ListTwin {
  const made = madeFinalYear(seed);
  const texts = dressed(made, template);
  const { dataset } = readDressed(texts, seed);
  const on = date(made.day);
  const entries = listOf(dataset, on);
  const naive = naiveRows(texts, template);
  const answers = new Map(naiveGraduation(naive, made.day, false).map((one) => [one.student_id, one]));
  const faults: string[] = [];
  const ended: Record<string, number> = { graduated: 0, completed: 0, incomplete: 0 };
  for (const one of entries) {
    const id = one.last.student_id;
    const answer = answers.get(id);
    if (one.outcome !== 'ends') continue;
    ended[one.as] = (ended[one.as] ?? 0) + 1;
    const expected = answer === undefined ? later(naive, id, made.day) : answer.may_continue === true ? 'stays' : answer.outcome;
    if (expected !== one.as) faults.push(`${id}: the list says ${one.as}, the second reading ${expected}`);
    if (one.as === 'graduated' && !certified(naive, id, made.day)) faults.push(`${id} graduates without certificate or exemption`);
  }
  const again = listOf(after(dataset, entries, on), on).filter((one) => one.outcome === 'ends').map(({ last }) => last.student_id);
  const before = new Set(entries.filter((one) => one.outcome === 'ends').map(({ last }) => last.student_id));
  for (const id of again) if (before.has(id)) faults.push(`${id} ends a second time`);
  return { seed, ended, left_out: entries.length - before.size, faults };
}

function listOf(dataset: Dataset, on: PlainDate): OnGraduationList[] {
  const { parameters } = judgingOn(DEFAULT_PACK, on);
  const [rules, roll] = [graduationRules(parameters), rollRules(parameters)];
  if (rules === null || roll === null) return [];
  const rows = groupBy(dataset.students, ({ student_id }) => student_id);
  return graduationList(auditedRecords(dataset, on, rules, MAY_GRADUATE).flatMap((records) => {
    const own = rows.get(records.roll.student_id) ?? [];
    const [last, stands] = [lastRow(own), rollOfRows(own)];
    return last === null || stands === null ? [] : [{ audit: auditStudent(records, on, rules), last, roll: stands }];
  }), on, roll);
}

/** The roll after the list was entered: the row that stood ends the day before, the end begins. */
function after(dataset: Dataset, entries: readonly OnGraduationList[], on: PlainDate): Dataset {
  const ends = new Map(entries.flatMap((one) => (one.outcome === 'ends' ? [[one.last.student_id, one] as const] : [])));
  const students = (dataset.students ?? []).flatMap((row): Row<'students'>[] => {
    const end = ends.get(row.student_id);
    if (end === undefined || row.row !== end.last.row) return [row];
    return [{ ...row, to: addDays(on, -1) }, { ...row, status: end.as, from: on, to: null }];
  });
  return { ...dataset, students };
}

/** Who had completed graduates as soon as they meet everything, by the second reading of their records as if they were still at school. */
function later(all: NaiveRows, student_id: string, day: string): string {
  const students = (all['students'] ?? []).map((row) => (cell(row, 'student_id') === student_id && cell(row, 'status') === 'completed' ? { ...row, status: 'enrolled' } : row));
  return naiveGraduation({ ...all, students }, day, false).find((one) => one.student_id === student_id)?.outcome ?? 'nobody';
}

function certified(all: NaiveRows, student_id: string, day: string): boolean {
  const of = (sheet: string) => (all[sheet] ?? []).filter((row) => cell(row, 'student_id') === student_id);
  return of('credits').some((row) => cell(row, 'certificate_exemption') !== '') || of('certificates').some((row) => cell(row, 'verified') === 'yes' && cell(row, 'issued_on') <= day);
}

/** Graduation lists of random final years against a second reading. */
export const graduationLists: Proof = {
  name: 'graduation-lists',
  run: async ({ seed: first, count, say }) => {
    const many = count ?? COUNT;
    const totals: Record<string, number> = {};
    let [left, differing] = [0, 0];
    for (let seed = first; seed < first + many; seed++) {
      const { ended, left_out, faults } = listTwin(seed);
      for (const [name, number] of Object.entries(ended)) totals[name] = (totals[name] ?? 0) + number;
      left += left_out;
      if (faults.length > 0 && (differing += 1) <= SHOWN) say(`seed ${seed}\n${faults.map((text) => `  ${text}`).join('\n')}`);
    }
    return { holds: differing === 0, figures: `${many} final years from seed ${first}: ${Object.entries(totals).map(([name, number]) => `${number} ${name}`).join(', ')}, ${left} left out; ${differing} differ` };
  },
};
