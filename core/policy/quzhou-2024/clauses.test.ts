import { describe, expect, test } from 'vitest';
import type { Clause } from '../../verdict/clause.ts';
import { coverage, misfits } from '../coverage.ts';
import { articles } from './articles.ts';
import { header } from './header.ts';

/** The statements of the document, one line an article, in its order. */
const IDS = [
  'P-0a P-0b P-0c',
  '1.1-a 1.1-b 1.1-c 1.1-d 1.2-a 1.2-b 1.2-c 1.2-d 1.2-e 1.2-f 1.2-g 1.2-h 1.2-i 1.2-j 1.2-k 1.2-l 1.2-m 1.2-n 1.2-o',
  'M1-a M1-b M1-c',
  'M2-a M2-b M2-c',
  'M3-a M3-b M3-c M3-d M3-e',
  'M4-a M4-b M4-c',
  'M5-a M5-b M5-c M5-d M5-e M5-f M5-g',
  'M6-a M6-b M6-c M6-d',
  'M7-a M7-b',
  'M8-a M8-b M8-c',
  'M9-a M9-b M9-c M9-d M9-e',
  'M10-a M10-b M10-c M10-d',
  'S1-a S1-b S1-c S1-d S1-e',
  'S2-a S2-b S2-c S2-d S2-e S2-f S2-g S2-h S2-i S2-j S2-k S2-l',
  'S3-a S3-b S3-c S3-d S3-e S3-f S3-g S3-h',
  'X-1 X-2 X-3',
  'R1-a R1-b R1-c R1-d R1-e',
  'R2-a R2-b R2-c',
  'R3-a R3-b R3-c R3-d R3-e R3-f R3-g R3-h',
  'R4-a R4-b R4-c R4-d R4-e R4-f R4-g R4-h R4-i R4-j',
  'R5-a R5-b R5-c R5-d R5-e R5-f R5-g R5-h R5-i R5-j R5-k R5-l',
  'R6-a R6-b R6-c R6-d R6-e',
].flatMap((line) => line.split(' '));

/** How many clauses something serves. It may rise; a lower number means that something that ran was lost. */
const SERVED_AT_LEAST = 41;

const clauses = articles.flatMap((article) => article.clauses);

describe('the statements of the policy', () => {
  test('are the 132 of the document, each once, in its order', () => {
    expect(IDS).toHaveLength(132);
    expect(new Set(IDS).size).toBe(132);
    expect(clauses.map((clause) => clause.id)).toEqual(IDS);
  });

  test('stand in the article whose id they begin with', () => {
    const strays = articles.flatMap((article) =>
      article.clauses.filter((clause) => !clause.id.startsWith(article.id) || /[0-9]/.test(clause.id.charAt(article.id.length))));
    expect(strays.map((clause) => clause.id)).toEqual([]);
  });

  test('are worded in both languages, in at most 60 Chinese characters', () => {
    const badly = clauses.filter(({ summary }) => !/[\u4e00-\u9fff]/.test(summary.zh) || !/[a-z]/i.test(summary.en)
      || /[\u4e00-\u9fff]/.test(summary.en) || Array.from(summary.zh).length > 60);
    expect(badly.map((clause) => clause.id)).toEqual([]);
  });

  test('are worded each in its own way, without exclamation', () => {
    expect(new Set(clauses.map((clause) => clause.summary.zh)).size).toBe(clauses.length);
    expect(new Set(clauses.map((clause) => clause.summary.en)).size).toBe(clauses.length);
    expect(clauses.filter(({ summary }) => /[!！]/.test(summary.zh + summary.en))).toEqual([]);
  });

  test('say whom they bind and what could serve them', () => {
    expect(clauses.filter((clause) => clause.binds.length === 0 || clause.capability.length === 0)).toEqual([]);
  });
});

describe('what serves a clause', () => {
  test('is of a kind that fits what the clause asks for', () => {
    expect(clauses.flatMap((clause) => misfits(clause).map((served) => `${clause.id}: ${served.kind} ${served.name}`))).toEqual([]);
  });

  test('never grows less', () => {
    expect(coverage({ clauses }).served).toBeGreaterThanOrEqual(SERVED_AT_LEAST);
  });
});

describe('the header', () => {
  test('names articles and clauses that exist', () => {
    const ids = new Set(IDS);
    expect(header.annex.articles.filter((id) => !articles.some((article) => article.id === id))).toEqual([]);
    expect(header.initiatives.flatMap((initiative) => initiative.clauses).filter((id) => !ids.has(id))).toEqual([]);
  });

  test('lists counties inside the region and its local prefix', () => {
    expect(header.region_code.startsWith(header.local_prefix)).toBe(true);
    expect(header.counties.filter(({ code }) => !/^\d{6}$/.test(code) || !code.startsWith(header.local_prefix))).toEqual([]);
    expect(new Set(header.counties.map(({ code }) => code)).size).toBe(6);
  });
});

describe('coverage', () => {
  const rule: Clause = {
    id: 'T-1',
    summary: { zh: '试', en: 'try' },
    binds: ['school'],
    capability: ['rule'],
    served_by: [{ kind: 'standard', name: 'T-1' }],
  };

  test('counts a clause as served when one thing serves it and not when none does', () => {
    const unserved: Clause = { ...rule, id: 'T-2', served_by: [] };
    expect(coverage({ clauses: [rule, unserved] })).toEqual({
      clauses: [
        { id: 'T-1', summary: rule.summary, binds: ['school'], served_by: [{ kind: 'standard', name: 'T-1' }] },
        { id: 'T-2', summary: rule.summary, binds: ['school'], served_by: [] },
      ],
      served: 1,
      total: 2,
    });
  });

  test('a rule served by a report is a misfit; a rule that also asks for a report is not', () => {
    const report = { kind: 'report', name: 'annual' } as const;
    expect(misfits({ ...rule, served_by: [report] })).toEqual([report]);
    expect(misfits({ ...rule, capability: ['rule', 'report'], served_by: [report] })).toEqual([]);
  });
});
