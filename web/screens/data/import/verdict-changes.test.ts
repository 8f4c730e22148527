import { expect, test } from 'vitest';
import { countTurns, sortedChanges, turnOf } from './verdict-changes.ts';

const change = (standard: string, before: 'met' | 'unmet' | 'undetermined' | 'not_applicable' | null, after: 'met' | 'unmet' | 'undetermined' | 'not_applicable') =>
  ({ standard, before, after, value_before: null, value_after: null });

test('toward met is better, away from it worse', () => {
  expect(turnOf(change('R1-b', 'unmet', 'met'))).toBe('better');
  expect(turnOf(change('R1-b', 'unmet', 'undetermined'))).toBe('better');
  expect(turnOf(change('R1-b', 'met', 'unmet'))).toBe('worse');
});

test('what did not apply, or was not there, is neither; the same outcome is a change of value', () => {
  expect(turnOf(change('R1-b', 'not_applicable', 'met'))).toBe('other');
  expect(turnOf(change('R1-b', null, 'unmet'))).toBe('other');
  expect(turnOf(change('R1-b', 'met', 'met'))).toBe('value');
});

test('the worse stand first, values apart', () => {
  const campus = { campus_id: 'C1', name: '第二中专校区', verdicts: [change('R1-c', 'met', 'met'), change('R1-b', 'unmet', 'met'), change('R5-d', 'met', 'unmet')] };
  expect(sortedChanges(campus).outcomes.map(({ standard }) => standard)).toEqual(['R5-d', 'R1-b']);
  expect(sortedChanges(campus).values.map(({ standard }) => standard)).toEqual(['R1-c']);
  expect([countTurns([campus], 'better'), countTurns([campus], 'worse'), countTurns([campus], 'value')]).toEqual([1, 1, 1]);
});
