import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { GRANT_SCOPE } from '../../store/minor-grants.ts';
import { grantScope } from '../../api/contract/minor-grants.ts';
import { onDatabase } from '../databases.ts';
import { activated, openOffices, type Person, type Slip } from './offices.ts';
import { serve } from './served.ts';
import { codeOfProblem, type Visitor } from './visitor.ts';

interface Records { readonly total: number; readonly records: readonly { readonly record_id: string; readonly values: Readonly<Record<string, unknown>> }[] }
interface Grant { readonly grant_id: string; readonly state: string; readonly decided_by: string | null; readonly scope: string }

const PURPOSE = '核对学籍信息';
const [OWN_ID, OWN_MASK] = ['330802200505089979', '330802********9979'];

onDatabase('embedded', 'personal data', (database) => {
  const served = serve(database, { sample: false });
  const offices = openOffices(served);
  const refusalOf = async (one: Visitor, ...asked: Parameters<Visitor['ask']>) => codeOfProblem(await one.ask(...asked));
  const students = (one: Visitor, filter: string) => one.get<Records>('listRecords', { params: { sheet: 'students' }, query: { filter } });
  const find = (one: Visitor, value: string, column = 'id_number', sheet = 'students') => one.get<Records>('findByValue', { json: { sheet, column, value } });
  const asOwner = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client(database.connection());
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  const audited = async (action: string): Promise<{ actor: string; object: string; detail: Record<string, unknown> }[]> => asOwner(async (client) =>
    (await client.query<{ actor: string; object: string; detail: Record<string, unknown> }>('select actor, object, detail from audit_entries where action = $1 order by at', [action])).rows);
  const registrar = (): Promise<Person> => offices.appointed('school_registrar');

  describe('revealed', () => {
    test('one value at a time to whom it belongs, with the purpose in the audit, and masked everywhere else', async () => {
      const one = await registrar();
      const { records } = await students(one, '20201001');
      expect(records[0]?.values['id_number']).toBe(OWN_MASK);
      const asked = { sheet: 'students', column: 'id_number', record_id: records[0]?.record_id };
      expect(await one.get('revealValue', { json: { ...asked, purpose: PURPOSE } })).toEqual({ value: OWN_ID });
      const [entry] = (await audited('personal.reveal')).filter(({ actor }) => actor === one.account);
      expect(entry).toMatchObject({ object: `students/${asked.record_id}#id_number`, detail: { purpose: PURPOSE } });
      expect(JSON.stringify(entry)).not.toContain(OWN_ID);
    });

    test('not without a purpose in words, not of another column, and to nobody whose role may not', async () => {
      const one = await registrar();
      const { records } = await students(one, '20201001');
      const asked = { sheet: 'students', column: 'id_number', record_id: records[0]?.record_id, purpose: PURPOSE };
      for (const purpose of ['', '查看', `查 ${OWN_ID}`, '联系 138 0013 8000 家长']) expect(await refusalOf(one, 'revealValue', { json: { ...asked, purpose } })).toBe('bad_request');
      for (const column of ['name', 'nope', '__proto__x']) expect(await refusalOf(one, 'revealValue', { json: { ...asked, column } })).toBe('unknown_column');
      for (const role of ['counsellor', 'school_finance', 'auditor'] as const) {
        const other = await offices.appointed(role, role === 'counsellor' ? { classes: ['C1-2023-1'] } : {});
        expect([role, await refusalOf(other, 'revealValue', { json: asked })]).toEqual([role, 'not_allowed']);
      }
      expect((await audited('personal.reveal')).some(({ actor }) => actor === one.account)).toBe(false);
    });

    test('a foreign record answers as one that there is not', async () => {
      const one = await registrar();
      const other = await offices.appointed('school_registrar', { org_id: 'S2' });
      const [theirs] = (await students(other, 'S2')).records;
      expect(theirs).toBeDefined();
      const ask = (record_id: string) => one.ask<{ type: string }>('revealValue', { json: { sheet: 'students', column: 'id_number', record_id, purpose: PURPOSE } });
      const [foreign, absent] = [await ask(theirs?.record_id ?? ''), await ask('99999999')];
      expect([foreign.status, foreign.body]).toEqual([404, absent.body]);
    });

    test('that was touched is not guessed at', async () => {
      const one = await registrar();
      const { records } = await students(one, '20201002');
      const asked = { sheet: 'students', column: 'id_number', record_id: records[0]?.record_id, purpose: PURPOSE };
      const { value } = await one.get<{ value: string }>('revealValue', { json: asked });
      await asOwner((client) => client.query(
        `update sealed_values set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) where token = (select id_number from register_students where record_id = $1)`, [asked.record_id]));
      expect(await refusalOf(one, 'revealValue', { json: asked })).toBe('value_does_not_open');
      expect((await students(one, '20201002')).records[0]?.values['id_number']).toBe('******');
      expect(value).toMatch(/^\d{17}[\dX]$/);
    });
  });

  test('found by the whole value only, however it is typed, and only in reach', async () => {
    const one = await registrar();
    expect((await find(one, ` ${OWN_ID} `)).total).toBe((await students(one, '20201001')).total);
    expect((await find(one, '３３０８０２２００５０５０８９９７９')).records[0]?.values['id_number']).toBe(OWN_MASK);
    expect((await find(one, OWN_ID.slice(0, 17))).total).toBe(0);
    expect((await find(one, OWN_MASK)).total).toBe(0);
    expect((await find(one, '19900000000', 'phone', 'guardians')).records[0]?.values['phone']).toBe('199****0000');
    const other = await offices.appointed('school_registrar', { org_id: 'S2' });
    expect((await find(other, OWN_ID)).total).toBe(0);
    expect(await refusalOf(one, 'findByValue', { json: { sheet: 'students', column: 'name', value: '郑梓远' } })).toBe('unknown_column');
    expect((await audited('personal.find')).filter(({ actor }) => actor === one.account).length).toBe(5);
    expect(JSON.stringify(await audited('personal.find'))).not.toMatch(/33080|19900/);
  });

  describe('leave to read beyond one’s own', () => {
    const ask = (one: Visitor, given: Record<string, unknown> = {}) => one.get<Grant>('askMinorGrant', { json: { scope: 'org:S1', purpose: '走访核查', expires_on: '2025-12-31', ...given } });
    const decide = (one: Visitor, how: 'approveMinorGrant' | 'refuseMinorGrant' | 'endMinorGrant', { grant_id }: Grant) => one.get<Grant>(how, { params: { grant_id } });

    test('is given by another person, opens the records for reading, and is over at once when it ends', async () => {
      const one = await offices.appointed('county_bureau');
      const head = await offices.appointed('school_head');
      expect(await refusalOf(one, 'listRecords', { params: { sheet: 'students' } })).toBe('not_allowed');
      // The product's own day is that of the machine; the tests' server lives in 2025.
      const grant = await ask(one, { expires_on: '2026-11-20' });
      expect(grant).toMatchObject({ state: 'asked', scope: 'org:S1' });
      expect(await refusalOf(one, 'listRecords', { params: { sheet: 'students' } })).toBe('not_allowed');
      expect(await refusalOf(one, 'approveMinorGrant', { params: { grant_id: grant.grant_id } })).toBe('not_allowed');
      await asOwner((client) => client.query(`update minor_grants set expires_on = current_date + 1 where grant_id = $1`, [grant.grant_id]));
      expect(await decide(head, 'approveMinorGrant', grant)).toMatchObject({ state: 'active', decided_by: head.account });
      const seen = await students(one, '20201001');
      expect(seen.records[0]?.values['id_number']).toBe(OWN_MASK);
      expect((await students(one, 'S2')).total).toBe(0);
      expect(await refusalOf(one, 'revealValue', { json: { sheet: 'students', column: 'id_number', record_id: seen.records[0]?.record_id, purpose: PURPOSE } })).toBe('not_allowed');
      expect(await refusalOf(one, 'endRecord', { params: { sheet: 'students', record_id: seen.records[0]?.record_id ?? '' }, json: { on: '2025-12-31' } })).toBe('not_allowed');
      expect(await decide(head, 'endMinorGrant', grant)).toMatchObject({ state: 'ended' });
      expect(await refusalOf(one, 'listRecords', { params: { sheet: 'students' } })).toBe('not_allowed');
      expect(await refusalOf(head, 'approveMinorGrant', { params: { grant_id: grant.grant_id } })).toBe('already_decided');
    });

    test('is never given to oneself, nor by somebody whose records they are not', async () => {
      const head = await offices.appointed('school_head');
      const own = await ask(head);
      expect(await refusalOf(head, 'approveMinorGrant', { params: { grant_id: own.grant_id } })).toBe('oneself');
      await expect(asOwner((client) => client.query(
        `update minor_grants set approved = true, decided_by = account, decided_at = now() where grant_id = $1`, [own.grant_id]))).rejects.toThrow(/check/);
      const elsewhere = await offices.appointed('school_head', { org_id: 'S2' });
      expect(await refusalOf(elsewhere, 'approveMinorGrant', { params: { grant_id: own.grant_id } })).toBe('unknown_grant');
      expect(await decide(offices.office(), 'refuseMinorGrant', own)).toMatchObject({ state: 'refused' });
      const whole = await ask(head, { scope: '*' });
      const second = await offices.appointed('school_head');
      expect(await refusalOf(second, 'approveMinorGrant', { params: { grant_id: whole.grant_id } })).toBe('unknown_grant');
      expect(await decide(offices.office(), 'approveMinorGrant', whole)).toMatchObject({ state: 'active' });
    });

    test('ends with its last day, and is asked for a year at most', async () => {
      const one = await offices.appointed('city_bureau');
      for (const expires_on of ['2025-11-19', '2026-11-22']) expect(await refusalOf(one, 'askMinorGrant', { json: { scope: '*', purpose: PURPOSE, expires_on } })).toBe('grant_too_long');
      const grant = await ask(one, { expires_on: '2026-11-21' });
      await decide(offices.office(), 'approveMinorGrant', grant);
      const lasting = (days: number) => asOwner((client) => client.query(`update minor_grants set expires_on = (now() at time zone 'Asia/Shanghai')::date + $2::integer where grant_id = $1`, [grant.grant_id, days]));
      await lasting(0);
      expect((await students(one, '20201001')).total).toBeGreaterThan(0);
      await lasting(-1);
      expect(await refusalOf(one, 'listRecords', { params: { sheet: 'students' } })).toBe('not_allowed');
    });

    test('is listed to who asked and to who decides, to nobody else', async () => {
      const [one, other] = [await offices.appointed('department'), await offices.appointed('department')];
      const grant = await ask(one, { scope: 'class:C1-2023-1' });
      const ids = async (who: Visitor, route: 'listMinorGrants' | 'listOwnGrants') => (await who.get<{ grants: Grant[] }>(route)).grants.map(({ grant_id }) => grant_id);
      expect(await ids(one, 'listOwnGrants')).toEqual([grant.grant_id]);
      expect(await ids(other, 'listOwnGrants')).toEqual([]);
      expect(await refusalOf(other, 'listMinorGrants')).toBe('not_allowed');
      expect(await ids(await offices.appointed('school_head'), 'listMinorGrants')).toContain(grant.grant_id);
      expect(await ids(await offices.appointed('school_head', { org_id: 'S2' }), 'listMinorGrants')).not.toContain(grant.grant_id);
      expect(await ids(await offices.appointed('auditor'), 'listMinorGrants')).toContain(grant.grant_id);
      expect(await refusalOf(other, 'endMinorGrant', { params: { grant_id: grant.grant_id } })).toBe('unknown_grant');
      expect(await decide(one, 'endMinorGrant', grant)).toMatchObject({ state: 'refused' });
    });

    test('may be asked for what labels there are, in one form', async () => {
      for (const [scope, good] of [['*', true], ['org:S1', true], ['student:2022 1', false], ['person:P1', false], ['org:', false], ['S1', false], ['org:a,b', false]] as const) {
        expect([scope, GRANT_SCOPE.test(scope), grantScope.safeParse(scope).success]).toEqual([scope, good, good]);
      }
    });
  });

  test('of a person is given to that person: their own values in full, their guardian’s masked', async () => {
    const one = await registrar();
    const { slip } = await one.get<{ slip: Slip }>('addPerson', { json: { kind: 'student', student_id: '20221001' } });
    const student = await activated(served, slip, '');
    const mine = await student.get<{ student_id: string; sheets: { sheet: string; rows: Record<string, unknown>[] }[] }>('readMyData');
    const rows = (sheet: string) => mine.sheets.find((found) => found.sheet === sheet)?.rows ?? [];
    expect(mine.student_id).toBe('20221001');
    expect(mine.sheets.every(({ rows: all }) => all.every((row) => row['student_id'] === '20221001'))).toBe(true);
    expect(rows('students')[0]?.['id_number']).toMatch(/^\d{17}[\dX]$/);
    expect(rows('guardians')[0]?.['phone']).toMatch(/^\d{3}\*{4}\d{4}$/);
    expect((await audited('personal.own')).map(({ actor }) => actor)).toEqual([student.account]);
    const office = await offices.office().get<{ student_id: string | null; sheets: unknown[] }>('readMyData');
    expect([office.student_id, office.sheets]).toEqual([null, []]);
  });
});
