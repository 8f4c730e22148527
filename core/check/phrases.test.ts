import { expect, test } from 'vitest';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { date } from '../values/plain-date.ts';
import { check } from './check.ts';
import { verdictView } from './check-json.ts';
import { judgingOn } from './judging.ts';
import { campusOnTheLine, readTyped } from './made-dataset.ts';
import { consequenceText, formulaText, groupDigits, groupWhole } from './phrases.ts';

/** What the screens say of one standard after a change to the campus on the line. */
function said(standard: string, change: (region: ReturnType<typeof campusOnTheLine>) => void) {
  const region = campusOnTheLine();
  change(region);
  const { dataset, problems } = readTyped(region);
  const verdict = check(dataset, problems, judgingOn(quzhou2024, date('2025-10-31'))).campuses[0]?.verdicts.find((v) => v.standard === standard);
  if (verdict === undefined) throw new Error(`no verdict for ${standard}`);
  const view = verdictView(verdict);
  return { formula: formulaText(view.measured, 'zh'), zh: consequenceText(view, 'zh'), en: consequenceText(view, 'en') };
}

test('an area that is short says how much, of what', () => {
  expect(said('R1-b', (r) => { r.rooms[0] = { ...r.rooms[0], area_m2: '3999' }; })).toEqual({
    formula: '4,019 平方米 ÷ 268 人 = 14.9962', zh: '还差 1 平方米教学行政用房', en: 'Short by 1 m² of teaching and administration rooms',
  });
});

test('people are counted as people', () => {
  expect(said('R5-j', (r) => { r.staff.splice(16, 1); })).toMatchObject({ zh: '还差 1 名专职辅导员', en: 'Short of counsellors: 1' });
  expect(said('R5-c', (r) => { r.staff[3] = { ...r.staff[3], qualified: 'no' }; }).zh).toBe('1 人不符合高职任教要求，需要解决');
});

test('what is not reported is named by the sheet that is missing', () => {
  expect(said('R1-c', (r) => { r.land = []; })).toEqual({ formula: '', zh: '待补报：土地台账', en: 'Report: Land' });
});

test('facilities that are lacking are named', () => {
  expect(said('R1-e', (r) => { r.facilities[3] = { ...r.facilities[3], present: 'no' }; }).zh).toBe('缺少：医务室');
});

test('hours of experts say the share and the limit', () => {
  expect(said('R5-h', (r) => { r.teaching[1] = { ...r.teaching[1], hours: '10' }; }).zh).toBe('行业专家授课占比 11.11%，不足 20%');
});

test('thousands are grouped in the whole part only', () => {
  expect([groupWhole('11282.0512'), groupDigits('1950000.00'), groupDigits('0.78')]).toEqual(['11,282.0512', '1,950,000', '0.78']);
});
