import { expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import type { TypedSheets } from '../../core/check/made-dataset.ts';
import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import type { VisitKind } from '../../core/supervision/visit.ts';
import { date } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { reckonDuties } from '../duty-run.ts';
import { setGoLive } from '../duty-start.ts';
import { dutyWorld } from '../made-duties.ts';
import { madeStore, type MadeRegion } from '../made-store.ts';
import { programActor } from '../program-actor.ts';
import { checklistOf } from './checklist-of.ts';
import { dueVisits } from './due.ts';
import { correctVisit, recordVisit } from './record-visit.ts';
import { loadVisits } from './visit.ts';

const { duties, parameters } = DEFAULT_PACK;
const DUTIES: Readonly<Record<VisitKind, string>> = { quality: 'quality_visit', conduct: 'conduct_visit' };
const school = (given: { readonly pilot_from?: string; readonly pilot_to?: string }): TypedSheets => ({
  schools: [{ school_id: 'S', on: '2025-09-01', total_land_m2: '200000', total_building_m2: '90000', total_equipment_yuan: '20000000', secondary_students: 1000, secondary_teachers: 80, ...given }],
});
const seen = { visitors: '张三', note: '' };

eachDatabase('what visits are owed', (database) => {
  const store = madeStore(database);
  const made = async (sheets: TypedSheets): Promise<MadeRegion> => {
    const region = await store.region();
    await region.as.write((tx) => setGoLive(tx, date('2025-09-01')));
    const reply = await region.import({ ...dutyWorld(), ...sheets });
    expect(reply.outcome, JSON.stringify(reply)).toBe('done');
    return region;
  };
  const reckon = ({ actor }: MadeRegion, kind: VisitKind, today: string) =>
    reckonDuties(store.db(), actor.region_id, { today: date(today), duties: duties.filter(({ id }) => id === DUTIES[kind]), parameters });
  const standing = async (region: MadeRegion, kind: VisitKind, today: string): Promise<string[]> => {
    await reckon(region, kind, today);
    const rows = await store.db().as(programActor(region.actor.region_id)).read((tx) => tx.arrays(
      'select d.opened_on, d.due_on, d.closed_on, d.owed_by[1] from duties d where d.duty = $1 and d.region_id = $2 and not d.lifted and not d.before_go_live order by d.opened_on', [DUTIES[kind], region.actor.region_id]));
    return rows.map(([opened, due, closed, owner]) => `${String(opened)} ${String(due)} ${closed === null ? 'open' : String(closed)} ${String(owner)}`);
  };
  const linesAt = ({ as }: MadeRegion, kind: VisitKind, on: string) => as.read((tx) => tx.whole(async (whole) =>
    (await checklistOf(whole, { kind, college_id: 'H', school_id: 'S', on: date(on) }, DEFAULT_PACK) ?? []).map(({ line }) => ({ line, answer: 'met' as const, remark: '', severity: null }))));
  const visited = async (region: MadeRegion, kind: VisitKind, on: string): Promise<number> => {
    const lines = await linesAt(region, kind, on);
    const recorded = await region.as.write((tx) => recordVisit(tx, { kind, college_id: 'H', school_id: 'S', on: date(on), ...seen, lines }, { pack: DEFAULT_PACK, today: date('2026-09-30') }));
    if (recorded.outcome !== 'done') throw new Error(JSON.stringify(recorded));
    return recorded.visit_id;
  };

  test('S3-a: each term of a school in the pilot, from its first day to its last; a visit on that day is in time, one of the term before is none', async () => {
    const region = await made(school({ pilot_from: '2024-09-01' }));
    expect(await standing(region, 'quality', '2025-08-31')).toEqual([]);
    expect(await standing(region, 'quality', '2025-09-01')).toEqual(['2025-09-01 2026-01-31 open college_academic@H']);
    await visited(region, 'quality', '2025-08-31');
    expect(await standing(region, 'quality', '2026-01-31')).toEqual(['2025-09-01 2026-01-31 open college_academic@H']);
    await visited(region, 'quality', '2026-01-31');
    expect(await standing(region, 'quality', '2026-02-01')).toEqual(['2025-09-01 2026-01-31 2026-01-31 college_academic@H', '2026-02-01 2026-08-31 open college_academic@H']);
  });

  test('S3-c: each academic year, once; a visit on quality does not end it, a corrected one counts by its correction', async () => {
    const region = await made(school({ pilot_from: '2024-09-01' }));
    await visited(region, 'quality', '2025-09-10');
    expect(await standing(region, 'conduct', '2026-08-31')).toEqual(['2025-09-01 2026-08-31 open college_academic@H']);
    const visit_id = await visited(region, 'conduct', '2025-10-10');
    const lines = await linesAt(region, 'conduct', '2025-10-13');
    await region.as.write((tx) => correctVisit(tx, { visit_id, on: date('2025-10-13'), ...seen, lines, reason: '日期有误' }, { pack: DEFAULT_PACK, today: date('2025-10-20') }));
    expect(await standing(region, 'conduct', '2026-08-31')).toEqual(['2025-09-01 2026-08-31 2025-10-13 college_academic@H']);
  });

  test('a school that is not in the pilot is not visited; one that comes in or was stopped is, the latter until its last students have gone through', async () => {
    expect(await standing(await made(school({})), 'conduct', '2025-10-31')).toEqual([]);
    expect(await standing(await made(school({ pilot_from: '2025-10-08' })), 'conduct', '2025-10-31')).toEqual(['2025-10-08 2026-08-31 open college_academic@H']);
    expect(await standing(await made(school({ pilot_from: '2019-09-01', pilot_to: '2020-09-01' })), 'conduct', '2025-10-31')).toEqual(['2025-09-01 2026-08-31 open college_academic@H']);
    expect(await standing(await made(school({ pilot_from: '2019-09-01', pilot_to: '2020-08-31' })), 'conduct', '2025-10-31')).toEqual([]);
  });

  test('a term whose days the college set ends by them', async () => {
    const region = await made(school({ pilot_from: '2024-09-01' }));
    await region.as.write(async (tx) => {
      await tx.change(`insert into teaching_terms (region_id, college_id, term, entry_no, act, first_day, last_day, scopes, recorded_at, recorded_by) values ($1, 'H', '2025-1', 1, 'set', '2025-09-01', '2026-01-16', '{org:H}', now(), 'made')`, [tx.actor.region_id]);
      tx.unaudited('made');
    });
    expect(await standing(region, 'quality', '2025-10-31')).toEqual(['2025-09-01 2026-01-16 open college_academic@H']);
  });

  test('what is due is listed until the visit is recorded, before duties are worked out again', async () => {
    const region = await made(school({ pilot_from: '2024-09-01' }));
    await reckon(region, 'quality', '2025-10-31');
    const inForce = parametersOn(parameters, date('2025-10-31'));
    const due = () => region.as.read(async (tx) => (await dueVisits(tx, await loadVisits(tx), (key) => inForce.get(key)?.value)).map(({ kind, school_id, year, term, due_on }) => [kind, school_id, year, term, due_on].join(' ')));
    expect(await due()).toEqual(['quality S 2025 1 2026-01-31']);
    await visited(region, 'quality', '2025-10-20');
    expect(await due()).toEqual([]);
  });
});
