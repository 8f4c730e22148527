import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { answerFacts, judgingOn } from '../../core/check/judging.ts';
import { verdictJson, type CheckJson, type VerdictJson } from '../../core/check/check-json.ts';
import { factsFromJson, type CampusFactsJson } from '../../core/facts/facts-json.ts';
import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { date } from '../../core/values/plain-date.ts';
import { eachDatabase } from '../databases.ts';
import { serve } from './served.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DAYS = ['2024-10-31', '2025-04-30', '2025-10-31'];

/** Beside this program, whose server goes on meanwhile. */
async function checkOnCommandLine(day: string): Promise<CheckJson> {
  const asked = [join(ROOT, 'cli/main.ts'), 'check', join(ROOT, 'samples/quzhou'), '--as-of', day, '--json'];
  return JSON.parse(await new Promise<string>((resolve) => {
    // Something of the sample is unmet: that is exit status 1 and no fault.
    execFile(process.execPath, asked, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }, (_, printed) => resolve(printed));
  })) as CheckJson;
}

/** Rows are numbers of a file's rows on the command line and of records on the server; how many there are is the same. */
const comparable = (verdict: VerdictJson) => ({ ...verdict, evidence: verdict.evidence.map(({ sheet, rows }) => [sheet, rows.length]) });
const asVerdict = ({ standard, clause, basis, outcome, measured, required, gap, missing, reason, readings, alternatives, evidence }: VerdictJson): VerdictJson =>
  ({ standard, clause, basis, outcome, measured, required, gap, missing, reason, readings, alternatives, evidence });

interface Campus { readonly campus_id: string; readonly students: number | null; readonly verdicts: readonly (VerdictJson & { trend: { on: string; outcome: string }[]; parts: unknown[]; label: { zh: string } })[] }

eachDatabase('reading over HTTP', (database) => {
  const served = serve(database, { sample: true });

  test.each(DAYS)('on %s the browser, the server and the command line answer alike', async (day) => {
    const printed = await checkOnCommandLine(day);
    expect(printed.campuses.length).toBeGreaterThan(0);
    const judging = judgingOn(DEFAULT_PACK, date(day));
    for (const campus of printed.campuses) {
      const told = await served.answer<Campus>('readCampus', `/api/campuses/${campus.campus_id}?on=${day}`);
      expect(told.students).toBe(campus.students);
      expect(told.verdicts.map((v) => comparable(asVerdict(v)))).toEqual(campus.verdicts.map(comparable));
      const { facts } = await served.answer<{ facts: CampusFactsJson }>('readCampusFacts', `/api/campuses/${campus.campus_id}/facts?on=${day}`);
      const { verdicts, composites } = answerFacts(factsFromJson(facts), judging);
      expect([...verdicts, ...composites].map(verdictJson)).toEqual(told.verdicts.map(asVerdict));
    }
    const overview = await served.answer<{ summary: unknown; targets: VerdictJson[]; schools: { school_id: string; verdicts: VerdictJson[] }[] }>('readOverview', `/api/overview?on=${day}`);
    expect(overview.summary).toEqual(printed.summary);
    const toldOf = (targets: readonly Pick<VerdictJson, 'standard' | 'outcome' | 'measured'>[]) => targets.filter(({ standard }) => standard !== LOCAL_RATE).map((t) => [t.standard, t.outcome, t.measured.value]);
    expect(toldOf(overview.targets)).toEqual(toldOf(printed.targets));
    expect(overview.schools.map((s) => [s.school_id, s.verdicts.map((v) => comparable(asVerdict(v)))])).toEqual(printed.schools.map((s) => [s.school_id, s.verdicts.map(comparable)]));
  });

  test('the overview has years, places, and what changed since the last snapshot', async () => {
    const told = await served.answer<{
      years: { year: number; schools: number; intake: number | null; intake_fell: boolean; planned: boolean }[];
      counties: { code: string; located: boolean; served: boolean }[]; parks: { park_id: string; located: boolean; served: boolean }[];
      since: { on: string; changes: { of: string; standard: string }[] } | null; sample: boolean;
    }>('readOverview', '/api/overview?on=2025-10-31');
    expect(told.sample).toBe(true);
    expect(told.years.find((y) => y.year === 2024)).toMatchObject({ intake: 450, schools: 5, intake_fell: false, planned: false });
    expect(told.years.find((y) => y.year === 2026)).toMatchObject({ planned: true });
    const parks = Object.fromEntries(told.parks.map((p) => [p.park_id, [p.located, p.served]]));
    expect(parks).toMatchObject({ Y1: [expect.any(Boolean), false], Y2: [false, true], Y3: [false, false] });
    expect(told.counties).toHaveLength(6);
    expect(told.since?.on).toBe('2025-04-30');
    expect(told.since?.changes.length).toBeGreaterThan(0);
  });

  test('a year with fewer than the year before is marked', async () => {
    const told = await served.answer<{ years: { year: number; intake: number | null; intake_fell: boolean }[] }>('readOverview', '/api/overview');
    for (const [at, year] of told.years.entries()) {
      const before = told.years[at - 1];
      expect(year.intake_fell).toBe(before !== undefined && before.intake !== null && year.intake !== null && year.intake < before.intake);
    }
  });

  test('a card shows the values of earlier snapshots', async () => {
    const { verdicts } = await served.answer<Campus>('readCampus', '/api/campuses/C1?on=2025-10-31');
    expect(verdicts[0]?.trend.map((p) => p.on)).toEqual(DAYS);
    expect(verdicts.every((v) => /[\u4e00-\u9fff]/.test(v.label.zh))).toBe(true);
  });

  test('every record behind a verdict is there, with file, row, who and when; in pages', async () => {
    const { verdicts } = await served.answer<Campus>('readCampus', '/api/campuses/C1');
    const rooms = verdicts.find((v) => v.standard === 'R1-b')?.evidence[0]?.rows ?? [];
    const path = '/api/campuses/C1/standards/R1-b/evidence';
    type Rows = { total: number; rows: { sheet: string; record_id: string; file: string; row: number; values: Record<string, unknown>; reported_by: string }[] };
    const all = await served.answer<Rows>('listEvidence', path);
    expect(all.rows.map((r) => Number(r.record_id))).toEqual([...rooms].sort((a, b) => a - b));
    expect(all.rows[0]).toMatchObject({ sheet: 'rooms', file: 'samples/quzhou', row: expect.any(Number), reported_by: 'guantong', values: { campus_id: 'C1', area_m2: expect.stringMatching(/^\d+(\.\d+)?$/) } });
    const second = await served.answer<Rows>('listEvidence', `${path}?per_page=1&page=2`);
    expect([second.total, second.rows[0]?.record_id]).toEqual([all.total, all.rows[1]?.record_id]);
    await served.answer('listSchoolEvidence', '/api/schools/S1/standards/S-land/evidence');
    const parks = await served.answer<Rows>('listTargetEvidence', '/api/targets/1.2-g/evidence?part=parks');
    expect(parks.total).toBeGreaterThan(0);
  });

  test('parameters in force and what other readings would answer', async () => {
    const told = await served.answer<{ parameters: { key: string; value: string }[] }>('listParameters', '/api/parameters?on=2025-10-31');
    expect(told.parameters.find((p) => p.key === 'rooms.min_m2')?.value).toBe('15');
    const { effects } = await served.answer<{ effects: { key: string; value: string; chosen: boolean; changes: { standard: string }[] }[] }>('listEffects', '/api/readings/effects?on=2025-10-31');
    expect(effects.filter((e) => e.chosen).every((e) => e.changes.length === 0)).toBe(true);
    expect(effects.some((e) => e.changes.length > 0)).toBe(true);
    const early = await served.answer<{ parameters: unknown[] }>('listParameters', '/api/parameters?on=2024-05-28');
    expect(early.parameters.length).toBeLessThan(told.parameters.length);
  });

  test('what if: more students fail the rooms; the least change passes when it is asked about', async () => {
    const ask = (changes: unknown) => served.answer<{ verdicts: VerdictJson[]; summary: Record<string, number>; least: { changes: Record<string, unknown>; left: string[] } }>('askWhatIf', '/api/what-if', { json: { campus_id: 'C2', on: '2025-10-31', changes } });
    const now = await ask({});
    expect(now.summary['unmet']).toBeGreaterThan(0);
    const then = await ask(now.least.changes);
    expect([then.summary['unmet'], now.least.left]).toEqual([0, []]);
    const crowded = await ask({ ...now.least.changes, students: 5000 });
    expect(crowded.verdicts.find((v) => v.standard === 'R1-b')?.outcome).toBe('unmet');
  });

  test('files: template, report as workbook and page, export', async () => {
    for (const [path, type] of [['template.xlsx', /sheet$/], ['reports/conditions.xlsx', /sheet$/], ['reports/conditions.xlsx?campus=C1', /sheet$/], ['export.zip', /zip$/]] as const) {
      const reply = await served.send(`/api/${path}`);
      expect([reply.status, reply.headers.get('content-type')]).toEqual([200, expect.stringMatching(type)]);
      expect(Buffer.from(await reply.arrayBuffer()).subarray(0, 2).toString()).toBe('PK');
    }
    const page = await served.send('/api/reports/conditions.html?campus=C2');
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).toContain('示例数据');
    expect(html).not.toContain('<script');
  });

  /** The sample region decided a graduation list of its own, of which its files know nothing: two more have graduated there. */
const LOCAL_RATE = '1.2-k';

describe('refusals', () => {
    test.each([
      ['unknown_campus', '/api/campuses/NOPE'], ['unknown_campus', '/api/campuses/NOPE/facts'], ['unknown_campus', '/api/reports/conditions.html?campus=NOPE'],
      ['unknown_standard', '/api/campuses/C1/standards/R9-z/evidence'], ['unknown_standard', '/api/schools/S1/standards/R1-b/evidence'],
      ['unknown_school', '/api/schools/S99/standards/S-land/evidence'], ['unknown_standard', '/api/targets/9.9-z/evidence'],
      ['unknown_snapshot', '/api/snapshots/999999'], ['unknown_snapshot', '/api/snapshots/x'],
      ['no_policy_text', '/api/policy-text/file'], ['bad_request', '/api/overview?on=2025-02-30'], ['bad_request', '/api/overview?known_on=yesterday'],
    ])('%s: %s', async (code, path) => {
      await served.refusal(code, path);
    });

    test('what if of an unknown campus, an unknown change, a number that is none, a day before the policy', async () => {
      const ask = (json: unknown) => ({ json });
      await served.refusal('unknown_campus', '/api/what-if', ask({ campus_id: 'NOPE', changes: {} }));
      const unknown = await served.refusal('bad_request', '/api/what-if', ask({ campus_id: 'C1', changes: { gold: 3 } }));
      expect(unknown.errors?.[0]).toMatchObject({ path: 'json.changes', code: 'unrecognized_keys' });
      await served.refusal('bad_request', '/api/what-if', ask({ campus_id: 'C1', changes: { land_area_m2: '1e5' } }));
      await served.refusal('not_in_force', '/api/what-if', ask({ campus_id: 'C1', on: '2020-01-01', changes: {} }));
    });
  });
});
