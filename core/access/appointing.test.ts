import { describe, expect, test } from 'vitest';
import { date } from '../values/plain-date.ts';
import { refusalOfAppointing, type Appointing, type AppointingFacts } from './appointing.ts';
import { ROLES, ROLE_NAMES, type OrganisationKind } from './roles.ts';

const head: Appointing = { role: 'school_head', org_id: 'S1', campuses: [], classes: [], from: date('2026-01-01'), to: date('2026-12-31') };
const facts: AppointingFacts = { oneself: false, person: { kind: 'staff', closed: false }, organisation: 'school', foreign: [], held: [] };
const refusal = (wanted: Partial<Appointing> = {}, given: Partial<AppointingFacts> = {}) => refusalOfAppointing({ ...head, ...wanted }, { ...facts, ...given });

describe('an appointment', () => {
  test('is made for another person of staff who has not been closed', () => {
    expect(refusal()).toBeNull();
    expect(refusal({}, { oneself: true })).toBe('oneself');
    expect(refusal({}, { person: { kind: 'staff', closed: true } })).toBe('person_closed');
    expect(refusal({}, { person: { kind: 'student', closed: false } })).toBe('not_staff');
    expect(refusal({}, { person: { kind: 'guardian', closed: false } })).toBe('not_staff');
  });

  test('ends on its first day at the earliest', () => {
    expect(refusal({ to: head.from })).toBeNull();
    expect(refusal({ to: date('2025-12-31') })).toBe('ends_before_it_begins');
  });

  test('is at an organisation of a kind that the role is held in, for every role', () => {
    const kinds: readonly OrganisationKind[] = ['college', 'school', 'office', 'education_bureau', 'government', 'finance_bureau', 'enterprise', 'park', 'department'];
    for (const role of ROLE_NAMES) {
      const { at } = ROLES[role];
      const narrowing = { campuses: role === 'campus_manager' ? ['C1'] : [], classes: role === 'counsellor' ? ['K1'] : [], staff_no: role === 'teacher' ? 'T1' : null };
      for (const kind of kinds) {
        const fits = typeof at !== 'string' && (at as readonly OrganisationKind[]).includes(kind);
        expect([role, kind, refusal({ role, ...narrowing }, { organisation: kind })]).toEqual([role, kind, fits ? null : 'role_elsewhere']);
      }
      const nowhere = refusal({ role, org_id: null, ...narrowing }, { organisation: null });
      expect([role, nowhere]).toEqual([role, at === 'region' ? null : at === 'person' ? 'role_elsewhere' : 'unknown_organisation']);
    }
  });

  test('of a campus manager names campuses, of a counsellor classes, of a teacher the number of the staff, of the others none; all of the organisation', () => {
    expect(refusal({ role: 'campus_manager', campuses: ['C1'] })).toBeNull();
    expect(refusal({ role: 'campus_manager' })).toBe('narrowed_wrongly');
    expect(refusal({ role: 'campus_manager', campuses: ['C1'], classes: ['K1'] })).toBe('narrowed_wrongly');
    expect(refusal({ role: 'counsellor', classes: ['K1'] })).toBeNull();
    expect(refusal({ role: 'counsellor', campuses: ['C1'] })).toBe('narrowed_wrongly');
    expect(refusal({ campuses: ['C1'] })).toBe('narrowed_wrongly');
    expect([refusal({ role: 'teacher', staff_no: 'T1' }), refusal({ role: 'teacher' }), refusal({ staff_no: 'T1' })]).toEqual([null, 'narrowed_wrongly', 'narrowed_wrongly']);
    expect(refusal({ role: 'teacher', staff_no: 'T1', classes: ['K1'] })).toBe('narrowed_wrongly');
    expect(refusal({ role: 'counsellor', classes: ['K1', 'K9'] }, { foreign: ['K9'] })).toBe('narrowed_wrongly');
  });

  test('that must be held alone stands beside no other on any day', () => {
    const administrator = { role: 'security_admin', org_id: null } as const;
    const organisation = null;
    expect(refusal(administrator, { organisation, held: [{ ...head, from: date('2026-12-31'), to: null }] })).toBe('held_alone');
    expect(refusal(administrator, { organisation, held: [{ ...head, from: date('2027-01-01'), to: null }] })).toBeNull();
    expect(refusal(administrator, { organisation, held: [{ ...head, from: date('2025-01-01'), to: date('2025-12-31') }] })).toBeNull();
    expect(refusal({}, { held: [{ ...head, role: 'auditor', org_id: null, to: null }] })).toBe('held_alone');
    expect(refusal(administrator, { organisation, held: [{ ...head, role: 'system_admin', org_id: null }] })).toBe('held_alone');
  });

  test('is not made twice for the same days, and beside another role or place it is', () => {
    expect(refusal({}, { held: [head] })).toBe('held_already');
    expect(refusal({}, { held: [{ ...head, from: date('2027-01-01'), to: null }] })).toBeNull();
    expect(refusal({}, { held: [{ ...head, org_id: 'S2' }] })).toBeNull();
    expect(refusal({}, { held: [{ ...head, role: 'school_registrar' }] })).toBeNull();
    const manager = { role: 'campus_manager', campuses: ['C1'] } as const;
    expect(refusal(manager, { held: [{ ...head, ...manager }] })).toBe('held_already');
    expect(refusal(manager, { held: [{ ...head, ...manager, campuses: ['C2'] }] })).toBeNull();
  });
});
