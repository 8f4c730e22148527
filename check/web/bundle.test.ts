import { expect, test } from 'vitest';
import { weighBundle } from './bundle.ts';
import { DELIVERED } from './delivered.ts';

/** What the first page may need of script, gzipped, before a chart is drawn. */
const BUDGET_BYTES = 280_000;

test('the first page stays within its budget, with any one screen, and neither chart nor gallery comes with it', async () => {
  const { first_bytes, later } = await weighBundle(DELIVERED);
  const heaviestScreen = later.find(({ file }) => !file.includes('TrendDrawing'))?.bytes ?? 0;
  expect(first_bytes + heaviestScreen).toBeLessThanOrEqual(BUDGET_BYTES);
  expect(later.filter(({ file }) => file.includes('Gallery'))).toEqual([]);
});
