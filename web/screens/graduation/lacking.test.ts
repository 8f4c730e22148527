import { expect, test } from 'vitest';
import { requirementTexts } from '../../../core/graduation/phrases.ts';
import { lackingTexts } from './lacking.ts';

const line = (outcome: 'met' | 'unmet' | 'undetermined', name: 'credits' | 'conduct' | 'certificate', missing: readonly string[] = []) =>
  ({ outcome, ...requirementTexts({ name, outcome, reason: null, missing, gap: outcome === 'unmet' ? { value: '3', unit: 'credit' } : null }) });

test('M9-e, R3-d: what is to be reported is said once, after what is lacking; where its word stands already it is not said again', () => {
  const lines = [line('undetermined', 'credits', ['credits']), line('unmet', 'credits'), line('undetermined', 'conduct', ['conduct_ok']), line('undetermined', 'certificate', ['credits']), line('met', 'conduct')];
  const [lacking, report] = lackingTexts(lines, 'zh');
  expect(lacking).toBe('还差 3 学分');
  expect(report).toMatch(/^待补报：[^：]+、[^：]+$/);
  expect(lines.map(({ detail }) => detail.zh).join()).not.toContain('待补报');
  expect(lackingTexts(lines, 'en').join('; ').match(/report/gi)).toHaveLength(1);
  expect(lackingTexts([line('met', 'conduct')], 'zh')).toEqual([]);
});
