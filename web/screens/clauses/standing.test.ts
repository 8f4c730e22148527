import { expect, test } from 'vitest';
import { quzhou2024 } from '../../../core/policy/quzhou-2024/pack.ts';
import type { Clause } from '../../../core/verdict/clause.ts';
import type { OverviewAnswer } from '../../provenance/answers.ts';
import { countOf, isWanted, servedName, standingOf } from './standing.ts';

const LABEL = { zh: '标准', en: 'standard' };
const OVERVIEW = {
  standards: [{ id: 'R1-b', clause: 'R1-b', label: LABEL, composite: false }],
  campuses: [
    { campus_id: 'C1', name: '一', verdicts: [{ standard: 'R1-b', outcome: 'met' }, { standard: 'R1-c', outcome: 'unmet' }] },
    { campus_id: 'C2', name: '二', verdicts: [{ standard: 'R1-b', outcome: 'unmet' }] },
  ],
  schools: [{ school_id: 'S1', name: '校', verdicts: [{ standard: 'S-land', clause: 'M2-a', label: LABEL, outcome: 'unmet' }] }],
  targets: [
    { standard: '1.2-j', part: 'floor', label: LABEL, notice: false, outcome: 'not_applicable' },
    { standard: '1.2-j', part: 'stretch', label: LABEL, notice: true, outcome: 'not_applicable' },
  ],
} as unknown as OverviewAnswer;

function clause(id: string, served_by: Clause['served_by']): Clause {
  return { id, summary: LABEL, binds: ['school'], capability: ['rule'], served_by };
}

const ROOMS = clause('R1-b', [{ kind: 'standard', name: 'R1-b' }]);
const ANY = { article: '', serving: '', bound: '', words: '' };

test('a clause stands by the verdicts of the standard that serves it, and of no other', () => {
  const { cells } = standingOf(ROOMS, OVERVIEW, 'zh');
  expect(cells.map((c) => [c.name, c.outcome])).toEqual([['一', 'met'], ['二', 'unmet']]);
  expect(countOf(cells, 'unmet')).toBe(1);
});

test('notices are beside the verdicts, not among them', () => {
  expect(standingOf(clause('M2-a', []), OVERVIEW, 'zh')).toMatchObject({ cells: [], notices: [{ id: 'S1' }] });
  const stretch = standingOf(clause('1.2-j', [{ kind: 'target', name: '1.2-j' }]), OVERVIEW, 'zh');
  expect([stretch.cells.length, stretch.notices.length]).toEqual([1, 1]);
});

test('filters: article, who is bound, served or not, short today, words', () => {
  const standing = standingOf(ROOMS, OVERVIEW, 'zh');
  const wants = (wanted: Partial<typeof ANY>, of = ROOMS) => isWanted(of, 'R1', { ...ANY, ...wanted }, of === ROOMS ? standing : null, [of.id, of.summary.zh]);
  expect([wants({}), wants({ article: 'R1' }), wants({ article: 'R2' })]).toEqual([true, true, false]);
  expect([wants({ bound: 'school' }), wants({ bound: 'student' })]).toEqual([true, false]);
  expect([wants({ serving: 'yes' }), wants({ serving: 'no' }), wants({ serving: 'short' })]).toEqual([true, false, true]);
  expect([wants({ serving: 'no' }, clause('M1-b', [])), wants({ serving: 'short' }, clause('M1-b', []))]).toEqual([true, false]);
  expect([wants({ words: 'r1-B 标准' }), wants({ words: 'R1-b 土地' })]).toEqual([true, false]);
});

test('every ledger rule that serves a clause has a name in both languages', () => {
  const rules = quzhou2024.clauses.flatMap(({ served_by }) => served_by.filter(({ kind }) => kind === 'ledger_rule'));
  expect(rules.length).toBeGreaterThan(0);
  expect(rules.filter((one) => servedName(quzhou2024, one, 'zh') === undefined || servedName(quzhou2024, one, 'en') === undefined)).toEqual([]);
});
