import { expect, test } from 'vitest';
import { firstRunWords } from '../../words/first-run.ts';
import { passwordWords } from '../../words/password.ts';
import { setUpProblems, setUpRequest } from './set-up.ts';
import type { SetUpDraft } from './set-up.ts';

const sound: SetUpDraft = {
  pack: 'quzhou-2024', region_code: '330800', name: '衢州市', office_name: '职改办',
  counties: [{ key: 1, code: '330802', name: '柯城区' }, { key: 2, code: '330803', name: '衢江区' }],
  account: 'office', person: '古丽娜尔·买买提', password: 'Kx7mWq2vTz', again: 'Kx7mWq2vTz',
};
const fields = (change: Partial<SetUpDraft>) => setUpProblems({ ...sound, ...change }, firstRunWords.zh, passwordWords.zh).map(({ field }) => field);

test('a sound form has nothing to correct, and sends texts without spaces around them', () => {
  expect(fields({})).toEqual([]);
  expect(setUpRequest({ ...sound, name: ' 衢州市 ' }).name).toBe('衢州市');
});

test('everything that is wrong is named at once, in the order of the form', () => {
  expect(fields({ region_code: '33080', name: ' ', office_name: '', account: '', person: '', password: 'short', again: 'other' }))
    .toEqual(['region-code', 'region-name', 'office-name', 'person', 'account', 'password', 'again']);
});

test('a county needs a code of six digits, once, and a name', () => {
  expect(fields({ counties: [{ key: 1, code: '3308', name: '柯城区' }] })).toEqual(['county-code-0']);
  expect(fields({ counties: [{ key: 1, code: '330802', name: '柯城区' }, { key: 2, code: '330802', name: '' }] })).toEqual(['county-code-1', 'county-name-1']);
});

test('a password that holds the account is refused', () => {
  expect(fields({ password: 'office-Kx7m', again: 'office-Kx7m' })).toEqual(['password']);
});
