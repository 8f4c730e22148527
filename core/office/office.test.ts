import { describe, expect, test } from 'vitest';
import { date } from '../values/plain-date.ts';
import { refusalOfEntry, type LogDraft } from './log.ts';
import { fiveParties, partnersAtWork, wholeProcess, type Activity, type Programme } from './whole-process.ts';

const KNOWN = { today: date('2025-10-31'), clauses: [{ id: '1.1-c' }], parties: new Set(['H', 'S', 'F', 'K']), programmes: new Set(['P']) };
const ACTIVITY: LogDraft = { kind: 'activity', on: date('2025-10-31'), title: '联合教研', note: '', parties: ['H', 'F'], others: '', programme_id: 'P', study_year: 3, channel: null, reach: null, link: null, clause: null };

describe('the log', () => {
  test.each<readonly [string, Partial<LogDraft>, string | null]>([
    ['an activity of two parties today is kept', {}, null],
    ['tomorrow has not come', { on: date('2025-11-01') }, 'day_to_come'],
    ['one party alone does nothing jointly, however often it is named', { parties: ['H', 'H'] }, 'alone'],
    ['a body outside the register is a party too', { parties: ['H'], others: '行业协会' }, null],
    ['a body that nobody knows', { parties: ['H', 'X'] }, 'unknown_party'],
    ['a year comes with its programme', { programme_id: null }, 'year_without_programme'],
    ['and a programme with its year', { study_year: null }, 'year_without_programme'],
    ['a programme that there is not', { programme_id: 'Q' }, 'unknown_programme'],
    ['S2-l: publicity has a channel', { kind: 'publicity' }, 'channel_wrong'],
    ['and no activity has one', { channel: 'press' }, 'channel_wrong'],
    ['S2-l: publicity of one body is kept', { kind: 'publicity', channel: 'press', parties: ['H'] }, null],
    ['of nobody it is not', { kind: 'publicity', channel: 'press', parties: [] }, 'nobody'],
    ['a link that is none', { link: 'javascript:alert(1)' }, 'link_wrong'],
    ['1.1-c: an initiative names a clause', { kind: 'initiative' }, 'clause_wrong'],
    ['that there is', { kind: 'initiative', clause: '9.9-z' }, 'clause_wrong'],
    ['1.1-c, 1.2-h: and is kept with it', { kind: 'initiative', clause: '1.1-c' }, null],
  ])('%s', (_, part, why) => {
    expect(refusalOfEntry({ ...ACTIVITY, ...part }, KNOWN)).toBe(why);
  });
});

const PROGRAMME: Programme = { programme_id: 'P', college_id: 'H', school_id: 'S', enterprises: ['F', 'G'] };
const activity = (on: string, parties: readonly string[], study_year: number | null = 1): Activity => ({ on: date(on), parties, programme_id: study_year === null ? null : 'P', study_year });

describe('M1-c: the whole process', () => {
  const year = { first: date('2025-09-01'), last: date('2026-08-31') };
  const years = (...activities: readonly Activity[]) => wholeProcess(PROGRAMME, activities, year).map(({ activities: many, outcome }) => `${many} ${outcome}`);

  test('each year of study has its own, and a year without one is amber', () => {
    expect(years(activity('2025-09-01', ['H', 'F'], 1), activity('2026-08-31', ['S', 'G'], 5))).toEqual(['1 met', '0 amber', '0 amber', '0 amber', '1 met']);
  });
  test('the day before the school year and the day after it do not count', () => {
    expect(years(activity('2025-08-31', ['H', 'F']), activity('2026-09-01', ['H', 'F']))[0]).toBe('0 amber');
  });
  test('two of its own sides took part: two firms are one side, a stranger is none', () => {
    expect(years(activity('2025-10-01', ['F', 'G']))[0]).toBe('0 amber');
    expect(years(activity('2025-10-01', ['F', 'X']))[0]).toBe('0 amber');
    expect(years(activity('2025-10-01', ['H', 'S']))[0]).toBe('1 met');
  });
});

describe('partners at work', () => {
  const on = date('2025-10-31');
  test('M1-c, S2-f: a firm is dormant a day after the days are over, and one that never did anything at once', () => {
    const at = (last: string) => partnersAtWork([PROGRAMME], [activity(last, ['F', 'H'], null)], on, 365).map(({ org_id, dormant }) => `${org_id} ${dormant}`);
    expect(at('2024-10-31')).toEqual(['F false', 'G true']);
    expect(at('2024-10-30')).toEqual(['F true', 'G true']);
  });
  test('without a rule nobody is, and what is to come does not count', () => {
    expect(partnersAtWork([PROGRAMME], [activity('2025-11-01', ['F'], null)], on, null)).toEqual([{ org_id: 'F', last: null, activities: 0, dormant: false }, { org_id: 'G', last: null, activities: 0, dormant: false }]);
  });
  test('1.2-l: each of the five parties counts once in an activity', () => {
    const kinds = new Map([['D', 'department'], ['B', 'education_bureau'], ['K', 'park'], ['F', 'enterprise'], ['S', 'school']]);
    expect(fiveParties([{ parties: ['D', 'B', 'F'], others: '' }, { parties: ['K', 'S'], others: '行业协会' }], kinds)).toEqual({ government: 1, park: 1, trade: 1, enterprise: 1, institution: 1 });
  });
});
