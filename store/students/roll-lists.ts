import { createHash } from 'node:crypto';
import type { Dataset, Row } from '../../core/exchange/sheets.ts';
import { groupBy } from '../../core/facts/campus-rows.ts';
import { choiceOf } from '../../core/facts/rules.ts';
import type { Pack } from '../../core/policy/pack.ts';
import { advanceList, leaveList, stepUpList, type Goes, type Listed, type OnList } from '../../core/students/roll-list.ts';
import { AT_SCHOOL, LEFT, type Keeper } from '../../core/students/roll.ts';
import { lastRow, rollOfRows } from '../../core/students/roll-rows.ts';
import { rollRules, type RollRules } from '../../core/students/rules.ts';
import type { Decision } from '../../core/step-up/decision.ts';
import { date, yearOf, type PlainDate } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { loadRows } from '../campus-rows.ts';
import { reportedSheets } from '../import-check.ts';
import { lastPublished } from '../step-up/published.ts';
import type { Transaction } from '../transaction.ts';
import { eligibleBy } from './change-facts.ts';

/** The institution whose list it is, and on which side it keeps the roll. */
export interface ListKeeper {
  readonly org_id: string;
  readonly keeper: Keeper;
}

/** A list that is reviewed as a whole: everybody on it, and a digest by which whoever approves knows that it is still the same. */
export interface RollList {
  readonly on: PlainDate;
  readonly entries: readonly OnList[];
  readonly digest: string;
}

/** The school or college of this id; null where there is none. To be asked within `tx.whole`. */
export async function listKeeper(whole: Transaction, org_id: string): Promise<ListKeeper | null> {
  const [organisation] = await loadRows(whole, 'organisations', {}, 'r.key = $2', org_id);
  return organisation?.kind === 'school' || organisation?.kind === 'college' ? { org_id, keeper: organisation.kind } : null;
}

/** Who of a keeper's own stage goes on to the next grade on 1 September of a year. Null on a day without rules. */
export async function advanceOf(whole: Transaction, { org_id, keeper }: ListKeeper, year: number, pack: Pack): Promise<RollList | null> {
  const on = date(`${year}-09-01`);
  const rules = rollRules(parametersOn(pack.parameters, on));
  if (rules === null) return null;
  const stage = keeper === 'school' ? 'secondary' : 'higher';
  const listed = listedOf(await rowsOf(whole, { org_id, keeper })).filter(({ last, roll }) => roll.stage === stage && !LEFT.has(roll.status) && (keeper === 'college' || last.school_id === org_id));
  return listOf(on, advanceList(listed, year, on, rules));
}

/** Who of the final secondary grade of its programmes a college takes up on a day. Null on a day without rules. */
export async function stepUpOf(whole: Transaction, college_id: string, on: PlainDate, pack: Pack): Promise<RollList | null> {
  const parameters = parametersOn(pack.parameters, on);
  const rules = rollRules(parameters);
  if (rules === null) return null;
  const listed = listedOf(await rowsOf(whole, { org_id: college_id, keeper: 'college' })).filter(({ roll }) => isCandidate(roll, rules));
  const records = await recordsOf(whole, listed.map(({ last }) => last.student_id));
  const published = (await lastPublished(whole, college_id, yearOf(on)))?.decisions ?? null;
  return listOf(on, stepUpList(listed.map((one) => ({
    ...one, answer: eligibleBy(records(one.last.student_id), one.last, on, parameters), published: published?.get(one.last.student_id) ?? (published === null ? null : 'undecided'),
  })), on, rules));
}

/** B37: who of a school does not step up by what was published of the season, and leaves. Null on a day without rules. */
export async function leaveOf(whole: Transaction, school_id: string, on: PlainDate, pack: Pack): Promise<RollList | null> {
  const parameters = parametersOn(pack.parameters, on);
  const rules = rollRules(parameters);
  if (rules === null || !parameters.has('upgrade.failed') || choiceOf(parameters, 'upgrade.failed') !== 'secondary_diploma_and_close') return null;
  const listed = listedOf(await rowsOf(whole, { org_id: school_id, keeper: 'school' })).filter(({ last, roll }) => isCandidate(roll, rules) && last.school_id === school_id);
  const published = await publishedFor(whole, school_id, yearOf(on));
  return listOf(on, leaveList(listed.filter(({ last }) => FAILED.has(published.flatMap(({ decisions }) => decisions.get(last.student_id) ?? [])[0] ?? 'undecided')), on, rules));
}

const FAILED: ReadonlySet<Decision> = new Set<Decision>(['not_passed', 'not_eligible']);

/** What the colleges of a school's programmes published last of a year's season. To be called within `tx.whole`. */
export async function publishedFor(whole: Transaction, school_id: string, year: number): Promise<NonNullable<Awaited<ReturnType<typeof lastPublished>>>[]> {
  const colleges = [...new Set((await loadRows(whole, 'programmes', {}, 'r.school_id = $2', school_id)).map(({ college_id }) => college_id))].sort();
  const found = [];
  for (const college_id of colleges) found.push(await lastPublished(whole, college_id, year));
  return found.filter((one) => one !== null);
}

function isCandidate({ stage, grade, status }: Listed['roll'], { secondary_years }: RollRules): boolean {
  return stage === 'secondary' && grade === secondary_years && AT_SCHOOL.has(status);
}

/** All rows of the students of a school, or of a college's programmes. */
async function rowsOf(whole: Transaction, { org_id, keeper }: ListKeeper): Promise<Row<'students'>[]> {
  // All rows of whoever had one there: where somebody went to another school, the last row says so.
  const among = (condition: string): string => `r.student_id = any(array(select o.student_id from register_students o where o.region_id = $1 and ${condition} and o.superseded_at is null and not o.withdrawn))`;
  if (keeper === 'school') return loadRows(whole, 'students', {}, among('o.scopes @> array[$2]'), `org:${org_id}`);
  const programmes = await loadRows(whole, 'programmes', {}, 'r.college_id = $2', org_id);
  return loadRows(whole, 'students', {}, among('o.programme_id = any($2::text[])'), programmes.map(({ programme_id }) => programme_id));
}

function listedOf(rows: readonly Row<'students'>[]): Listed[] {
  const students = groupBy(rows, ({ student_id }) => student_id);
  return [...students.values()].flatMap((own) => {
    const [last, roll] = [lastRow(own), rollOfRows(own)];
    return last === null || roll === null ? [] : [{ last, roll }];
  }).sort((a, b) => (a.last.student_id < b.last.student_id ? -1 : 1));
}

const RECORDS = ['filings', 'results', 'credits'] as const;

/** What the registers hold of many students, asked at once; of one of them as a dataset of their own. */
export async function recordsOf(whole: Transaction, ids: readonly string[]): Promise<(student_id: string) => Dataset> {
  const reported = await reportedSheets(whole);
  const found = await Promise.all(RECORDS.filter((sheet) => reported.has(sheet)).map(async (sheet) => {
    const rows: readonly { readonly student_id: string }[] = await loadRows(whole, sheet, {}, 'r.student_id = any($2::text[])', ids);
    return [sheet, groupBy(rows, ({ student_id }) => student_id)] as const;
  }));
  return (student_id) => Object.fromEntries(found.map(([sheet, own]) => [sheet, own.get(student_id) ?? []])) as Dataset;
}

function listOf(on: PlainDate, entries: readonly OnList[]): RollList {
  return { on, entries, digest: digestOf(on, entries.filter((one) => one.outcome === 'goes')) };
}

/** SHA-256 over who goes, from which record and to where: another row of any of them is another list. */
function digestOf(on: PlainDate, going: readonly Goes[]): string {
  const lines = going.map(({ last, next }) => [last.student_id, last.row, next.stage, next.grade, next.status].join('\t'));
  return createHash('sha256').update([on, ...lines].join('\n')).digest('hex');
}
