import { describe, expect, test } from 'vitest';
import { date, type PlainDate } from '../values/plain-date.ts';
import { refusalOfConfirmation } from './confirmation.ts';
import { madeToSign, valuesOf } from './made-agreement.ts';
import { refusalOfPaper, type SignedOnPaper } from './paper.ts';
import type { Party } from './party.ts';
import { missingParties, refusalOfSignature, type Attempt, type Signed } from './signing.ts';

const ON = date('2025-09-10');
const by = (party: Party, person_id: number, on: PlainDate = ON): Signed => ({ party, person_id, on });
const attempt = (party: Party, given: Partial<Attempt> = {}): Attempt => ({ party, version: 1, content_hash: 'sha256:1', person_id: 9, on: ON, many: 1, ...given });
const FAMILY = [by('student', 1), by('guardian', 2)];
const refusal = (signatures: readonly Signed[], tried: Attempt, values = valuesOf(), more = {}) => refusalOfSignature(madeToSign({ signatures, ...more }), tried, values);

describe('R3-e: a signature', () => {
  test('of the family comes in any order, then that of the school, then that of the college', () => {
    expect([refusal([], attempt('student')), refusal([], attempt('guardian')), refusal([by('guardian', 2)], attempt('student'))]).toEqual([null, null, null]);
    expect(refusal([by('student', 1)], attempt('school'))).toBe('others_first');
    expect(refusal(FAMILY, attempt('school'))).toBeNull();
    expect(refusal(FAMILY, attempt('college'))).toBe('others_first');
    expect(refusal([...FAMILY, by('school', 3)], attempt('college'))).toBeNull();
  });

  test('holds for what was read: another content or a later version is refused', () => {
    expect(refusal([], attempt('student', { content_hash: 'sha256:2' }))).toBe('content_changed');
    expect(refusal([], attempt('student'), valuesOf(), { last_version: 2 })).toBe('content_changed');
  });

  test('counts once, and nobody signs for two parties', () => {
    expect(refusal(FAMILY, attempt('student'))).toBe('signed_already');
    expect(refusal(FAMILY, attempt('school'), undefined, { ended: true })).toBe('agreement_ended');
    expect(refusal(FAMILY, attempt('school', { person_id: 2 }))).toBe('same_person');
  });

  test('B24: of a guardian is needed while the student is a minor on the day of signing, the leap day among birthdays', () => {
    const school = (birth: string, signed: string) => refusal([by('student', 1, date(signed))], attempt('school'), valuesOf(), { birth_date: date(birth) });
    expect([school('2007-09-11', '2025-09-10'), school('2007-09-10', '2025-09-10')]).toEqual(['others_first', null]);
    expect([school('2008-02-29', '2026-02-27'), school('2008-02-29', '2026-02-28')]).toEqual(['others_first', null]);
    const [always, never] = [valuesOf({ 'agreement.guardian_required': 'always' }), valuesOf({ 'agreement.guardian_required': 'never' })];
    expect([refusal([by('student', 1)], attempt('school'), always, { birth_date: date('1990-01-01') }), refusal([by('student', 1)], attempt('school'), never)]).toEqual(['others_first', null]);
  });

  test('B62: may be electronic, and the college’s of a list, as far as the values of law say so', () => {
    expect(refusal([], attempt('student'), valuesOf({ 'agreement.signing': 'paper' }))).toBe('not_electronic');
    const ready = [...FAMILY, by('school', 3)];
    expect([refusal(ready, attempt('college', { many: 40 })), refusal(ready, attempt('college', { many: 40 }), valuesOf({ 'agreement.college_batch': false }))]).toEqual([null, 'no_batch']);
    expect(refusal(ready, attempt('college'), valuesOf({ 'agreement.college_batch': false }))).toBeNull();
    expect(refusal([], attempt('student'), valuesOf({ 'agreement.signing': undefined }))).toBe('no_rule_in_force');
  });

  test('that is wanting is named in order', () => {
    expect(missingParties({ birth_date: date('2010-01-01'), signatures: [by('student', 1)] }, valuesOf(), ON)).toEqual(['guardian', 'school', 'college']);
    expect(missingParties({ birth_date: date('2000-01-01'), signatures: [by('student', 1)] }, valuesOf(), ON)).toEqual(['school', 'college']);
    expect(missingParties({ birth_date: date('2000-01-01'), signatures: [] }, valuesOf({ 'agreement.guardian_required': undefined }), ON)).toBeNull();
  });
});

describe('B62: what was signed on paper', () => {
  const paper = (signed: SignedOnPaper, values = valuesOf(), more = {}) => refusalOfPaper(madeToSign(more), { version: 1, content_hash: 'sha256:1', signed, on: ON }, values);
  const all = { student: date('2025-09-05'), guardian: date('2025-09-05'), school: date('2025-09-08'), college: date('2025-09-10') };

  test('is recorded with its days, all at once or as far as it has come', () => {
    expect(paper({ student: ON }, undefined, { ended: true })).toBe('agreement_ended');
    expect([paper(all), paper({ student: all.student }), paper({ student: all.student, guardian: all.guardian })]).toEqual([null, null, null]);
  });
  test('in the order of signing, by days: on the same day and not the day before', () => {
    expect(paper({ ...all, school: date('2025-09-05') })).toBeNull();
    expect(paper({ ...all, school: date('2025-09-04') })).toBe('day_not_possible');
    expect(paper({ student: all.student, school: all.school })).toBe('others_first');
  });
  test('not of a day to come, not twice, not of another content, not where paper does not count', () => {
    expect([paper({ ...all, college: date('2025-09-11') }), paper({})]).toEqual(['day_not_possible', 'day_not_possible']);
    expect(paper(all, valuesOf(), { signatures: [by('student', 1)] })).toBe('signed_already');
    expect(paper(all, valuesOf(), { content_hash: 'sha256:2' })).toBe('content_changed');
    expect(paper(all, valuesOf({ 'agreement.signing': 'electronic' }))).toBe('not_on_paper');
  });
});

describe('B23: the confirmation of year 4', () => {
  const given = { same_content: true, complete: true, stage: 'higher', confirmed: false } as const;
  test('is of a signed agreement by a student of the higher stage, once', () => {
    expect(refusalOfConfirmation(given, valuesOf())).toBeNull();
    expect(refusalOfConfirmation({ ...given, stage: 'secondary' }, valuesOf())).toBe('not_year_4');
    expect(refusalOfConfirmation({ ...given, complete: false }, valuesOf())).toBe('not_signed');
    expect(refusalOfConfirmation({ ...given, confirmed: true }, valuesOf())).toBe('confirmed_already');
    expect(refusalOfConfirmation({ ...given, same_content: false }, valuesOf())).toBe('content_changed');
    expect(refusalOfConfirmation(given, valuesOf({ 'agreement.confirm_year_4': false }))).toBe('not_asked');
  });
});
