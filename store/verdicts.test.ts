import { expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { check } from '../core/check/check.ts';
import { checkJson, verdictJson } from '../core/check/check-json.ts';
import { answerCampus, judgingOn } from '../core/check/judging.ts';
import { campusOnTheLine, readTyped, staffRow, studentRow } from '../core/check/made-dataset.ts';
import type { TypedSheets } from '../core/check/made-dataset.ts';
import { regionRowsOf } from '../core/facts/region-rows.ts';
import { quzhou2024 } from '../core/policy/quzhou-2024/pack.ts';
import { date } from '../core/values/plain-date.ts';
import { exact } from '../core/values/exact.ts';
import { judgeTarget } from '../core/verdict/target.ts';
import { loadCampusRows } from './campus-rows.ts';
import { AS_OF, madeStore } from './made-store.ts';
import type { MadeRegion } from './made-store.ts';
import { loadDataset, loadRegionRows } from './region-rows.ts';
import { recordsById } from './registers.ts';
import { conditionDate, listSnapshots, readSnapshot, takeSnapshot } from './snapshots.ts';
import { differenceOf } from './snapshot-difference.ts';

const judging = judgingOn(quzhou2024, AS_OF);

/** Two campuses that share staff, one of them failing, with cohorts, graduates, intakes and a school. */
function region(): TypedSheets {
  const made = campusOnTheLine();
  made.campuses.push({ campus_id: 'C2', name: '二', school_id: 'S', college_id: 'H', division_code: '330802', form: 'carved_out', status: 'preparing' });
  made.staff.push(staffRow('T1', { campus_id: '', school_id: 'S', stage: 'secondary' }), staffRow('Z1', { campus_id: 'C2', qualified: 'no' }));
  made.students.push(studentRow('M1', { campus_id: 'C2', to: '2025-10-30' }), studentRow('M2', { campus_id: 'C2' }), studentRow('G1', { status: 'graduated', cohort: 2020 }));
  return {
    ...made,
    schools: [{ school_id: 'S', on: '2025-09-01', pilot_stage: 'deepening', pilot_from: '2024-09-01', total_land_m2: '40000', total_building_m2: '9000', total_equipment_yuan: '5000000', secondary_students: 800, secondary_teachers: 40 }],
    intakes: [{ year: 2025, school_id: 'S', programme_id: 'P', registered: 90 }],
  };
}

eachDatabase('verdicts from the store', (database) => {
  const store = madeStore(database);
  const filled = async (): Promise<MadeRegion> => {
    const made = await store.region();
    expect((await made.import(region())).outcome).toBe('done');
    return made;
  };
  const expected = check(readTyped(region()).dataset, [], judging);
  const withoutEvidence = <T extends { readonly evidence: unknown }>({ evidence: _, ...rest }: T): unknown => rest;

  test('of each campus, loaded by index, are those of check on the same data', async () => {
    const { as } = await filled();
    for (const campus of expected.campuses) {
      const rows = await as.read((tx) => loadCampusRows(tx, campus.campus_id));
      if (rows === null) throw new Error('the campus is there');
      const answer = answerCampus(rows, judging);
      const plain = (verdicts: typeof answer.verdicts): unknown => verdicts.map(verdictJson).map(withoutEvidence);
      expect(plain([...answer.verdicts, ...answer.composites])).toEqual(plain([...campus.verdicts, ...campus.composites]));
    }
    expect(await as.read((tx) => loadCampusRows(tx, 'nowhere'))).toBeNull();
  });

  test('name records, which tell their file, row and reporter', async () => {
    const { as } = await filled();
    const rows = await as.read((tx) => loadCampusRows(tx, 'C'));
    if (rows === null) throw new Error('the campus is there');
    const rooms = answerCampus(rows, judging).verdicts.find(({ standard }) => standard === 'R1-b')?.evidence.find(({ sheet }) => sheet === 'rooms');
    const records = await as.read((tx) => recordsById(tx, 'rooms', rooms?.rows ?? []));
    expect(records.map((r) => [r.values.room_id, r.file_name, r.source_row, r.recorded_by])).toEqual([['R1', 'data.xlsx', 2, 'office'], ['R2', 'data.xlsx', 3, 'office']]);
  });

  test('of the region and its schools are those of check, targets included', async () => {
    const { as } = await filled();
    const json = (result: typeof expected): unknown => {
      const { campuses, schools, targets, ...rest } = checkJson(result);
      const places = [...campuses, ...schools].map((place) => ({ ...place, verdicts: place.verdicts.map(withoutEvidence) }));
      return { ...rest, places, targets: targets.map(withoutEvidence) };
    };
    const dataset = await as.read((tx) => loadDataset(tx));
    expect(json(check(dataset, [], judging))).toEqual(json(expected));
    const rows = await as.read((tx) => loadRegionRows(tx));
    expect(rows.cohorts).toEqual(regionRowsOf(readTyped(region()).dataset).cohorts);
    const targets = quzhou2024.targets.map((target) => judgeTarget(target, rows, AS_OF, judging.parameters));
    expect(targets.map(withoutEvidence)).toEqual(expected.targets.map(withoutEvidence));
    expect(rows.parks).toBeNull();
  });

  test('as known on an earlier moment do not know what came later', async () => {
    const { as, import: bring } = await filled();
    const rows = await as.read((tx) => loadCampusRows(tx, 'C'));
    const [room] = await as.read((tx) => recordsById(tx, 'rooms', [rows?.rooms[0]?.row ?? 0]));
    await bring({ rooms: [{ room_id: 'R1', campus_id: 'C', use: 'teaching', area_m2: '3999', from: '2025-09-01' }] });
    const outcome = async (known_on?: typeof room): Promise<string | undefined> => {
      const loaded = await as.read((tx) => loadCampusRows(tx, 'C', known_on === undefined ? {} : { known_on: known_on.recorded_at }));
      return loaded === null ? 'none' : answerCampus(loaded, judging).verdicts.find(({ standard }) => standard === 'R1-b')?.outcome;
    };
    expect([await outcome(room), await outcome()]).toEqual(['met', 'unmet']);
  });
});

eachDatabase('a snapshot', (database) => {
  const store = madeStore(database);

  test('never changes when a row or a rule does; the difference says what did', async () => {
    const made = await store.region();
    await made.import(region());
    const take = (rules: typeof judging) => takeSnapshot(store.db(), { actor: made.actor, judging: rules, name: '年报' });
    const head = await take(judging);
    const read = (id: number | undefined) => made.as.read((tx) => readSnapshot(tx, id ?? 0));
    const frozen = await read(head?.snapshot_id);
    expect(frozen).toMatchObject({ intact: true, on: '2025-10-31', name: '年报', recorded_by: 'office', summary: expected() });
    await made.import({ rooms: [{ room_id: 'R1', campus_id: 'C', use: 'teaching', area_m2: '3999', from: '2025-09-01' }] });
    const later = await read((await take(judgingOn(quzhou2024, AS_OF, new Map([['land.min_m2', exact(60)]]))))?.snapshot_id);
    expect(await read(head?.snapshot_id)).toEqual(frozen);
    if (frozen === null || later === null) throw new Error('both are there');
    const difference = differenceOf(frozen.content, later.content);
    expect(difference.verdicts.filter(({ campus_id }) => campus_id === 'C').map((d) => `${d.standard} ${d.before?.outcome} ${d.after?.outcome}`)).toContain('R1-b met unmet');
    expect(difference.parameters).toEqual([{ key: 'land.min_m2', before: '54', after: '60' }]);
    expect(differenceOf(frozen.content, frozen.content)).toEqual({ verdicts: [], parameters: [] });
    expect((await made.as.read(listSnapshots)).map(({ sha256 }) => sha256)).toEqual([later.sha256, frozen.sha256]);
    expect(later.sha256).not.toBe(frozen.sha256);
    await expect(made.as.write((tx) => tx.change("update snapshots set content = '{}'"))).rejects.toThrow(/permission denied/);
  });

  test('says when its text was touched from outside', async () => {
    const made = await store.region();
    const head = await takeSnapshot(store.db(), { actor: made.actor, judging });
    const { default: pg } = await import('pg');
    const owner = new pg.Client(database.connection());
    await owner.connect();
    await owner.query(`update snapshots set content = replace(content, '"campuses":[]', '"campuses":[ ]') where region_id = $1`, [made.actor.region_id]);
    await owner.end();
    expect((await made.as.read((tx) => readSnapshot(tx, head?.snapshot_id ?? 0)))?.intact).toBe(false);
  });

  test('is by default of the last 31 October', () => {
    expect(conditionDate(quzhou2024, date('2025-10-30'))).toBe('2024-10-31');
    expect(conditionDate(quzhou2024, date('2025-10-31'))).toBe('2025-10-31');
    expect(conditionDate(quzhou2024, date('2020-10-31'))).toBeNull();
  });

  function expected(): unknown {
    return check(readTyped(region()).dataset, [], judging).summary;
  }
});
