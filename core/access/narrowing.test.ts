import { expect, test } from 'vitest';
import { LANDING, landingOf } from './landing.ts';
import { mayHandOn, narrowed } from './narrowing.ts';
import { EVERYTHING, reachOf } from './reach.ts';
import { ROLE_NAMES } from './roles.ts';

const registrar = reachOf({
  roles: [{ role: 'school_registrar', org_id: 'S1', division_code: '330802', campuses: [], classes: [] }], student_id: null, wards: [], granted: [],
});

test('a program gets no more than was handed on, and no more than its owner has', () => {
  const reach = narrowed(registrar, ['students.read', 'funds.read']);
  expect([...reach.keys()]).toEqual(['students.read']);
  expect(reach.get('students.read')).toEqual(registrar.get('students.read'));
  expect(narrowed(registrar, []).size).toBe(0);
});

test('approving and revealing are handed on by nobody', () => {
  expect(mayHandOn(registrar, 'students.read')).toBe(true);
  expect(mayHandOn(registrar, 'students.reveal')).toBe(false);
  expect(mayHandOn(registrar, 'funds.write')).toBe(false);
  expect(mayHandOn(EVERYTHING, 'accounts.approve')).toBe(false);
  // A token that says so all the same, from wherever, opens nothing by it.
  expect(narrowed(EVERYTHING, ['accounts.approve', 'students.reveal', 'students.read']).size).toBe(1);
});

test('every role lands on a page; with several, on that of the first in the table', () => {
  for (const role of ROLE_NAMES) expect(LANDING[role]).toMatch(/^\/[a-z-]*$/);
  expect(landingOf(['school_head', 'office'])).toBe('/todo');
  expect(landingOf(['auditor'])).toBe('/');
});
