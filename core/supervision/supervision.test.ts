import { describe, expect, test } from 'vitest';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { date } from '../values/plain-date.ts';
import { answerProblems, countAnswers, type AnsweredLine } from './answers.ts';
import { conductChecklist, lineText, qualityChecklist } from './checklist.ts';
import { periodOf } from './visit.ts';

const SCHEMES = [
  { programme_id: 'P1', programme: '数控', scheme: { matter_id: 12, from_cohort: 2024, version: 2 } },
  { programme_id: 'P2', programme: '护理', scheme: null },
];
const met = (line: string): AnsweredLine => ({ line, answer: 'met', remark: '', severity: null });

describe('what a visit counts for', () => {
  test('S3-a: a visit on quality for the term of its day, on both sides of the term', () => {
    expect(['2025-08-31', '2025-09-01', '2026-01-31', '2026-02-01', '2026-08-31'].map((on) => periodOf('quality', date(on)))).toEqual([
      { year: 2024, term: 2 }, { year: 2025, term: 1 }, { year: 2025, term: 1 }, { year: 2025, term: 2 }, { year: 2025, term: 2 }]);
  });
  test('S3-c: a visit on conduct for the academic year', () => {
    expect(['2025-08-31', '2025-09-01', '2026-08-31'].map((on) => periodOf('conduct', date(on)))).toEqual([{ year: 2024, term: null }, { year: 2025, term: null }, { year: 2025, term: null }]);
  });
});

describe('the checklist', () => {
  test('S3-a: is made from the schemes in force, each with programme and version; a programme without one is asked for it', () => {
    const lines = qualityChecklist(SCHEMES);
    expect(lines.map(({ line, clause }) => `${line} ${clause}`)).toEqual([
      'courses/12 M9-a', 'grades/12 M3-e', 'certificates/12 M9-e', 'scheme/P2 M9-b', 'sample_test M9-c', 'ideology 1.1-a']);
    expect(lines[0]?.about?.zh).toBe('数控（2024级起方案，第2版）');
    expect(lines.map(lineText)[3]).toBe('护理（没有审定的方案）有经学院审定、在用的人才培养方案');
  });
  test('S3-c: has one line for each statement of R1 to R6 and no other', () => {
    const lines = conductChecklist(quzhou2024);
    expect(lines.map(({ line }) => line)).toEqual(quzhou2024.clauses.map(({ id }) => id).filter((id) => /^R[1-6]-/.test(id)));
    expect(new Set(lines.map(({ clause }) => clause.slice(0, 2)))).toEqual(new Set(['R1', 'R2', 'R3', 'R4', 'R5', 'R6']));
  });
  test('names only clauses that there are', () => {
    const known = new Set(quzhou2024.clauses.map(({ id }) => id));
    expect(qualityChecklist(SCHEMES).filter(({ clause }) => !known.has(clause))).toEqual([]);
  });
});

describe('answers', () => {
  const lines = qualityChecklist(SCHEMES.slice(1));
  const all = lines.map(({ line }) => met(line));
  const withFirst = (given: Partial<AnsweredLine>) => [{ ...met('scheme/P2'), ...given }, ...all.slice(1)];
  test('what is not met needs a remark and a severity, and only that has one', () => {
    const whys = (given: Partial<AnsweredLine>) => answerProblems(lines, withFirst(given)).map(({ line, why }) => `${line} ${why}`);
    expect(whys({})).toEqual([]);
    expect(whys({ answer: 'not_met', remark: '没有方案', severity: 'B' })).toEqual([]);
    expect(whys({ answer: 'not_met', remark: ' ', severity: 'B' })).toEqual(['scheme/P2 remark_missing']);
    expect(whys({ answer: 'not_met', remark: '没有方案' })).toEqual(['scheme/P2 severity_missing']);
    expect(whys({ severity: 'C' })).toEqual(['scheme/P2 severity_unasked']);
  });
  test('every line is answered once, and no line that the checklist does not have', () => {
    expect(answerProblems(lines, all.slice(1))).toEqual([{ line: 'scheme/P2', why: 'line_missing' }]);
    expect(answerProblems(lines, [...all, met('ideology')])).toEqual([{ line: 'ideology', why: 'answered_twice' }]);
    expect(answerProblems(lines, [...all, met('R1-b')])).toEqual([{ line: 'R1-b', why: 'unknown_line' }]);
  });
  test('a visit at which nothing was looked at is none; one line is enough', () => {
    const none = all.map((one) => ({ ...one, answer: 'not_looked_at' as const }));
    expect(answerProblems(lines, none)).toEqual([{ line: null, why: 'nothing_looked_at' }]);
    expect(answerProblems(lines, [met('scheme/P2'), ...none.slice(1)])).toEqual([]);
    expect(countAnswers([met('scheme/P2'), ...none.slice(1)])).toEqual({ met: 1, not_met: 0, not_looked_at: 2 });
  });
  test('S3-b: where a notice was issued its severity stands', () => {
    const noticed = new Map([['scheme/P2', 'B' as const]]);
    const found = (severity: 'A' | 'B') => answerProblems(lines, withFirst({ answer: 'not_met', remark: '没有方案', severity }), noticed);
    expect(found('B')).toEqual([]);
    expect(found('A')).toEqual([{ line: 'scheme/P2', why: 'severity_decided' }]);
  });
});
