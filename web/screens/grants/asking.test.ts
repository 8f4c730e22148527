import { expect, test } from 'vitest';
import { date } from '../../../core/values/plain-date.ts';
import { grantWords } from '../../words/grants.ts';
import { askingProblems, readScope, scopeOf, SCOPE_KINDS } from './asking.ts';
import type { AskingDraft } from './asking.ts';

const say = grantWords.zh;
const today = date('2026-11-24');
const whole: AskingDraft = { kind: 'class', id: 'K1', purpose: '核查补助', until: date('2026-12-31') };
const messages = (draft: Partial<AskingDraft>) => askingProblems({ ...whole, ...draft }, today, say).map(({ message }) => message);

test('a label names what it was made of', () => {
  expect(SCOPE_KINDS.map((kind) => readScope(scopeOf({ kind, id: ' X:1 ' })))).toEqual(
    SCOPE_KINDS.map((kind) => (kind === 'region' ? { kind, id: '' } : { kind, id: 'X:1' })));
  expect(scopeOf({ kind: 'region', id: '' })).toBe('*');
});

test('a complete request has no problem; the whole region needs no id', () => {
  expect(messages({})).toEqual([]);
  expect(messages({ kind: 'region', id: '' })).toEqual([]);
});

test('what is missing is named', () => {
  expect(messages({ kind: null, id: '', purpose: '查', until: null })).toEqual([say.giveWhose, say.givePurpose, say.giveUntil]);
  expect(messages({ id: ' ' })).toEqual([say.giveId]);
  expect(messages({ id: 'K1,K2' })).toEqual([say.badId]);
});

test('a purpose of four characters is enough, of three it is not; numbers of somebody are not taken', () => {
  expect(messages({ purpose: '核查名单' })).toEqual([]);
  expect(messages({ purpose: '查名单' })).toEqual([say.givePurpose]);
  expect(messages({ purpose: '核查 2026 级 12 人' })).toEqual([]);
  expect(messages({ purpose: '核查 1390000 0001' })).toEqual([say.noNumbers]);
});

test('the last day is from today to 366 days on', () => {
  expect(messages({ until: today })).toEqual([]);
  expect(messages({ until: date('2026-11-23') })).toEqual([say.tooLong]);
  expect(messages({ until: date('2027-11-25') })).toEqual([]);
  expect(messages({ until: date('2027-11-26') })).toEqual([say.tooLong]);
});
