import { describe, expect, test } from 'vitest';
import { date } from '../values/plain-date.ts';
import { refusalOfDecision } from './duplicates.ts';
import { madeAdmission, madeCitizenId, readMade } from './made-admissions.ts';
import { classesFor, numberStudents } from './numbering.ts';
import { refusalOfQuota } from './quota.ts';
import { refusalsOfRegistering, type Newcomer, type RegistrationDay } from './registering.ts';

const found = (given: Parameters<typeof madeAdmission>[1]) => readMade([madeAdmission(1, given)]).problems.map(({ row, column, code, value }) => `${row} ${column} ${code} ${value ?? ''}`.trim());

describe('a row of admitted students', () => {
  test('whose number says the same of birth and sex is taken', () => {
    expect(found({})).toEqual([]);
    expect(readMade([madeAdmission(1), madeAdmission(2)]).rows.map(({ name }) => name)).toEqual(['新生1', '新生2']);
  });

  test('whose number has a wrong check character is refused at its cell, masked', () => {
    expect(found({ id_number: '330802200901150015', birth_date: '2009-01-15' })).toEqual(['2 id_number id_wrong 330802********0015']);
    expect(found({ id_number: '330802200901150014', birth_date: '2009-01-15' })).toEqual([]);
  });

  test('whose dates are none, or two, is refused', () => {
    expect(found({ birth_date: '2009-02-29', id_number: '' })).toEqual(['2 birth_date not_a_date 2009-02-29', '2 id_number no_id']);
    expect(found({ id_number: '330822200702290017', birth_date: '2007-03-01' })[0]).toContain('id_number id_birth_date');
    expect(found({ id_number: madeCitizenId('2010-03-05', 1) })[0]).toContain('id_number id_birth_date');
  });

  test('whose number is of the other sex is refused', () => {
    expect(found({ sex: '2' })).toEqual(['2 sex id_sex 2']);
  });

  test('of an unusual age or without a number is pointed out and taken', () => {
    const old = '2002-12-31';
    expect(found({ birth_date: old })).toEqual([`2 birth_date unusual_age ${old}`]);
    expect(found({ birth_date: '2003-01-01' })).toEqual([]);
    expect(readMade([madeAdmission(1, { id_number: '' })]).rows).toHaveLength(1);
  });

  test('that comes twice with other values is refused', () => {
    const { problems, rows } = readMade([madeAdmission(1), madeAdmission(1, { name: '另一人' })]);
    expect(problems.map(({ code, row }) => `${row} ${code}`)).toEqual(['3 duplicate_key']);
    expect(rows).toHaveLength(1);
  });
});

test('M8-c: nobody without a plan, on a line that is not filed, or beyond what it approves', () => {
  const plan = new Map([['P', { approved: 40, filed: true }], ['Q', { approved: 40, filed: false }]]);
  const ask = (id: string, held: number, more: number, of = plan) => refusalOfQuota(of, id, { held, more });
  expect([ask('P', 39, 1), ask('P', 39, 2), ask('P', 41, 0), ask('P', 41, -1)]).toEqual([null, 'over_quota', null, null]);
  expect([ask('Q', 0, 1), ask('R', 0, 1), ask('P', 0, 1, new Map())]).toEqual(['line_not_filed', 'line_not_filed', 'no_plan']);
});

describe('two records that look alike', () => {
  const decide = (by_id: boolean, other: Parameters<typeof refusalOfDecision>[0]['other'], verdict: 'same' | 'different', stands: 'admission' | 'other' | null, leavers_return = false) =>
    refusalOfDecision({ by_id, other }, { verdict, stands, reason: '核对证件' }, { leavers_return });

  test('of one citizen id are one person; of one name and birth date they may be two', () => {
    expect(decide(true, 'admission', 'different', null)).toBe('one_id_one_person');
    expect(decide(false, 'admission', 'different', null)).toBeNull();
    expect(decide(true, 'admission', 'same', null)).toBe('stands_missing');
    expect(decide(true, 'admission', 'same', 'other')).toBeNull();
  });

  test('R3-a: an admission does not stand beside a roll that goes on, nor for a leaver unless the region says so', () => {
    expect(decide(true, { status: 'suspended' }, 'same', 'admission', true)).toBe('still_on_roll');
    expect(decide(true, { status: 'withdrawn' }, 'same', 'admission')).toBe('leavers_stay_out');
    expect(decide(true, { status: 'withdrawn' }, 'same', 'admission', true)).toBeNull();
    expect(decide(true, { status: 'enrolled' }, 'same', 'other')).toBeNull();
  });

  test('are decided with a reason', () => {
    expect(refusalOfDecision({ by_id: true, other: 'admission' }, { verdict: 'same', stands: 'other', reason: ' ' }, { leavers_return: false })).toBe('reason_missing');
  });
});

describe('C5: numbers', () => {
  test('go on in each class without a gap, and end with the last of two figures', () => {
    expect(numberStudents(['2025010101', '2025010102', '2025010101'], ['202501010101', 'X'])).toEqual(['202501010102', '202501010201', '202501010103']);
    expect(numberStudents(['2025010101', '2025010101'], ['202501010198'])).toEqual(['202501010199', null]);
  });

  test('stand in as few classes as hold everybody, as even as can be', () => {
    const classes = classesFor(45, 40, { year: 2025, school: '01', major: '02' });
    expect([...new Set(classes)].map((one) => `${one} ${classes.filter((other) => other === one).length}`)).toEqual(['2025010201 23', '2025010202 22']);
    expect(new Set(classesFor(40, 40, { year: 2025, school: '01', major: '02' })).size).toBe(1);
  });
});

describe('R3-b: registering', () => {
  const day: RegistrationDay = { on: date('2025-09-01'), today: date('2025-10-31'), begins: () => date('2025-09-01'), no_show_days: 14 };
  const one = (given: Partial<Newcomer> = {}): Newcomer => ({
    admission_id: 1, class_id: '2025010101', admission: { year: 2025, programme_id: 'P', state: 'admitted', restored: false }, undecided: false, on_roll: null, ...given,
  });
  const whys = (newcomers: readonly Newcomer[], on: Partial<RegistrationDay> = {}, owner: string | null = null) => refusalsOfRegistering(newcomers, { ...day, ...on }, () => owner).map(({ why }) => why);
  const of = (given: Partial<NonNullable<Newcomer['admission']>>) => one({ admission: { year: 2025, programme_id: 'P', state: 'admitted', restored: false, ...given } });

  test('is from the first day until two weeks after it', () => {
    expect(whys([one()])).toEqual([]);
    expect([whys([one()], { on: date('2025-08-31') }), whys([one()], { on: date('2025-09-15') }), whys([one()], { on: date('2025-09-16') })]).toEqual([['before_first_day'], [], ['too_late']]);
    expect(whys([one()], { on: date('2025-11-01') })).toEqual(['day_to_come']);
    expect([whys([one()], { begins: () => null }), whys([one()], { no_show_days: null })]).toEqual([['no_calendar'], ['no_rule']]);
  });

  test('takes up a kept place in a later year, once that is approved', () => {
    expect(whys([of({ state: 'admission_kept' })])).toEqual(['place_kept']);
    expect(whys([of({ year: 2024 })])).toEqual(['other_year']);
    expect(whys([of({ year: 2024, restored: true })])).toEqual([]);
  });

  test('is for those of the school who have a place, are nobody else, and are in one class', () => {
    expect(whys([one({ admission: null })])).toEqual(['not_of_school']);
    expect([whys([of({ state: 'registered' })]), whys([of({ state: 'place_lost' })])]).toEqual([['registered_already'], ['place_lost']]);
    expect(whys([one({ undecided: true })])).toEqual(['undecided']);
    expect(whys([one({ on_roll: 'T1' })])).toEqual(['on_roll_already']);
    expect(whys([one(), one({ class_id: '2025010102' })])).toEqual(['in_two_classes']);
    expect(whys([])).toEqual(['nobody']);
  });

  test('puts one programme into a class of this year', () => {
    expect([whys([one({ class_id: '2024010101' })]), whys([one({ class_id: '高一1班' })])]).toEqual([['class_wrong'], ['class_wrong']]);
    expect([whys([one()], {}, 'P'), whys([one()], {}, 'Q')]).toEqual([[], ['class_of_other']]);
    expect(whys([one(), { ...of({ programme_id: 'Q' }), admission_id: 2 }])).toEqual(['class_of_other']);
  });
});
