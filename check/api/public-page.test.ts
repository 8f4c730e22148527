import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { serve } from './served.ts';

onDatabase('embedded', 'the public page of the pilot', (database) => {
  const served = serve(database, { sample: true });
  const get = (path: string, headers = {}) => served.send(path, { anonymous: true, headers });

  test('1.2-o, S2-k, S2-l: tells anybody what the pilot is, its targets, campuses, plan, cases and publicity, without sign-in, script or anything personal', async () => {
    const reply = await get('/public?lang=zh');
    const text = await reply.text();
    expect([reply.status, reply.headers.get('cache-control'), reply.headers.get('set-cookie')]).toEqual([200, 'public, max-age=300', null]);
    for (const told of ['试点是什么', '目标与进展', '一个车间，两个老师', '市报专版介绍试点', '2025 年招生计划', '示例数据', '/published', '/verify']) expect(text).toContain(told);
    expect(text).not.toMatch(/<script|javascript:|\son\w+=/i);
    const { records } = await (await served.send('/api/registers/staff?per_page=50')).json() as { records: { values: { name: string } }[] };
    expect(records.length).toBeGreaterThan(10);
    // Short names may be parts of other words.
    expect(records.map(({ values }) => values.name).filter((name) => name.length > 2 && text.includes(name))).toEqual([]);
    expect(text).not.toMatch(/\d{17}[\dX]|1\d{10}/);
    for (const kept of ['实习企业没有班车', '2027 年招生计划']) expect(text).not.toContain(kept);
  });

  test('is asked for again by its tag, in both languages, and changes when a case is taken down', async () => {
    const first = await get('/public?lang=en');
    expect(await first.text()).toContain('What the pilot is');
    const tag = first.headers.get('etag') ?? '';
    expect((await get('/public?lang=en', { 'if-none-match': tag })).status).toBe(304);
    const { matters } = await (await served.send('/api/matters?kind=model_case')).json() as { matters: { matter_id: string; version: number; state: string }[] };
    const shown = matters.find(({ state }) => state === 'published');
    expect((await served.send(`/api/matters/${shown?.matter_id ?? ''}/steps`, { json: { act: 'reopen', version: shown?.version, reason: '内容有误' } })).status).toBe(200);
    const again = await get('/public?lang=zh', { 'if-none-match': tag });
    expect(again.status).toBe(200);
    expect(await again.text()).toContain('还没有公开的典型案例');
  });

  test('is made once and then answered at once', async () => {
    await (await get('/public?lang=zh')).text();
    const began = performance.now();
    for (let asked = 0; asked < 20; asked += 1) await (await get('/public?lang=zh')).text();
    expect((performance.now() - began) / 20).toBeLessThan(100);
  });
});

onDatabase('embedded', 'the public page before there is a pilot', (database) => {
  const served = serve(database, { sample: false });
  test('says so', async () => {
    const reply = await served.send('/public?lang=zh', { anonymous: true });
    expect([reply.status, (await reply.text()).includes('试点还没有开始')]).toEqual([200, true]);
  });
});
