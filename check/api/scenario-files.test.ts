import { expect, test } from 'vitest';
import { openPackage, unpackWhole } from '../../workbook/package-directory.ts';
import { onDatabase } from '../databases.ts';
import { pdfText } from '../pdf-text.ts';
import { serve } from './served.ts';

const DAY = '2025-10-31';
interface Kept { readonly scenario_id: string; readonly version: number; readonly facts_hash: string; readonly answer_hash: string }
interface Read { readonly known_on: string; readonly answer: { readonly proof: { readonly cost_yuan: string }; readonly plan: readonly { readonly option_id: string; readonly once_yuan: string }[] } | null; readonly forecast: { readonly region: readonly { readonly year: number; readonly intake: number }[] } | null }

onDatabase('embedded', 'files of kept scenarios', (database) => {
  const served = serve(database, { sample: true });
  const keep = (more: Readonly<Record<string, unknown>>) => served.answer<Kept>('keepScenario', '/api/scenarios', { json: { name: '扩招一个班', on: DAY, to: 2027, ...more } });
  const read = (id: string) => served.answer<Read>('readScenario', `/api/scenarios/${id}`);
  const bytes = async (id: string, form: string) => {
    const reply = await served.send(`/api/scenarios/${id}/${form}`);
    expect(reply.status).toBe(200);
    return new Uint8Array(await reply.arrayBuffer());
  };
  /** All texts and numbers of a workbook. */
  const words = async (content: Uint8Array): Promise<string> => {
    const { zip, parts } = await openPackage(content);
    const sheets = [...parts.values()].filter(({ fileName }) => fileName.startsWith('xl/worksheets/'));
    return (await Promise.all(sheets.map(async (entry) => Buffer.from(await unpackWhole(zip, entry)).toString('utf8')))).join('\n');
  };
  const expectAll = (text: string, wanted: readonly string[]) => expect(wanted.filter((one) => !text.includes(one))).toEqual([]);

  test('a plan: workbook and paper hold what it came to, its records, values of law, clauses and how to work it out again', async () => {
    const kept = await keep({ tried: [{ key: 'target.intake.2027', value: '700' }] });
    const { answer, known_on } = await read(kept.scenario_id);
    const wanted = [`${kept.scenario_id}.1`, DAY, known_on, kept.facts_hash, kept.answer_hash, answer?.proof.cost_yuan ?? 'no cost', ...(answer?.plan.map(({ option_id }) => option_id) ?? []), 'S2-a', 'R1-b', '生均教学行政用房', '1.2-j', '700', '可重算核对'];
    expectAll(await words(await bytes(kept.scenario_id, 'workbook')), wanted);
    const pdf = await bytes(kept.scenario_id, 'paper');
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    const text = pdfText(pdf);
    if (text !== null) expectAll(text.replaceAll(/\s/g, ''), ['达标方案：扩招一个班', `${kept.scenario_id}.1`, DAY, 'S2-a', '700', '可重算核对']);
    expect(await bytes(kept.scenario_id, 'paper')).toEqual(pdf);
  }, 240_000);

  test('in English for whoever reads English: the same figures, no heading left in Chinese, campuses and schools by name', async () => {
    for (const more of [{ tried: [{ key: 'target.intake.2027', value: '700' }] }, { kind: 'forecast' }, { kind: 'policy', tried: [{ key: 'ratio.teacher.max_students', value: '7' }] }]) {
      const kept = await keep({ name: 'Trial', ...more });
      const [zh, en] = [await words(await bytes(kept.scenario_id, 'workbook')), await words(await bytes(kept.scenario_id, 'workbook?lang=en'))];
      expectAll(en, [kept.answer_hash, 'Clauses: ', 'Hash of the result', 'Records up to']);
      expect([zh.includes('结果校验值'), en.includes('结果校验值')]).toEqual([true, false]);
      const figures = (text: string) => [...text.matchAll(/<v>([\d.]+)<\/v>/g)].map(([, figure]) => figure);
      expect(figures(en)).toEqual(figures(zh));
      // Names of places stay as they are; what Guantong says itself is English.
      const { campuses } = await served.answer<{ campuses: readonly { name: string; school: string }[] }>('readScenario', `/api/scenarios/${kept.scenario_id}`);
      const own = campuses.flatMap(({ name, school }) => [name, school]).reduce((left, name) => left.replaceAll(name, ''), en);
      const chinese = [...own.matchAll(/[\u4e00-\u9fff（）：、]{2,}/g)].map(([word]) => word);
      expect([...new Set(chinese)]).toEqual([]);
      const text = pdfText(await bytes(kept.scenario_id, 'paper?lang=en'));
      if (text !== null) expectAll(text.replaceAll(/\s/g, ''), ['Clauses:', 'Hashoftheresult', 'Valuesandreadings']);
    }
    await served.refusal('bad_request', '/api/scenarios/1/paper?lang=fr');
  }, 240_000);

  test('its model is LP text that an optimiser reads, and that costs what the plan costs', async () => {
    const kept = await keep({ to: 2026, target: 585 });
    const model = Buffer.from(await bytes(kept.scenario_id, 'model')).toString('utf8');
    expect(model).toMatch(/minimi[sz]e/i);
    expect(model).toMatch(/end\s*$/i);
    const { default: load } = await import('highs');
    const solver = await load();
    const solved = solver.solve(model);
    const { answer } = await read(kept.scenario_id);
    expect(solved.Status).toBe('Optimal');
    expect(solved.ObjectiveValue).toBe(Number(answer?.proof.cost_yuan));
  }, 240_000);

  test('a forecast: its seed, bands and years; it has no model', async () => {
    const kept = await keep({ kind: 'forecast', name: '现状', seed: 7 });
    const { forecast } = await read(kept.scenario_id);
    const text = await words(await bytes(kept.scenario_id, 'workbook'));
    expectAll(text, ['随机种子：7', kept.answer_hash, 'forecast', ...(forecast?.region.map(({ intake }) => String(intake)) ?? [])].filter((one) => one !== 'forecast'));
    await served.refusal('unknown_scenario', `/api/scenarios/${kept.scenario_id}/model`);
  }, 240_000);

  test('what other values of law would change', async () => {
    const kept = await keep({ kind: 'policy', name: '收紧', tried: [{ key: 'ratio.teacher.max_students', value: '7' }] });
    const text = await words(await bytes(kept.scenario_id, 'workbook'));
    expectAll(text, ['R5-d', '未达标 / ', '学费拨付', '607002.00']);
    await served.refusal('unknown_scenario', '/api/scenarios/999999/workbook');
  }, 120_000);
});
