import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { weighBundle } from './bundle.ts';

/** What the first page may need of script, gzipped, before a chart is drawn. */
const BUDGET_BYTES = 280_000;

test('the first page stays within its budget, with any one screen, and draws no chart yet', async () => {
  await build({ configFile: fileURLToPath(new URL('../../web/vite.config.ts', import.meta.url)), logLevel: 'error' });
  const { first_bytes, later } = await weighBundle();
  const screens = later.filter(({ file }) => !file.includes('TrendDrawing'));
  const heaviest = screens[0]?.bytes ?? 0;
  expect(first_bytes + heaviest).toBeLessThanOrEqual(BUDGET_BYTES);
  expect(later.some(({ file }) => file.includes('Gallery'))).toBe(false);
});
