import { expect, test } from 'vitest';
import { onDatabase } from '../check/databases.ts';
import { asOwner, madeAccount } from './made-people.ts';
import { madeStore } from './made-store.ts';
import { minorsPack, type MinorsPack } from './minors-pack.ts';

onDatabase('embedded', 'the yearly pack on minors’ data', (database) => {
  const store = madeStore(database);
  const rows = ({ tables }: MinorsPack, wanted: string): readonly (readonly string[])[] => tables.find(({ name }) => name === wanted)?.rows ?? [];

  test('tells who had access, what was revealed and exported, and what does not fit', async () => {
    const { as, actor } = await store.region();
    const registrar = await madeAccount(as, 'school_registrar', { org_id: 'S' });
    const finance = await madeAccount(as, 'finance_bureau', { org_id: 'G' });
    const act = (account: string, action: string, object: string, detail = {}) => store.db().as({ ...actor, account }).write((tx) => tx.audit({ action, object, detail }));
    await act(registrar.account, 'personal.reveal', 'students/1#id_number', { purpose: '核对学籍' });
    await act(registrar.account, 'data.export', 'registers', { rows: { students: 7, guardians: 2, rooms: 9 } });
    await act(registrar.account, 'national.report', 'organisations/S', { system: 'secondary_roll', rows: 40, purpose: '上报新生学籍', revealed: 78 });
    await act(registrar.account, 'national.report', 'organisations/S', { system: 'internships', rows: 3 });
    await act(finance.account, 'national.report', 'organisations/H', { system: 'college_state', rows: 12 });
    const year = (await as.read((tx) => tx.arrays(`select extract(year from now() at time zone 'Asia/Shanghai')::integer`)))[0]?.[0] as number;
    const quiet = await as.disclose((tx) => minorsPack(tx, year));
    expect(rows(quiet, 'appointments').map(([account, role, org]) => [account, role, org])).toEqual([[registrar.account, 'school_registrar', 'S']]);
    expect(rows(quiet, 'reveals').map((row) => row.slice(1))).toEqual([[registrar.account, 'students/1#id_number', '核对学籍'], [registrar.account, 'organisations/S secondary_roll × 78', '上报新生学籍']]);
    expect(rows(quiet, 'exports').map((row) => row.slice(1))).toEqual([[registrar.account, '9'], [registrar.account, '40'], [registrar.account, '3']]);
    expect(rows(quiet, 'months').map((row) => row.slice(1))).toEqual([['data.export', '1', '1'], ['national.report', '3', '2'], ['personal.reveal', '1', '1']]);
    expect([quiet.findings, rows(quiet, 'findings')]).toEqual([0, []]);

    await act(finance.account, 'personal.reveal', 'students/2#id_number', { purpose: '越权' });
    await act(finance.account, 'data.export', 'registers', { rows: { students: 1 } });
    await act(finance.account, 'data.export', 'registers', { rows: { rooms: 1 } });
    await act(finance.account, 'national.report', 'organisations/S', { system: 'higher_roll', rows: 1 });
    for (let at = 0; at < 50; at += 1) await act(registrar.account, 'personal.reveal', `students/${at}#id_number`, { purpose: '批量' });
    await asOwner(database,
      `insert into minor_grants (region_id, grant_id, account, scope, scopes, purpose, expires_on, asked_at, decided_at, decided_by, approved)
       values ($1, gen_random_uuid(), $2, '*', '{}', '绕过程序', current_date + 9, now(), now(), 'somebody', true)`, [actor.region_id, finance.account]);
    const loud = await as.disclose((tx) => minorsPack(tx, year));
    expect(rows(loud, 'findings').map(([what, , account]) => [what, account])).toEqual([
      ['export_without_role', finance.account], ['export_without_role', finance.account], ['grant_without_entry', finance.account], ['many_reveals_in_a_day', registrar.account], ['reveal_without_role', finance.account]]);
    const before = await as.disclose((tx) => minorsPack(tx, year - 1));
    expect([rows(before, 'reveals'), rows(before, 'grants'), before.findings]).toEqual([[], [], 0]);
  });
});
