import { expect, test } from 'vitest';
import { date } from '../../core/values/plain-date.ts';
import { readSettings, withSettings } from './settings.ts';

const FALLBACK = date('2025-10-31');

test('the address wins over what was remembered, which wins over the default', () => {
  const remembered = { language: 'en', mode: 'elder' } as const;
  expect(readSettings('lang=zh', remembered, FALLBACK)).toMatchObject({ language: 'zh', mode: 'elder', size: 'normal' });
});

test('a date that does not exist counts as absent', () => {
  expect(readSettings('on=2025-02-30', {}, FALLBACK).on).toBe('2025-10-31');
  expect(readSettings('on=2025-02-28', {}, FALLBACK).on).toBe('2025-02-28');
});

test('a page opened from its own address is the same page', () => {
  const settings = readSettings('on=2024-10-31&known=2024-11-05&lang=en&size=large&mode=elder&contrast=high', {}, FALLBACK);
  expect(readSettings(withSettings('', settings), {}, FALLBACK)).toEqual(settings);
});

test('what a screen keeps in the address survives a change of settings', () => {
  const settings = readSettings('on=2024-10-31', {}, FALLBACK);
  expect(withSettings('filter=unmet&on=2025-10-31', settings)).toBe('on=2024-10-31&filter=unmet');
});
