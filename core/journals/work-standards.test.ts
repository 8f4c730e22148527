import { describe, expect, test } from 'vitest';
import { campusOnTheLine, readTyped, staffRow, type TypedRow, type TypedSheets } from '../check/made-dataset.ts';
import { campusRowsOf } from '../facts/campus-rows.ts';
import { countingRules } from '../facts/rules.ts';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { date } from '../values/plain-date.ts';
import { parametersOn } from '../verdict/parameter.ts';
import type { EntryStep, JournalEntry } from './entry.ts';
import type { Values } from './field.ts';
import type { Area } from './journal-kind.ts';
import { journalKind } from './journals.ts';
import type { WorkFacts } from './judged.ts';
import { judgeWork } from './work-standards.ts';

const ON = date('2025-10-31');
const PARAMETERS = parametersOn(quzhou2024.parameters, ON);

function factsOf(sheets: TypedSheets = campusOnTheLine(), entries: readonly JournalEntry[] = []): WorkFacts {
  const { dataset } = readTyped(sheets);
  const [rows] = campusRowsOf(dataset);
  const counting = countingRules(PARAMETERS);
  if (rows === undefined || counting === null) throw new Error('a campus and rules are there');
  return { rows, programmes: dataset.programmes ?? [], colleges: new Set(['H']), entries, on: ON, counting, parameters: PARAMETERS };
}

let number = 0;
function entry(kind: string, values: Values, steps: readonly (readonly [act: string, to: string])[] = []): JournalEntry {
  const found = journalKind(kind);
  if (found === undefined) throw new Error(kind);
  const taken = steps.map(([act, to]): EntryStep => ({ act, from: null, to, person: '1', in_stead_of: null, role: 'school_head', reason: null, on: date('2025-10-01'), details: {} }));
  return { entry_id: (number += 1), kind: found, campus_id: 'C', values, recorded_on: ON, steps: taken };
}

const outcome = (area: Area, standard: string, facts: WorkFacts): string => {
  const found = judgeWork(area, facts).find(({ verdict }) => verdict.standard === standard);
  return found === undefined ? 'not judged' : `${found.verdict.outcome}${found.verdict.gap === null ? '' : ` ${found.verdict.gap.value.n} ${found.verdict.gap.unit}`}`;
};
const withStaff = (...more: readonly TypedRow[]): TypedSheets => {
  const sheets = campusOnTheLine();
  return { ...sheets, staff: [...sheets.staff, ...more] };
};

describe('M6-c, M6-d: core courses by the college, or practical ones by experts whom it recommended', () => {
  const hire = (steps: readonly (readonly [string, string])[], person_id = 'X1') => entry('expert_hire', { person_id, higher_code: '460103', course: '实训', on: '2025-09-20', from: '2025-09-20', to: '2026-06-30' }, steps);
  const hired = [['open', 'recommended'], ['contract', 'hired']] as const;

  test('unmet while the school’s own teachers teach everything; a teacher of the college, or one hired expert, is enough', () => {
    expect(outcome('teachers', 'M6-c', factsOf())).toBe('unmet 1 major');
    expect(outcome('teachers', 'M6-c', factsOf(withStaff(staffRow('T1', { employer_id: 'H', from: '2025-09-02' }))))).toBe('met');
    expect(outcome('teachers', 'M6-c', factsOf(campusOnTheLine(), [hire([['open', 'recommended']])]))).toBe('unmet 1 major');
    expect(outcome('teachers', 'M6-c', factsOf(campusOnTheLine(), [hire(hired)]))).toBe('met');
    expect(outcome('teachers', 'M6-c', factsOf(campusOnTheLine(), [hire(hired, 'X2')]))).toBe('unmet 1 major');
  });

  test('what was not reported is not judged, and a campus without students neither', () => {
    expect(outcome('teachers', 'M6-c', factsOf({ ...campusOnTheLine(), teaching: [] }))).toBe('undetermined');
    expect(outcome('teachers', 'M6-c', factsOf({ ...campusOnTheLine(), students: [] }))).toBe('not_applicable');
  });
});

describe('M6-b: dual-qualified among teachers of the trade', () => {
  const marked = (...marks: readonly string[]): TypedSheets => {
    const sheets = campusOnTheLine();
    const taught = marks.map((_, at) => ({ campus_id: 'C', term: '2025-1', course: `课${at}`, kind: 'core', higher_code: '460103', person_id: `T${at + 1}`, hours: 10 }));
    return { ...sheets, teaching: taught, staff: sheets.staff.map((one) => ({ ...one, dual_qualified: marks[Number(String(one['person_id']).slice(1)) - 1] ?? '' })) };
  };

  test('half of them is enough, fewer is short of somebody, and an unknown mark says nothing', () => {
    expect(outcome('teachers', 'M6-b', factsOf(marked('yes', 'no')))).toBe('met');
    expect(outcome('teachers', 'M6-b', factsOf(marked('yes', 'no', 'no')))).toBe('unmet 1 person');
    expect(outcome('teachers', 'M6-b', factsOf(marked('yes', '')))).toBe('undetermined');
  });
});

describe('M6-a: exchange, training and joint projects of the academic year', () => {
  const exchange = (from: string, to: string) => entry('teacher_exchanges', { direction: 'to_school', person_id: 'T', name: '李', order_no: '1', from, to });
  const training = (on: string, team = 'teaching') => entry('teacher_trainings', { person_id: 'T', name: '李', team, topic: '课', on, hours: 8 });
  const project = entry('joint_projects', { title: '项目', lead: 'college', members: '李', from: '2025-03-01', to: null });

  test('one of each since 1 September; what ended before, or is of the student-affairs staff, is none', () => {
    const judged = (...entries: readonly JournalEntry[]) => outcome('teachers', 'M6-a', factsOf(campusOnTheLine(), entries));
    expect(judged(exchange('2025-08-01', '2025-09-01'), training('2025-09-01'), project)).toBe('met');
    expect(judged(exchange('2025-08-01', '2025-08-31'), training('2025-09-01'), project)).toBe('unmet');
    expect(judged(exchange('2025-09-01', '2025-09-02'), training('2025-08-31'), project)).toBe('unmet');
    expect(judged(exchange('2025-09-01', '2025-09-02'), training('2025-09-01', 'affairs'), project)).toBe('unmet');
    expect(judged(exchange('2025-11-01', '2025-11-02'), training('2025-09-01'), project)).toBe('unmet');
  });
});

describe('R5-i, R5-l: posts approved, and the student-affairs staff', () => {
  const approved = (posts: number, from = '2025-09-01') => entry('approved_posts', { post: 'counsellor', posts, document_no: '1', from });

  test('R5-i: as many as approved, one more, and the latest decision in force', () => {
    const judged = (...entries: readonly JournalEntry[]) => outcome('teachers', 'R5-i-posts', factsOf(campusOnTheLine(), entries));
    expect(judged()).toBe('undetermined');
    expect(judged(approved(2))).toBe('met');
    expect(judged(approved(1))).toBe('unmet 1 person');
    expect(judged(approved(2, '2025-09-02'), approved(1))).toBe('met');
    expect(judged(approved(2), approved(1, '2025-11-01'))).toBe('met');
  });

  test('R5-l: hours a head over the past year, and who left in it', () => {
    const trained = (person_id: string, hours: number, on = '2025-10-31') => entry('teacher_trainings', { person_id, name: '辅', team: 'affairs', topic: '课', on, hours });
    const judged = (sheets: TypedSheets, ...entries: readonly JournalEntry[]) => outcome('teachers', 'R5-l', factsOf(sheets, entries));
    // Three of them: two counsellors and a psychologist.
    expect(judged(campusOnTheLine(), trained('A1', 48))).toBe('met');
    expect(judged(campusOnTheLine(), trained('A1', 47))).toBe('unmet');
    expect(judged(campusOnTheLine(), trained('A1', 48, '2024-10-31'))).toBe('unmet');
    const before = (gone: number) => withStaff(...Array.from({ length: 5 }, (_, at) => staffRow(`G${at}`, { post: 'class_head', from: '2024-09-01', to: at < gone ? '2025-06-30' : '' })));
    expect(judged(before(1), trained('A1', 200))).toBe('met');
    expect(judged(before(2), trained('A1', 200))).toBe('unmet');
  });
});

describe('M4-c: agreed shares beside booked hours', () => {
  const share = (owner_id: string, share_percent: number) => entry('base_agreements', { base_id: 'B', owner_id, share_percent, agreement_no: '1', from: '2025-09-01', to: null });
  const booked = (owner_id: string, hours: number, on = '2025-10-10') => entry('base_bookings', { base_id: 'B', owner_id, on, hours, use: '班' });
  const judged = (...entries: readonly JournalEntry[]) => outcome('bases', 'M4-c-hours', factsOf(campusOnTheLine(), entries));

  test('fifteen points apart is within, a hair more is not; bases of one owner are not judged', () => {
    const shares = [share('H', 50), share('S', 50)];
    expect(judged()).toBe('not judged');
    expect(judged(...shares)).toBe('undetermined');
    expect(judged(...shares, booked('H', 65), booked('S', 35))).toBe('met');
    expect(judged(...shares, booked('H', 651), booked('S', 349))).toBe('unmet 2 party');
    expect(judged(...shares, booked('H', 65), booked('S', 35), booked('S', 100, '2025-08-31'), booked('S', 100, '2025-11-01'))).toBe('met');
    expect(judged(...shares, booked('F', 30), booked('H', 35), booked('S', 35))).toBe('unmet 1 party');
  });
});

describe('daily running and safety', () => {
  const open = [['open', 'open']] as const;
  const hazard = (on: string, steps: readonly (readonly [string, string])[] = open) => entry('hazard', { on, place: '3号楼', what: '护栏松动', severity: 'B' }, steps);
  const rule = (from: string, to: string) => entry('college_rule', { title: '宿舍管理', version: '2', document_no: '1', from }, [['open', to]]);
  const visitor = (on: string, to = 'asked') => entry('visitor_request', { on, person: '王', need: 'both', remark: null }, [['open', to]]);
  const judged = (standard: string, ...entries: readonly JournalEntry[]) => outcome('daily', standard, factsOf(campusOnTheLine(), entries));

  test('M3-a: seven days for a serious hazard, and what was put right is not late', () => {
    expect(judged('M3-a')).toBe('met');
    expect(judged('M3-a', hazard('2025-10-24'))).toBe('met');
    expect(judged('M3-a', hazard('2025-10-23'))).toBe('unmet 1 entry');
    expect(judged('M3-a', hazard('2025-10-23', [['open', 'open'], ['rectify', 'rectified']]))).toBe('met');
  });

  test('M3-b: a rule counts from its day, until this version is acknowledged', () => {
    expect([judged('M3-b'), judged('M3-b', rule('2025-11-01', 'sent')), judged('M3-b', rule('2025-10-31', 'sent')), judged('M3-b', rule('2025-10-31', 'adopted'))]).toEqual(['undetermined', 'met', 'unmet 1 entry', 'met']);
  });

  test('R4-i: a request is answered a day before the teaching day', () => {
    expect([judged('R4-i', visitor('2025-11-01')), judged('R4-i', visitor('2025-10-31')), judged('R4-i', visitor('2025-10-31', 'arranged'))]).toEqual(['met', 'unmet 1 entry', 'met']);
  });

  test('M3-d: the college of the campus runs the higher stage of everybody there', () => {
    const other = (college_id: string) => ({ ...campusOnTheLine(), programmes: [{ programme_id: 'P', school_id: 'S', college_id, secondary_code: '660103', higher_code: '460103', name: '数控' }] });
    expect(outcome('daily', 'M3-d', factsOf())).toBe('met');
    expect(outcome('daily', 'M3-d', factsOf(other('S')))).toBe('unmet 268 student');
    expect(outcome('daily', 'M3-d', factsOf({ ...campusOnTheLine(), students: [] }))).toBe('undetermined');
  });
});
