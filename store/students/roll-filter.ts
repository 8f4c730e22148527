import type { Row } from '../../core/exchange/sheets.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';

type Student = Row<'students'>;

/** Which students of the roll on a day; every part narrows. */
export interface RollFilter {
  readonly on: PlainDate;
  readonly school_id?: string | undefined;
  readonly campus_id?: string | undefined;
  readonly programme_id?: string | undefined;
  readonly class_id?: string | undefined;
  readonly cohort?: number | undefined;
  readonly stage?: Student['stage'] | undefined;
  readonly grade?: number | undefined;
  readonly status?: Student['status'] | undefined;
  /** Characters of the name, and whether it begins with them. */
  readonly name?: string | undefined;
  readonly begins?: boolean | undefined;
  /** M2-b: of the secondary stage and at a campus. */
  readonly misplaced?: boolean | undefined;
}

/** Where a page ended: the next one goes on behind this name and id. */
export interface RollCursor {
  readonly name: string;
  readonly student_id: string;
}

/** Values of many students each: they are read in order, group by group. */
export const GROUPS = ['cohort', 'stage', 'grade', 'status'] as const;
/** Values of few students each: they are found by index and put in order. */
const FEW = ['school_id', 'campus_id', 'programme_id', 'class_id'] as const;

/** Whether a filter leaves few, so that all of them are gathered. */
export const leavesFew = (filter: RollFilter): boolean => filter.misplaced === true || FEW.some((key) => filter[key] !== undefined);

/** In the order of pinyin; the id tells namesakes apart. */
export const NAME = 'r.name collate "zh-x-icu"';
/** Sorts behind every text that begins with what stands before it. */
const LAST = '\uffff';

type Parameter = (value: unknown) => string;

/** The conditions of a filter on rows `r` that stand, but for their days and groups. */
export function conditionsOf(filter: RollFilter, parameter: Parameter): string[] {
  const { name, begins, misplaced } = filter;
  return [
    ...FEW.flatMap((key) => (filter[key] === undefined ? [] : [`r.${key} = ${parameter(filter[key])}`])),
    ...(misplaced === true ? [`r.stage = 'secondary' and r.campus_id is not null`] : []),
    ...(name === undefined || name === '' ? [] : begins === true ? beginsWith(name, parameter) : [`strpos(r.name, ${parameter(name)}) > 0`]),
  ];
}

/** The range lets the index in; whether the name really begins so is asked of what is in it. */
function beginsWith(name: string, parameter: Parameter): string[] {
  return [`${NAME} >= ${parameter(name)} and ${NAME} < ${parameter(name + LAST)}`, `starts_with(r.name, ${parameter(name)})`];
}

/** What rows of few are held against: worked out, so that no index of many is read beside that of the few. */
export function groupsWorkedOut(filter: RollFilter, parameter: Parameter): string[] {
  return GROUPS.flatMap((key) => (filter[key] === undefined ? [] : [`r.${key}::text || '' = ${parameter(String(filter[key]))}`]));
}

export function groupConditions(filter: RollFilter, parameter: Parameter): string[] {
  return GROUPS.flatMap((key) => (filter[key] === undefined ? [] : [`r.${key} = ${parameter(filter[key])}`]));
}

export const STANDING = 'r.region_id = $1 and r.superseded_at is null and not r.withdrawn';
/** The two ways in which a row holds on a day: without a last day, as nearly all rows of today do, or with one that is still to come. */
export const holding = (on: string): readonly [open: string, ending: string] => [
  `r.valid_to is null and r.valid_from <= ${on}::date`, `r.valid_to is not null and r.valid_to >= ${on}::date and r.valid_from <= ${on}::date`];
export const after = (cursor: RollCursor | undefined, parameter: Parameter): string[] =>
  (cursor === undefined ? [] : [`(${NAME}, r.student_id) > (${parameter(cursor.name)}, ${parameter(cursor.student_id)})`]);
