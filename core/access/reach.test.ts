import { describe, expect, test } from 'vitest';
import { sheetNames } from '../exchange/sheets.ts';
import { sheetsWithoutKind } from './kinds.ts';
import { OWNED_SHEETS, OWNERSHIP } from './ownership.ts';
import { mayAtAll, mayTouch, NOTHING, reachOf, type HeldRole, type Standing } from './reach.ts';
import { compatible, needsSecondFactor, ROLE_NAMES, type Role } from './roles.ts';

const held = (role: Role, more: Partial<HeldRole> = {}): HeldRole => ({ role, org_id: 'S1', division_code: '330802', campuses: [], classes: [], ...more });
const standing = (roles: readonly HeldRole[], more: Partial<Standing> = {}): Standing => ({ roles, student_id: null, wards: [], granted: [], ...more });

describe('what is in reach', () => {
  test('an organisation reaches what is labelled as its own, and no sibling or stranger', () => {
    const reach = reachOf(standing([held('school_registrar')]));
    expect(mayTouch(reach, 'students', 'read', ['org:S1', 'campus:C1'])).toBe(true);
    expect(mayTouch(reach, 'students', 'read', ['org:S2'])).toBe(false);
    expect(mayTouch(reach, 'students', 'read', [])).toBe(false);
    expect(mayTouch(reach, 'fees', 'read', ['org:S1'])).toBe(false);
  });

  test('a campus manager reaches the campuses named, not the school’s others', () => {
    const reach = reachOf(standing([held('campus_manager', { campuses: ['C1'] })]));
    expect(mayTouch(reach, 'conditions', 'write', ['org:S1', 'campus:C1'])).toBe(true);
    expect(mayTouch(reach, 'conditions', 'write', ['org:S1', 'campus:C2'])).toBe(false);
    expect(mayAtAll(reachOf(standing([held('campus_manager')])), 'conditions', 'read')).toBe(false);
  });

  test('a counsellor reaches the classes named for reading; a county bureau its county, and none without one', () => {
    const reach = reachOf(standing([held('counsellor', { classes: ['K1'] })]));
    expect([mayTouch(reach, 'students', 'read', ['class:K1']), mayTouch(reach, 'students', 'read', ['class:K2']), mayAtAll(reach, 'students', 'write')]).toEqual([true, false, false]);
    expect(mayTouch(reachOf(standing([held('county_bureau')])), 'conditions', 'read', ['county:330802'])).toBe(true);
    expect(mayTouch(reachOf(standing([held('county_bureau')])), 'conditions', 'read', ['county:330803'])).toBe(false);
    expect(mayAtAll(reachOf(standing([held('county_bureau', { division_code: null })])), 'conditions', 'read')).toBe(false);
  });

  test('a student reaches the own record, a guardian those of the wards, and nobody else’s', () => {
    const student = reachOf(standing([held('student', { org_id: null })], { student_id: 'T1' }));
    expect([mayTouch(student, 'fees', 'read', ['student:T1']), mayTouch(student, 'fees', 'read', ['student:T2']), mayAtAll(student, 'conditions', 'read')]).toEqual([true, false, false]);
    const guardian = reachOf(standing([held('guardian', { org_id: null })], { wards: ['T1', 'T2'] }));
    expect([mayTouch(guardian, 'fees', 'read', ['student:T2']), mayTouch(guardian, 'fees', 'read', ['student:T3'])]).toEqual([true, false]);
    expect(mayAtAll(reachOf(standing([held('guardian', { org_id: null })])), 'students', 'read')).toBe(false);
  });

  test('a grant opens minors’ records for reading to the pilot’s staff, and to nobody else', () => {
    const office = reachOf(standing([held('office')], { granted: ['class:K1'] }));
    expect([mayTouch(office, 'students', 'read', ['class:K1']), mayTouch(office, 'students', 'read', ['class:K2']), mayTouch(office, 'students', 'export', ['class:K1'])]).toEqual([true, false, false]);
    expect(mayAtAll(reachOf(standing([held('office')])), 'students', 'read')).toBe(false);
    expect(mayTouch(reachOf(standing([held('enterprise')], { granted: ['*'] })), 'students', 'read', ['class:K1'])).toBe(false);
  });

  test('two appointments reach what each of them does; none reaches nothing', () => {
    const both = reachOf(standing([held('school_head'), held('counsellor', { org_id: 'S2', classes: ['K9'] })]));
    expect([mayTouch(both, 'conditions', 'write', ['org:S1']), mayTouch(both, 'conditions', 'write', ['class:K9']), mayTouch(both, 'students', 'read', ['class:K9'])]).toEqual([true, false, true]);
    expect(reachOf(standing([]))).toEqual(NOTHING);
  });

  test('the three administrators and the auditor write no business record', () => {
    const kinds = ['reference', 'conditions', 'staff', 'students', 'learning', 'fees', 'funds', 'planning', 'imports', 'snapshots', 'policy', 'region'] as const;
    for (const role of ['auditor', 'system_admin', 'security_admin', 'audit_admin'] as const) {
      const reach = reachOf(standing([held(role, { org_id: null })]));
      expect(kinds.filter((kind) => mayAtAll(reach, kind, 'write')), role).toEqual([]);
      if (role !== 'auditor') expect(kinds.filter((kind) => mayAtAll(reach, kind, 'read')), role).toEqual([]);
    }
  });
});

describe('roles', () => {
  test('the exclusive ones are held beside no other; the others may be held together', () => {
    const exclusive: Role[] = ['auditor', 'system_admin', 'security_admin', 'audit_admin'];
    for (const one of ROLE_NAMES) {
      for (const other of ROLE_NAMES) expect(compatible([one, other]), `${one} ${other}`).toBe(one === other || !exclusive.includes(one) && !exclusive.includes(other));
    }
  });

  test('who approves, pays, administers or reads all shows a second factor; who teaches, learns or works does not', () => {
    const once: Role[] = ['department', 'college_academic', 'campus_manager', 'counsellor', 'teacher', 'enterprise', 'student', 'guardian'];
    expect(ROLE_NAMES.filter((role) => !needsSecondFactor([role])).sort()).toEqual([...once].sort());
    expect([needsSecondFactor([]), needsSecondFactor(['student', 'school_head'])]).toEqual([false, true]);
  });
});

describe('sheets', () => {
  test('each has a kind and says whose its records are, things before what names them', () => {
    expect(sheetsWithoutKind()).toEqual([]);
    expect([...OWNED_SHEETS].sort()).toEqual([...sheetNames].sort());
    const spoken = new Set<string>();
    for (const sheet of OWNED_SHEETS) {
      for (const { things } of OWNERSHIP[sheet].of ?? []) for (const thing of things) expect(spoken.has(thing), `${sheet} names a ${thing}`).toBe(true);
      for (const { thing } of OWNERSHIP[sheet].things ?? []) spoken.add(thing);
    }
  });
});
