import { expect, test } from 'vitest';
import { ROLE_NAMES, ROLES } from '../../../core/access/roles.ts';
import { date } from '../../../core/values/plain-date.ts';
import { peopleWords } from '../../words/people.ts';
import { appointingProblems, isAtOrganisation, organisationsFor } from './appointing.ts';
import type { AppointingDraft } from './appointing.ts';

const say = peopleWords.zh;
const whole: AppointingDraft = { role: 'school_head', org_id: 'S1', campuses: [], classes: [], staff_no: '', from: date('2026-09-01'), to: null };
const fields = (draft: Partial<AppointingDraft>) => appointingProblems({ ...whole, ...draft }, say).map(({ field }) => field);

test('what is complete has no problem', () => {
  expect(fields({})).toEqual([]);
  expect(fields({ role: 'auditor', org_id: '' })).toEqual([]);
  expect(fields({ role: 'campus_manager', campuses: ['C1'] })).toEqual([]);
  expect(fields({ role: 'teacher', staff_no: 'T102' })).toEqual([]);
  expect(fields({ to: date('2026-09-01') })).toEqual([]);
});

test('each thing that is missing is named at its field', () => {
  expect(fields({ role: null, org_id: '', from: null })).toEqual(['appoint-role', 'appoint-from']);
  expect(fields({ org_id: '' })).toEqual(['appoint-org']);
  expect(fields({ role: 'campus_manager' })).toEqual(['appoint-campuses']);
  expect(fields({ role: 'counsellor', campuses: ['C1'] })).toEqual(['appoint-classes']);
  expect(fields({ role: 'teacher', staff_no: ' ' })).toEqual(['appoint-staff']);
  expect(fields({ to: date('2026-08-31') })).toEqual(['appoint-to']);
});

test('a role is offered the institutions of its kinds; one of the region none', () => {
  const organisations = [{ org_id: 'S1', name: '一职', kind: 'school' }, { org_id: 'H1', name: '高职', kind: 'college' }, { org_id: 'E1', name: '企业', kind: 'enterprise' }];
  const ids = (role: AppointingDraft['role']) => organisationsFor(role, { organisations }).map(({ org_id }) => org_id);
  expect([ids('school_head'), ids('counsellor'), ids('enterprise'), ids('auditor'), ids(null)]).toEqual([['S1'], ['S1', 'H1'], ['E1'], [], []]);
  expect(ROLE_NAMES.filter((role) => isAtOrganisation(role)).every((role) => Array.isArray(ROLES[role].at))).toBe(true);
});
