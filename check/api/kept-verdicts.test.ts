import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../core/access/roles.ts';
import { programActor } from '../../store/program-actor.ts';
import { onDatabase } from '../databases.ts';
import { serveSample, type SampleServer } from '../prove/sample-server.ts';

onDatabase('embedded', 'verdicts that are kept', (database) => {
  let served: SampleServer;
  const cookies = new Map<Role, string>();
  beforeAll(async () => {
    served = await serveSample(database.connection());
    for (const role of ['office', 'school_registrar'] as const) cookies.set(role, await served.cookieOf(role));
  });
  afterAll(() => served.stop());
  const read = async (path: string, role: Role) => {
    const reply = await fetch(`${served.origin}${path}?on=2025-10-31`, { headers: { cookie: cookies.get(role) ?? '' } });
    return { status: reply.status, text: await reply.text() };
  };
  const paths = (campus: string, school: string) => [`/api/campuses/${campus}`, `/api/campuses/${campus}/facts`, `/api/campuses/${campus}/standards/R1-b/evidence`, `/api/schools/${school}/standards/R1-a/evidence`];

  test('are worked out anew once a record was added, for the campus and what rests on it', async () => {
    const before = await Promise.all(paths('C1', 'S1').slice(0, 3).map((path) => read(path, 'office')));
    expect(await Promise.all(paths('C1', 'S1').slice(0, 3).map((path) => read(path, 'office')))).toEqual(before);
    const added = await fetch(`${served.origin}/api/registers/rooms`, {
      method: 'POST', headers: { cookie: cookies.get('office') ?? '', 'content-type': 'application/json' },
      body: JSON.stringify({ values: { room_id: 'NEW', campus_id: 'C1', use: 'teaching', area_m2: '123', from: '2025-09-01' } }),
    });
    expect(added.status).toBe(201);
    const after = await Promise.all(paths('C1', 'S1').slice(0, 3).map((path) => read(path, 'office')));
    for (const [at, { status, text }] of after.entries()) {
      expect(status).toBe(200);
      expect(text).not.toBe(before[at]?.text);
    }
  });

  test('stay while nothing is done that they rest on, whatever else is recorded', async () => {
    const region_id = served.sample.region.region_id;
    const factsAt = async () => (await served.database.as(programActor(region_id)).ask<{ at: string }>('select facts_at::text as at from regions where region_id = $1', [region_id]))[0]?.at;
    const post = (path: string, json: object) => fetch(`${served.origin}${path}`, {
      method: 'POST', headers: { cookie: cookies.get('office') ?? '', 'content-type': 'application/json', 'idempotency-key': path }, body: JSON.stringify(json),
    });
    const before = await factsAt();
    expect((await post('/api/duties/start', { go_live: '2025-09-01' })).status).toBe(200);
    expect((await post('/api/matters', { kind: 'parameter_change', subject: 'land.min_m2', details: { value: '55', from: '2026-01-01' } })).status).toBe(201);
    expect(await factsAt()).toBe(before);
    expect((await post('/api/registers/rooms', { values: { room_id: 'ANEW', campus_id: 'C1', use: 'teaching', area_m2: '1', from: '2025-09-01' } })).status).toBe(201);
    expect(await factsAt()).not.toBe(before);
  });

  test('are told as they were, and not once a snapshot was taken that they are compared with', async () => {
    const all = ['/api/overview', '/api/campuses/C1', '/api/snapshots', '/api/registers', '/api/parameters'];
    const before = await Promise.all(all.map((path) => read(path, 'office')));
    expect(await Promise.all(all.map((path) => read(path, 'office')))).toEqual(before);
    const taken = await fetch(`${served.origin}/api/snapshots`, {
      method: 'POST', headers: { cookie: cookies.get('office') ?? '', 'content-type': 'application/json' }, body: JSON.stringify({ on: '2025-10-30', label: '比较' }),
    });
    expect(taken.status).toBe(201);
    const after = await Promise.all(all.map((path) => read(path, 'office')));
    expect(after.map(({ text }, at) => text === before[at]?.text)).toEqual([false, false, false, true, true]);
  });

  test('a whole region that the office has just asked for is told to a school as its own part only', async () => {
    const [office, school] = [await read('/api/campuses', 'office'), await read('/api/campuses', 'school_registrar')];
    const ids = ({ text }: { readonly text: string }) => (JSON.parse(text) as { campuses: { school_id: string }[] }).campuses.map(({ school_id }) => school_id);
    expect(new Set(ids(school))).toEqual(new Set(['S1']));
    expect(ids(office).length).toBeGreaterThan(ids(school).length);
    expect((await read('/api/campuses', 'office')).text).toBe(office.text);
  });

  test('are told to nobody whom they are not in reach of, also when somebody else has just asked', async () => {
    const { text } = await read('/api/campuses', 'office');
    const [foreign] = (JSON.parse(text) as { campuses: { campus_id: string; school_id: string }[] }).campuses.filter(({ school_id }) => school_id !== 'S1');
    for (const path of paths(foreign?.campus_id ?? '', foreign?.school_id ?? '')) {
      const known = await read(path, 'office');
      if (!path.includes('schools')) expect(known.status, path).toBe(200);
      const asked = await read(path, 'school_registrar');
      const absent = await read(path.replace(foreign?.campus_id ?? '', 'X9').replace(foreign?.school_id ?? '', 'X9'), 'school_registrar');
      expect({ path, ...asked }).toEqual({ path, ...absent });
      expect(asked.status).toBe(404);
    }
    expect((await read('/api/campuses/C1', 'school_registrar')).status).toBe(200);
  });
});
