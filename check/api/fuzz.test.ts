import { describe, expect, test } from 'vitest';
import { randomFrom } from '../prove/random.ts';
import { faultsOf } from '../prove/fuzz-judge.ts';
import { hostileText } from '../prove/fuzz-values.ts';
import { fuzz } from '../prove/fuzz.ts';
import { sampleParts } from '../prove/made-workbooks.ts';
import { serveSample } from '../prove/sample-server.ts';
import { previewDamaged, readDamaged } from '../prove/workbooks.ts';
import { makeZip } from '../../workbook/made-files.ts';
import { readDatasetBytes } from '../../workbook/read-dataset.ts';
import { isRefusal } from '../../workbook/refusal.ts';
import { onDatabase } from '../databases.ts';
import { serve } from './served.ts';

const REQUESTS = 500;

onDatabase('embedded', 'requests from the description of the API, right and wrong', (database) => {
  test('are answered as documented, whoever sends them and whatever they hold', async () => {
    const seed = Date.now() % 1_000_000_000;
    console.log(`fuzz seed ${seed}`);
    const served = await serveSample(database.connection());
    try {
      const { faults, statuses } = await fuzz(served, { seed, count: REQUESTS });
      expect([...faults], `seed ${seed}`).toEqual([]);
      expect(Number(statuses['200'] ?? 0)).toBeGreaterThan(REQUESTS / 10);
      expect(Number(statuses['400'] ?? 0)).toBeGreaterThan(REQUESTS / 10);
    } finally {
      await served.stop();
    }
  }, 120_000);
});

const WORKBOOKS = 18;

onDatabase('embedded', 'damaged workbooks', (database) => {
  test('are refused or read with problems, by the reader and by the preview of an import', async () => {
    const seed = Date.now() % 1_000_000_000;
    console.log(`workbooks seed ${seed}`);
    const { faults, refused, withProblems } = await readDamaged({ seed, count: WORKBOOKS });
    expect(faults, `seed ${seed}`).toEqual([]);
    expect(Object.keys(refused).length + withProblems).toBeGreaterThan(1);
    const served = await serveSample(database.connection());
    try {
      expect((await previewDamaged(served, { seed, count: WORKBOOKS / 3 })).faults, `seed ${seed}`).toEqual([]);
    } finally {
      await served.stop();
    }
  }, 120_000);

  test('the workbook that they are made from is read, with every sheet of the sample', async () => {
    const read = await readDatasetBytes('a.xlsx', makeZip(sampleParts()));
    expect(isRefusal(read)).toBe(false);
    expect(isRefusal(read) ? [] : Object.keys(read.dataset).length).toBeGreaterThan(20);
  });
});

onDatabase('embedded', 'what cannot be stored', (database) => {
  const served = serve(database, { sample: true });

  test('a NUL in JSON, address or path is refused by its field, before anything is asked of the database', async () => {
    const inJson = await served.refusal('bad_request', '/api/session', { json: { account: 'a\0b', password: 'x' } });
    expect(inJson.errors?.map(({ path }) => path)).toEqual(['json.account']);
    const inQuery = await served.refusal('bad_request', '/api/people?search=a%00b&kind=staff');
    expect(inQuery.errors?.map(({ path }) => path)).toEqual(['query.search']);
    const inPath = await served.refusal('bad_request', '/api/campuses/C%001');
    expect(inPath.errors?.map(({ path }) => path)).toEqual(['path']);
    const deep = await served.refusal('bad_request', '/api/registers/rooms', { json: { values: { name: '\ud800' } } });
    expect(deep.errors?.map(({ path }) => path)).toEqual(['json.values.name']);
    const key = await served.refusal('bad_request', '/api/registers/rooms', { json: { values: { 'a\0': 1 } } });
    expect(key.errors?.map(({ path }) => path)).toEqual(['json.values']);
  });

  test('whole characters beyond the basic plane, and what only looks like a NUL, pass', async () => {
    await served.refusal('unknown_campus', '/api/campuses/C%252500');
    await served.refusal('unknown_campus', '/api/campuses/%F0%A0%AE%B7');
    expect((await served.send('/api/registers/rooms?filter=%F0%9F%98%80')).status).toBe(200);
    await served.refusal('wrong_password', '/api/session', { anonymous: true, json: { account: '𠮷😀\\u0000', password: 'x' } });
  });

  test('a body that is missing, broken off or of another type is refused as such', async () => {
    const post = (headers: Record<string, string>) => served.refusal('bad_request', '/api/snapshots', { method: 'POST', headers });
    for (const type of ['application/xml', 'application/json', 'text/plain']) expect((await post({ 'content-type': type })).errors?.map(({ path }) => path)).toEqual([expect.stringMatching(/^(body|json.*)$/)]);
    const form = await served.refusal('bad_request', '/api/imports/preview', { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' } });
    expect(form.errors?.map(({ path }) => path)).toEqual([expect.stringMatching(/^(body|form\.files)$/)]);
  });

  test('a file may be called anything', async () => {
    const form = new FormData();
    form.append('file', new File(['text'], 'a\u0001b\u202e\u007f.pdf'));
    const kept = await served.answer<{ file: string }>('attachPolicyText', '/api/policy-text', { form });
    expect(kept.file).toBe('a b\u202e .pdf');
    expect((await served.send('/api/policy-text/file')).status).toBe(200);
  });
});

describe('what judges the answers', () => {
  const of = { path: '/api/region', method: 'GET' };
  const asked = { method: 'GET', target: '/api/region', headers: {}, body: null, of };
  const problem = { type: 'urn:guantong:problem:no_region', status: 404, title: '尚未', title_en: 'None', detail: '请', detail_en: 'Do' };
  const answer = (status: number, body: unknown, type = 'application/problem+json') => faultsOf(asked, { status, type, headers: {}, text: JSON.stringify(body) });

  test('finds nothing in an answer as documented', () => {
    expect(answer(404, problem)).toEqual([]);
  });

  test('sees a fault of ours, an undeclared status, one language only, a missing field, and words of the inside', () => {
    expect(answer(503, problem)).toEqual(['answered 503']);
    expect(answer(409, { ...problem, status: 409 })).toContain('status 409 is not declared');
    expect(answer(404, { ...problem, detail: 'Do' })).toEqual(['not in both languages: Do | Do']);
    expect(answer(400, { ...problem, status: 400, type: 'urn:guantong:problem:bad_request' })).toEqual(['names no field']);
    expect(answer(404, { ...problem, detail_en: 'at x (/node_modules/pg/lib/client.js)' })).toEqual(['shows something of the inside']);
    expect(answer(404, { ...problem, extra: 1 })).toEqual(['the problem has more than its schema']);
    expect(answer(200, { no: 'region' }, 'application/json')[0]).toMatch(/not as its schema says/);
  });

  test('a seed gives the same requests again', () => {
    const texts = (seed: number): string[] => {
      const random = randomFrom(seed);
      return Array.from({ length: 50 }, () => hostileText(random));
    };
    expect(texts(5)).toEqual(texts(5));
    expect(texts(5)).not.toEqual(texts(6));
  });
});
