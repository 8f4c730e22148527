import { expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { campusOnTheLine, studentRow, type TypedSheets } from '../core/check/made-dataset.ts';
import type { SheetName } from '../core/exchange/sheets.ts';
import { undoImport } from './imports.ts';
import { madeStore, type MadeRegion } from './made-store.ts';
import { correctRecord } from './register-changes.ts';
import { registerNamed } from './register-columns.ts';

const FROM = '2025-09-01';
const SECOND = { campus_id: 'C', name: '校区', school_id: 'S', college_id: 'H', division_code: '330803', form: 'new_build', status: 'recognised' } as const;

/** One campus with a room, a class, a student and a guardian; beside it another school, college and payer without anything. */
function small(): TypedSheets {
  const { region, organisations, campuses, programmes, rooms, classes, staff } = campusOnTheLine();
  return {
    region, campuses, programmes, rooms: rooms.slice(0, 1), classes: [...classes.slice(0, 1), { class_id: 'K9', campus_id: 'C', head_id: 'T1', from: FROM }], staff: staff.slice(0, 2),
    organisations: [...organisations,
      { org_id: 'S2', name: '二校', kind: 'school', division_code: '330881' }, { org_id: 'H2', name: '二院', kind: 'college', division_code: '330802' },
      { org_id: 'G2', name: '财政', kind: 'finance_bureau', division_code: '330881' }],
    students: [studentRow('N1', { class_id: 'K0' })], guardians: [{ student_id: 'N1', name: '家长', relation: '母亲' }],
  };
}

async function scopesOf({ as, actor }: MadeRegion, sheet: SheetName, condition = 'true'): Promise<string[]> {
  const rows = await as.read((tx) => tx.query<{ scopes: string[] }>(
    `select scopes from ${registerNamed(sheet).table} where region_id = $1 and superseded_at is null and ${condition}`, [actor.region_id]));
  return [...new Set(rows.flatMap(({ scopes }) => scopes))].sort();
}

async function idOf({ as, actor }: MadeRegion, sheet: SheetName): Promise<number> {
  const [row] = await as.read((tx) => tx.query<{ record_id: bigint }>(
    `select record_id from ${registerNamed(sheet).table} where region_id = $1 and superseded_at is null order by record_id limit 1`, [actor.region_id]));
  return Number(row?.record_id);
}

const CAMPUS = ['campus:C', 'county:330803', 'org:H', 'org:S'];

eachDatabase('labels follow', (database) => {
  const store = madeStore(database);
  const made = async (sheets: TypedSheets = small()): Promise<MadeRegion> => {
    const region = await store.region();
    expect((await region.import(sheets)).outcome).toBe('done');
    return region;
  };

  test('a campus that changes school, college, payer and county takes all that is its own along', async () => {
    const region = await made();
    expect(await scopesOf(region, 'rooms')).toEqual(CAMPUS);
    const answer = await region.as.write(async (tx) => correctRecord(tx, 'campuses', await idOf(region, 'campuses'),
      { ...SECOND, school_id: 'S2', college_id: 'H2', payer_id: 'G2', division_code: '330881' }));
    expect(answer.outcome).toBe('done');
    const moved = ['campus:C', 'county:330881', 'org:G2', 'org:H2', 'org:S2'];
    expect(await scopesOf(region, 'rooms')).toEqual(moved);
    expect(await scopesOf(region, 'classes', `class_id = 'K0'`)).toEqual(['campus:C', 'class:K0', 'county:330881', 'org:G2', 'org:H2', 'org:S2']);
    // The student is still the old school's by the roll and the programme, and the new one's by the campus.
    expect(await scopesOf(region, 'guardians')).toEqual(expect.arrayContaining(['org:S', 'org:S2', 'org:H2', 'student:N1']));
  });

  test('a student who changes class and school takes guardians along, and leaves nothing with the class before', async () => {
    const region = await made();
    expect(await scopesOf(region, 'guardians')).toContain('class:K0');
    const values = { ...studentRow('N1', { class_id: 'K9' }), school_id: 'S2', campus_id: '' };
    const answer = await region.as.write(async (tx) => correctRecord(tx, 'students', await idOf(region, 'students'), values));
    expect(answer.outcome).toBe('done');
    const after = await scopesOf(region, 'guardians');
    expect(after).toEqual(expect.arrayContaining(['class:K9', 'org:S2', 'county:330881', 'student:N1']));
    expect(after).not.toContain('class:K0');
    expect(after).not.toContain('campus:C');
  });

  test('an import that is taken back gives the labels back', async () => {
    const region = await made();
    const reply = await region.import({ campuses: [{ ...SECOND, school_id: 'S2' }] });
    expect(await scopesOf(region, 'rooms')).toEqual(['campus:C', 'county:330803', 'org:H', 'org:S2']);
    expect((await undoImport(store.db(), { actor: region.actor, import_id: reply.outcome === 'done' ? reply.import_id : 0 })).outcome).toBe('done');
    expect(await scopesOf(region, 'rooms')).toEqual(CAMPUS);
  });

  test('things may come after what names them, and in the same file', async () => {
    const { students, guardians, ...first } = small();
    const region = await made(first);
    expect((await region.import({ students: students ?? [], guardians: guardians ?? [] })).outcome).toBe('done');
    const together = await made();
    expect(await scopesOf(region, 'guardians')).toEqual(await scopesOf(together, 'guardians'));
    const { campuses, rooms, classes, staff, students: pupils, guardians: parents, ...before } = small();
    const later = await made({ ...before, students: (pupils ?? []).map((row) => ({ ...row, campus_id: '' })), guardians: parents ?? [] });
    expect(await scopesOf(later, 'guardians')).not.toContain('campus:C');
    expect((await later.import({ campuses: campuses ?? [], rooms: rooms ?? [], classes: classes ?? [], staff: staff ?? [], students: pupils ?? [] })).outcome).toBe('done');
    expect(await scopesOf(later, 'guardians')).toEqual(await scopesOf(together, 'guardians'));
  });

  test('a payment is of both ends: an organisation, a campus, a student', async () => {
    const region = await made({ ...small(), payments: [
      { payment_id: 'Z1', kind: 'tuition_share', from_id: 'H', to_id: 'S', academic_year: 2025, amount_yuan: '1', paid_on: FROM },
      { payment_id: 'Z2', kind: 'fee_refund', of: 'tuition', academic_year: 2025, from_id: 'H2', to_id: 'N1', amount_yuan: '1', paid_on: FROM },
    ] });
    expect(await scopesOf(region, 'payments', `payment_id = 'Z1'`)).toEqual(['county:330802', 'county:330803', 'org:H', 'org:S']);
    const refund = await scopesOf(region, 'payments', `payment_id = 'Z2'`);
    expect(refund).toEqual(expect.arrayContaining(['org:H2', 'student:N1', 'class:K0', 'org:S']));
    expect(refund).not.toContain('org:S2');
  });
});
