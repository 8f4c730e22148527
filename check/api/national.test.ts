import pg from 'pg';
import { expect, test } from 'vitest';
import { unpacked } from '../access/unpack.ts';
import { onDatabase } from '../databases.ts';
import { openOffices, type Person } from './offices.ts';
import { serve } from './served.ts';
import { codeOfProblem } from './visitor.ts';

interface Standing { readonly ids: string; readonly tables: readonly { readonly id: string; readonly rows: number; readonly lacking: number; readonly first_lacking: readonly { readonly id: string; readonly columns: readonly string[] }[]; readonly columns: readonly { readonly heading: string; readonly empty: number; readonly blank: string | null }[] }[] }
interface Systems { readonly systems: readonly { readonly system: string; readonly confirmed: boolean; readonly organisations: readonly { readonly org_id: string }[] }[] }

const PURPOSE = '上报新生学籍';
/** Somebody of the first year at S1 on the day of the sample. */
const ON = '2025-10-31';

onDatabase('embedded', 'reports to national systems over the API', (database) => {
  const served = serve(database, { sample: false });
  const offices = openOffices(served);
  const standing = (one: Person, system: string, organisation_id: string, given = {}) => one.ask<Standing & { readonly type: string }>('readNationalReport', { params: { system }, query: { organisation_id, on: ON, ...given } });
  const download = async (one: Person, system: string, json: object): Promise<{ status: number; code: string; name: string; text: string }> => {
    const reply = await fetch(`${served.origin()}/api/national-systems/${system}/workbook`, { method: 'POST', headers: { cookie: one.cookie(), 'content-type': 'application/json' }, body: JSON.stringify({ on: ON, ...json }) });
    const bytes = new Uint8Array(await reply.arrayBuffer());
    const text = reply.ok ? await unpacked(bytes) : new TextDecoder().decode(bytes);
    return { status: reply.status, text, code: /urn:guantong:problem:(\w+)/.exec(text)?.[1] ?? '', name: decodeURIComponent(/filename\*=UTF-8''(\S+)/.exec(reply.headers.get('content-disposition') ?? '')?.[1] ?? '') };
  };
  const audited = async (account: string): Promise<Record<string, unknown>[]> => {
    const client = new pg.Client(database.connection());
    await client.connect();
    const { rows } = await client.query<{ detail: Record<string, unknown> }>(`select detail from audit_entries where action = 'national.report' and actor = $1 order by at`, [account]);
    await client.end();
    return rows.map(({ detail }) => detail);
  };

  test('a registrar reports for the own school; what is lacking is told before, and nothing is written down for looking', async () => {
    const one = await offices.appointed('school_registrar');
    const { systems } = await one.get<Systems>('listNationalSystems');
    expect(systems.map(({ system, confirmed, organisations }) => [system, confirmed, organisations.map(({ org_id }) => org_id)])).toEqual([
      ['secondary_roll', false, ['S1']], ['higher_roll', false, []], ['college_state', false, []], ['internships', false, ['S1']]]);
    const { body } = await standing(one, 'secondary_roll', 'S1', { cohort: '2025' });
    const [table] = body.tables;
    expect(body.ids).toBe('revealable');
    expect(table?.rows).toBeGreaterThan(0);
    expect(table?.columns.find(({ heading }) => heading === '民族')).toMatchObject({ blank: 'not_recorded', empty: table?.rows });
    expect(table?.columns).toHaveLength(73);
    expect(await audited(one.account)).toEqual([]);
  });

  test('masked without a purpose, whole with one; written down once each, without any value', async () => {
    const one = await offices.appointed('school_registrar');
    const masked = await download(one, 'secondary_roll', { organisation_id: 'S1', cohort: 2025 });
    expect([masked.status, masked.name]).toEqual([200, `全国中等职业学校学生管理信息系统 衢州中等专业学校 ${ON}.xlsx`]);
    expect(masked.text).toMatch(/<row r="1"[^>]*><c r="A1"[^>]*><is><t[^>]*>姓名/);
    expect(masked.text).toMatch(/未经系统主管单位确认，上传前请逐列核对.*副本日期 2019-07-09/);
    expect(masked.text).toMatch(/\d{6}\*{8}\d{3}[\dX]/);
    const IDS = />\d{17}[\dX]</;
    expect(masked.text).not.toMatch(IDS);
    const whole = await download(one, 'secondary_roll', { organisation_id: 'S1', cohort: 2025, purpose: PURPOSE });
    expect(whole.text).toMatch(IDS);
    expect(whole.text).not.toMatch(/\*{8}/);
    const entries = await audited(one.account);
    expect(entries).toMatchObject([{ system: 'secondary_roll', on: ON, cohort: 2025 }, { purpose: PURPOSE, revealed: expect.any(Number) }]);
    expect(entries[0]).not.toHaveProperty('revealed');
    expect(JSON.stringify(entries)).not.toMatch(/\d{17}|199\d{8}/);
  });

  test('no whole file for whoever may reveal nothing, none with a number for a purpose, none of another school or system', async () => {
    const auditor = await offices.appointed('auditor');
    expect((await standing(auditor, 'secondary_roll', 'S1')).body.ids).toBe('masked');
    expect(await download(auditor, 'secondary_roll', { organisation_id: 'S1', purpose: PURPOSE })).toMatchObject({ status: 403, code: 'not_allowed' });
    expect((await download(auditor, 'secondary_roll', { organisation_id: 'S1' })).text).toMatch(/\*{8}/);
    expect(await audited(auditor.account)).toHaveLength(1);
    const one = await offices.appointed('school_registrar');
    for (const purpose of ['', '上报', '上报 330802200505089979']) expect(await download(one, 'secondary_roll', { organisation_id: 'S1', purpose })).toMatchObject({ status: 400, code: 'bad_request' });
    for (const [system, organisation_id] of [['secondary_roll', 'S2'], ['secondary_roll', 'nobody'], ['higher_roll', 'H1'], ['college_state', 'H1'], ['internships', 'H1']] as const) {
      expect([system, organisation_id, codeOfProblem(await standing(one, system, organisation_id))]).toEqual([system, organisation_id, 'unknown_entry']);
      expect(await download(one, system, { organisation_id })).toMatchObject({ status: 404, code: 'unknown_entry' });
    }
    expect(await download(one, 'other', { organisation_id: 'S1' })).toMatchObject({ status: 400 });
    expect(await audited(one.account)).toEqual([]);
  });

  test('a college has those who stepped up, and its state without anybody’s id', async () => {
    const roll = await offices.appointed('college_roll', { org_id: 'H1' });
    expect((await standing(roll, 'higher_roll', 'H1')).body.tables[0]?.rows).toBeGreaterThan(0);
    const text = (await download(roll, 'higher_roll', { organisation_id: 'H1' })).text;
    expect(text).toMatch(/KSH.*XH.*XM.*SFZH.*YJBYRQ/);
    const programme = await offices.appointed('college_programme', { org_id: 'H1' });
    const { body } = await standing(programme, 'college_state', 'H1');
    expect([body.ids, body.tables.map(({ id }) => id)]).toEqual(['none', ['A6-1-1', 'A6-2-1', 'A6-3-1', 'A4-1', 'A4-2', 'A7-1-1']]);
    const state = await download(programme, 'college_state', { organisation_id: 'H1' });
    expect([state.status, /\*{8}|>\d{17}[\dX]</.test(state.text), state.text.includes('证件号和电话')]).toEqual([200, false, false]);
    expect(codeOfProblem(await standing(programme, 'higher_roll', 'H1'))).toBe('unknown_entry');
  });

  test('an office’s own columns stand in its order; a field that there is not is refused with its line', async () => {
    const one = await offices.appointed('school_registrar');
    const own = await download(one, 'secondary_roll', { organisation_id: 'S1', columns: [{ heading: '证件号', field: 'id_number', required: true }, { heading: '籍贯' }, { heading: '姓名', field: 'name' }] });
    expect(own.text).toMatch(/A1"[^>]*><is><t[^>]*>证件号<.*B1"[^>]*><is><t[^>]*>籍贯<.*C1"[^>]*><is><t[^>]*>姓名</);
    expect(own.text).toContain('报送单位自备的栏目表');
    const wrong = await download(one, 'secondary_roll', { organisation_id: 'S1', columns: [{ heading: '甲', field: 'password' }] });
    expect([wrong.status, wrong.code, wrong.text.includes('第 2 行：没有这个字段：password')]).toEqual([422, 'bad_mapping', true]);
  });
});
