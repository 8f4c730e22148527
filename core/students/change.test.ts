import { describe, expect, test } from 'vitest';
import { date } from '../values/plain-date.ts';
import { change, changesFor } from './change.ts';
import type { ChangeAsk } from './change-ask.ts';
import { madeAsk, madeHigherRoll, madeRoll, madeRules } from './made-roll.ts';
import type { Roll } from './roll.ts';
import type { ChangeName } from './roll-changes.ts';
import { rollRules, type RollRules } from './rules.ts';

/** `moved status`, or why not and by which clause. */
function answer(roll: Roll, name: ChangeName, on: string, given: Partial<ChangeAsk> = {}, rules: Partial<RollRules> = {}): string {
  const found = change(roll, madeAsk(name, on, { by: roll.stage === 'higher' || name === 'step_up' ? 'college' : 'school', ...given }), madeRules(rules));
  return found.outcome === 'moved' ? `moved ${found.roll.status}` : `${found.why} ${found.clause}`;
}

describe('R3-b, R3-c: only the keeper of a stage changes its roll', () => {
  test('the school in the secondary stage, the college in the higher', () => {
    expect(answer(madeRoll(), 'suspend', '2024-10-08')).toBe('moved suspended');
    expect(answer(madeRoll(), 'suspend', '2024-10-08', { by: 'college' })).toBe('not_the_keeper R3-b');
    expect(answer(madeHigherRoll(), 'suspend', '2028-10-08')).toBe('moved suspended');
    expect(answer(madeHigherRoll(), 'suspend', '2028-10-08', { by: 'school' })).toBe('not_the_keeper R3-c');
  });

  test('a page shows each institution its own changes and no others', () => {
    expect(changesFor(madeHigherRoll({ status: 'place_kept' }), 'college')).toEqual(['restore_place', 'withdraw', 'cancel_roll', 'expel', 'death']);
    expect(changesFor(madeHigherRoll({ status: 'place_kept' }), 'school')).toEqual([]);
    expect(changesFor(madeRoll(), 'college')).toEqual(['step_up']);
  });
});

describe('what every change asks', () => {
  test('its papers, by name', () => {
    const found = change(madeRoll({ grade: 2, since: date('2025-09-01') }), madeAsk('transfer_out', '2025-10-08', { evidence: new Set(['application'] as const) }), madeRules());
    expect(found).toEqual({ outcome: 'refused', why: 'evidence_missing', clause: 'R3-b', missing: ['receiving_school'] });
  });

  test('approval where the table says so', () => {
    expect(answer(madeRoll(), 'suspend', '2024-10-08', { approved: false })).toBe('approval_missing R3-a');
    expect(answer(madeRoll(), 'change_class', '2024-10-08', { approved: false })).toBe('moved enrolled');
  });

  test('a day after the last change', () => {
    expect(answer(madeRoll(), 'suspend', '2024-09-01')).toBe('not_after_last_change R3-a');
    expect(answer(madeRoll(), 'suspend', '2024-09-02')).toBe('moved suspended');
  });

  test('a status from which it leads; who has left does not move', () => {
    expect(answer(madeRoll(), 'resume', '2024-10-08')).toBe('not_from_this_status R3-a');
    expect(answer(madeRoll({ status: 'withdrawn' }), 'resume', '2024-10-08')).toBe('already_left R3-a');
    expect(answer(madeHigherRoll({ status: 'graduated' }), 'withdraw', '2029-07-01')).toBe('already_left R3-a');
  });

  test('rules that are in force', () => {
    expect(rollRules(new Map())).toBeNull();
  });
});

describe('new students', () => {
  const admitted = madeRoll({ status: 'admitted', since: date('2024-08-15'), entered_on: date('2024-08-15') });

  test('terms are counted from registration, also of a place that was kept', () => {
    expect(change(admitted, madeAsk('register', '2024-09-02'), madeRules())).toMatchObject({ roll: { status: 'enrolled', entered_on: '2024-09-02' } });
    const kept = change(admitted, madeAsk('keep_admission', '2024-09-02'), madeRules());
    expect(kept).toMatchObject({ roll: { status: 'admission_kept', entered_on: '2024-08-15' } });
    if (kept.outcome === 'moved') expect(change(kept.roll, madeAsk('restore_admission', '2025-09-01'), madeRules())).toMatchObject({ roll: { status: 'enrolled', entered_on: '2025-09-01' } });
  });

  test('who does not come loses the place, and that is the end', () => {
    expect(answer(admitted, 'cancel_admission', '2024-09-16')).toBe('moved place_lost');
    expect(answer(madeRoll({ status: 'place_lost' }), 'register', '2024-09-17')).toBe('already_left R3-b');
  });
});

describe('B39: transfers and majors', () => {
  test('no transfer in the first term; from the second on', () => {
    expect(answer(madeRoll(), 'transfer_out', '2025-01-31')).toBe('first_terms R3-b');
    expect(answer(madeRoll(), 'transfer_out', '2025-02-01')).toBe('moved transferred_out');
  });

  test('nor in the final secondary grade, nor while suspended', () => {
    expect(answer(madeRoll({ grade: 3, since: date('2026-09-01') }), 'transfer_out', '2026-10-08')).toBe('final_grade R3-b');
    expect(answer(madeRoll({ grade: 2, status: 'suspended', since: date('2025-09-01') }), 'transfer_out', '2025-10-08')).toBe('suspended R3-b');
  });

  test('in the higher stage not at all, unless the pack opens it', () => {
    expect(answer(madeHigherRoll({ grade: 4 }), 'transfer_out', '2028-10-08')).toBe('no_transfer_in_higher_stage R3-c');
    expect(answer(madeHigherRoll({ grade: 4 }), 'transfer_out', '2028-10-08', {}, { higher_school_transfer: true })).toBe('moved transferred_out');
  });

  test('who left does not come back, who was never of the pilot does not join', () => {
    expect(answer(madeRoll({ status: 'transferred_out' }), 'transfer_in', '2025-09-01')).toBe('leaver R3-a');
    expect(answer(madeRoll({ status: 'elsewhere' }), 'transfer_in', '2025-09-01')).toBe('outsider R3-a');
    expect(answer(madeRoll({ status: 'withdrawn' }), 'transfer_in', '2025-09-01', {}, { leavers_return: true })).toBe('moved enrolled');
    expect(answer(madeRoll({ status: 'elsewhere' }), 'transfer_in', '2025-09-01', {}, { outsiders_join: true })).toBe('moved enrolled');
  });

  test('another category until the end of the first term, the same until the end of the third', () => {
    const second = madeRoll({ grade: 2, since: date('2025-09-01') });
    expect([answer(madeRoll(), 'change_major', '2025-01-31'), answer(madeRoll(), 'change_major', '2025-02-01')]).toEqual(['moved enrolled', 'too_late_for_major R3-b']);
    expect(['2026-01-31', '2026-02-01'].map((on) => answer(second, 'change_major', on, { same_category: true }))).toEqual(['moved enrolled', 'too_late_for_major R3-b']);
  });

  test('in the higher stage for illness or service only', () => {
    const asked = (ground: 'illness' | 'service' | 'other'): string => answer(madeHigherRoll(), 'change_major', '2028-10-08', { ground });
    expect([asked('illness'), asked('service'), asked('other')]).toEqual(['moved enrolled', 'moved enrolled', 'no_major_change_in_higher_stage R3-c']);
    expect(answer(madeHigherRoll(), 'change_major', '2028-10-08', { ground: 'other' }, { higher_major_change: true })).toBe('moved enrolled');
  });
});

describe('M3-c, M9-d: the step-up', () => {
  const third = madeRoll({ grade: 3, since: date('2026-09-01') });

  test('the college takes up whoever is eligible, from 1 September of the fourth year', () => {
    expect(answer(third, 'step_up', '2027-08-31', { eligible: true })).toBe('before_september R3-c');
    expect(change(third, madeAsk('step_up', '2027-09-01', { by: 'college', eligible: true }), madeRules()))
      .toMatchObject({ outcome: 'moved', roll: { stage: 'higher', status: 'enrolled', grade: 4, since: '2027-09-01', higher_since: '2027-09-01' } });
    expect(answer(third, 'step_up', '2027-09-01', { by: 'school', eligible: true })).toBe('not_the_keeper R3-b');
  });

  test('not who is not eligible, nor from a lower grade', () => {
    expect(answer(third, 'step_up', '2027-09-01', { eligible: false })).toBe('not_eligible M9-d');
    expect(answer(third, 'step_up', '2027-09-01')).toBe('not_eligible M9-d');
    expect(answer(madeRoll({ grade: 2 }), 'step_up', '2027-09-01', { eligible: true })).toBe('not_final_grade R3-b');
  });

  test('who does not step up leaves with the secondary diploma', () => {
    expect(answer(third, 'leave_after_secondary', '2027-07-01')).toBe('moved withdrawn');
    expect(answer(madeRoll({ grade: 2 }), 'leave_after_secondary', '2027-07-01')).toBe('not_final_grade M9-d');
  });
});

describe('R3-d: the end of the higher stage', () => {
  test('is what the audit answered', () => {
    expect(answer(madeHigherRoll(), 'graduate', '2029-06-20', { audit: 'graduated' })).toBe('moved graduated');
    expect(answer(madeHigherRoll(), 'graduate', '2029-06-20', { audit: 'completed' })).toBe('audit_says_otherwise R3-d');
    expect(answer(madeHigherRoll(), 'complete', '2029-06-20', { audit: 'completed' })).toBe('moved completed');
    expect(answer(madeHigherRoll(), 'end_incomplete', '2029-06-20', { audit: 'incomplete' })).toBe('moved incomplete');
    expect(answer(madeHigherRoll({ grade: 4 }), 'graduate', '2029-06-20', { audit: 'graduated' })).toBe('not_final_grade R3-d');
  });

  test('another year while the longest time has room', () => {
    expect(answer(madeHigherRoll(), 'extend', '2030-08-31', { audit: 'incomplete' })).toBe('moved repeating');
    expect(answer(madeHigherRoll(), 'extend', '2030-09-01', { audit: 'incomplete' })).toBe('longest_time_used_up R3-d');
    expect(answer(madeHigherRoll(), 'extend', '2029-06-20', { audit: 'graduated' })).toBe('audit_says_otherwise R3-d');
    expect([answer(madeRoll(), 'repeat', '2028-08-31'), answer(madeRoll(), 'repeat', '2028-09-01')]).toEqual(['moved repeating', 'longest_time_used_up R3-b']);
  });

  test('service keeps the place in the higher stage; in the secondary stage it is a suspension', () => {
    expect(answer(madeHigherRoll(), 'keep_place', '2028-10-08')).toBe('moved place_kept');
    expect(answer(madeRoll(), 'keep_place', '2024-10-08')).toBe('not_from_this_status R3-c');
  });
});
