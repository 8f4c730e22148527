import { describe, expect, test } from 'vitest';
import { date, type PlainDate } from '../values/plain-date.ts';
import { dueOf, type JournalEntry } from './entry.ts';
import type { Values } from './field.ts';
import { AREAS } from './journal-kind.ts';
import { journalKind, JOURNALS, journalsOf } from './journals.ts';
import { readValues } from './read-values.ts';
import { answersOf, refusalOfEntry, type Ground } from './refusals.ts';
import { dayOverWhole, type HeldShare } from './shares.ts';

const TODAY = date('2025-10-31');
const kindOf = (id: string) => {
  const kind = journalKind(id);
  if (kind === undefined) throw new Error(id);
  return kind;
};
const ground = (given: Partial<Ground> = {}): Ground => ({ today: TODAY, standing: [], bases: new Set(['B']), sites: new Set(), organisations: new Set(['H', 'S']), overlapping: new Set(['T1']), majors: new Set(['460103']), ...given });
const entry = (kind: string, values: Values, given: Partial<JournalEntry> = {}): JournalEntry => ({ entry_id: 1, kind: kindOf(kind), campus_id: 'C', values, recorded_on: TODAY, steps: [], ...given });

describe('kinds of journal', () => {
  test('each has a page, its own name, and a heading of its own fields', () => {
    expect(new Set(JOURNALS.map(({ id }) => id)).size).toBe(JOURNALS.length);
    expect(AREAS.map((area) => journalsOf(area).length)).toEqual([6, 4, 6]);
    for (const { id, heading, fields, takes, way, dated } of JOURNALS) {
      expect(heading.filter((name) => !(name in fields)), id).toEqual([]);
      const acts = Object.values(way?.steps ?? {}).flat().map(({ act }) => act);
      expect(Object.keys(takes).filter((act) => !acts.includes(act)), id).toEqual([]);
      expect(dated.filter(({ state }) => way?.states[state] === undefined || way.states[state]?.workdays !== null), id).toEqual([]);
    }
  });

  test('every guard of a step is answered', () => {
    const guards = JOURNALS.flatMap(({ way }) => Object.values(way?.steps ?? {}).flat().flatMap((step) => step.guards.map(({ id }) => id)));
    const answers = answersOf(entry('hazard', {}), {}, ground(), 0);
    expect(guards.filter((id) => !answers.has(id))).toEqual([]);
  });
});

describe('values', () => {
  const { fields } = kindOf('teacher_trainings');
  const given = { person_id: ' T1 ', name: '张三', team: 'affairs', topic: '心理危机干预', on: '2025-10-31', hours: 8 };
  const faults = (more: Values) => {
    const read = readValues(fields, { ...given, ...more }, TODAY);
    return 'faults' in read ? read.faults.map(({ field, why }) => `${field} ${why}`) : [];
  };

  test('are trimmed, and empty where they may be', () => {
    expect(readValues(fields, { ...given, certificate_no: ' ' }, TODAY)).toEqual({ values: { ...given, person_id: 'T1', certificate_no: null } });
  });

  test('say of each what is wrong', () => {
    expect(faults({ name: ' ', hours: 0, team: 'others', on: '2025-02-29', more: 'x' })).toEqual(['more unknown_field', 'name missing_value', 'team not_possible', 'on not_possible', 'hours not_possible']);
    expect(faults({ hours: 1.5 })).toEqual(['hours not_possible']);
    expect(faults({ topic: 'x'.repeat(201) })).toEqual(['topic not_possible']);
    expect(faults({ topic: 'x'.repeat(200) })).toEqual([]);
  });

  test('what happened lies not after today; a span ends no earlier than it begins', () => {
    expect(faults({ on: '2025-11-01' })).toEqual(['on day_to_come']);
    const exchange = (to: string) => readValues(kindOf('teacher_exchanges').fields, { direction: 'to_school', person_id: 'T', name: '李', order_no: '1', from: '2025-11-02', to }, TODAY);
    expect(exchange('2025-11-02')).not.toHaveProperty('faults');
    expect(exchange('2025-11-01')).toEqual({ faults: [{ field: 'to', why: 'from_after_to' }] });
  });
});

describe('M4-c: shares of a base', () => {
  const held = (share_percent: number, from: string, to: string | null = null): HeldShare => ({ base_id: 'B', owner_id: 'H', share_percent, from: date(from), to: to as PlainDate | null });

  test('come to the whole at most, on every day', () => {
    expect(dayOverWhole([held(60, '2025-09-01'), held(40, '2025-09-01')])).toBeNull();
    expect(dayOverWhole([held(60, '2025-09-01'), held(41, '2025-10-01')])).toEqual({ base_id: 'B', on: '2025-10-01', percent: 101 });
    expect(dayOverWhole([held(60, '2025-09-01', '2025-09-30'), held(100, '2025-10-01')])).toBeNull();
    expect(dayOverWhole([held(60, '2025-09-01', '2025-10-01'), held(100, '2025-10-01')])).toMatchObject({ on: '2025-10-01', percent: 160 });
    expect(dayOverWhole([held(60, '2025-09-01'), { ...held(60, '2025-09-01'), base_id: 'B2' }])).toBeNull();
  });

  test('one more than the whole is refused with the clause, as is a base or a party that is not there', () => {
    const standing = [entry('base_agreements', { base_id: 'B', owner_id: 'H', share_percent: 60, agreement_no: '1', from: '2025-09-01', to: null })];
    const refused = (values: Values) => refusalOfEntry(kindOf('base_agreements'), { base_id: 'B', owner_id: 'S', share_percent: 40, agreement_no: '2', from: '2025-10-01', to: null, ...values }, ground({ standing }));
    expect(refused({})).toBeNull();
    expect(refused({ share_percent: 41 })).toMatchObject({ clause: 'M4-c', text: { zh: expect.stringContaining('101%') } });
    expect(refused({ base_id: 'Z' })).toMatchObject({ clause: 'M4-c' });
    expect(refused({ owner_id: 'Z' })).toMatchObject({ clause: 'M4-c' });
  });
});

describe('R5-b, M6-d: what is refused', () => {
  const exception = { person_id: 'T1', name: '张三', why: '专业紧缺', until: '2025-11-01' };

  test('R5-b: an exception is for somebody in both stages, until a day to come, one at a time', () => {
    const refused = (values: Values, given: Partial<Ground> = {}) => refusalOfEntry(kindOf('overlap_exception'), { ...exception, ...values }, ground(given))?.clause ?? null;
    expect([refused({}), refused({ until: TODAY }), refused({ person_id: 'T2' })]).toEqual([null, 'R5-b', 'R5-b']);
    const asked = entry('overlap_exception', exception, { steps: [{ act: 'open', from: null, to: 'asked', person: '1', in_stead_of: null, role: 'school_head', reason: null, on: TODAY, details: {} }] });
    expect(refused({}, { standing: [asked] })).toBe('R5-b');
  });

  test('M6-d: a contract is not dated before its recommendation; an expert is for a major that there is', () => {
    const hire = entry('expert_hire', { person_id: 'X', name: '能手', firm: '企业', higher_code: '460103', course: '实训', on: '2025-10-10', from: '2025-10-10', to: '2026-06-30' });
    const answer = (contract_on: string) => answersOf(hire, { contract_on }, ground(), 0).get('contract_in_order')?.met;
    expect([answer('2025-10-09'), answer('2025-10-10')]).toEqual([false, true]);
    expect(refusalOfEntry(hire.kind, hire.values, ground())).toBeNull();
    expect(refusalOfEntry(hire.kind, { ...hire.values, higher_code: '460104' }, ground())).toMatchObject({ clause: 'M6-d' });
  });

  test('M3-a, M4-b: nothing is put right, closed or accepted without a file', () => {
    const met = (files: number) => ['hazard_proof', 'incident_proof', 'acceptance_proof'].map((id) => answersOf(entry('hazard', {}), {}, ground(), files).get(id)?.met);
    expect([met(0), met(1)]).toEqual([[false, false, false], [true, true, true]]);
  });
});

describe('days by which entries are dealt with', () => {
  const value = (key: string) => ({ n: key.startsWith('hazard') ? 7n : 1n, d: 1n });
  const at = (act: string, to: string, details: Values = {}) => ({ act, from: null, to, person: '1', in_stead_of: null, role: 'school_head' as const, reason: null, on: TODAY, details });

  test('M3-a: a hazard by its severity, R4-i: a request before the teaching day, and an incident once it is triaged', () => {
    expect(dueOf(entry('hazard', { on: '2025-10-20', severity: 'B' }), value)).toBe('2025-10-27');
    expect(dueOf(entry('visitor_request', { on: '2025-11-03' }), value)).toBe('2025-11-02');
    const incident = entry('incident', { on: '2025-10-20' });
    expect(dueOf({ ...incident, steps: [at('open', 'reported')] }, value)).toBeNull();
    expect(dueOf({ ...incident, steps: [at('open', 'reported'), at('triage', 'triaged', { severity: 'C' })] }, value)).toBe('2025-10-21');
    expect(dueOf(entry('hazard', { on: '2025-10-20', severity: 'B' }), () => undefined)).toBeNull();
  });
});
