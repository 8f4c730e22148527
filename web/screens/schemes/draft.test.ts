import { expect, test } from 'vitest';
import { course } from '../../../core/schemes/made-schemes.ts';
import { schemeWords } from '../../words/schemes.ts';
import { emptyCourse, readTyped, typedOf } from './draft.ts';

const say = schemeWords.zh;
const courses = [course('A1', { kind: 'ideology', credits: '2.5', certificate: '电工三级' }), course('A2', { term: 3, taught_by: 'college' })];

test('what is shown in either language is read as it was', () => {
  for (const language of ['zh', 'en'] as const) expect(readTyped(typedOf(courses, language), say)).toEqual({ courses, problems: new Map() });
});

test('a row without a code is no course, and each wrong cell is named', () => {
  const [row] = typedOf(courses, 'zh');
  if (row === undefined) throw new Error('no row');
  expect(readTyped([emptyCourse('x')], say)).toEqual({ courses: [], problems: new Map() });
  const wrong = (change: object) => [...readTyped([{ ...row, ...change }], say).problems];
  expect(wrong({ kind: '选修' })).toEqual([['row-0/kind', say.wrongKind]]);
  expect(wrong({ taught_by: '' })).toEqual([['row-0/taught_by', say.wrongSide]]);
  expect(wrong({ term: '11' })).toEqual([['row-0/term', say.wrongTerm]]);
  expect(wrong({ term: '一' })).toEqual([['row-0/term', say.wrongTerm]]);
  expect(wrong({ credits: '2.55' })).toEqual([['row-0/credits', say.wrongCredits]]);
  expect(wrong({ theory: '', practice: '' })).toEqual([['row-0/theory', say.wrongHours]]);
  expect(wrong({ name: ' ' })).toEqual([['row-0/name', say.missing]]);
  expect([...readTyped([row, { ...row, id: 'row-9' }], say).problems]).toEqual([['row-9/code', say.twice]]);
});
