import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { openOffices } from './offices.ts';
import { serve } from './served.ts';
import { codeOfProblem } from './visitor.ts';

interface Entry {
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly seq: number | null;
}
interface Page {
  readonly total: number;
  readonly entries: readonly Entry[];
}

onDatabase('embedded', 'the audit by way of the API', (database) => {
  const served = serve(database, { sample: false });
  const offices = openOffices(served);

  test('is read by the auditor and the audit administrator, and by nobody else', async () => {
    const auditor = await offices.appointed('auditor');
    const school = await offices.appointed('school_head');
    for (const one of [auditor, offices.audit()]) expect((await one.ask('listAudit')).status).toBe(200);
    for (const one of [offices.office(), offices.system(), offices.security(), school]) {
      for (const route of ['listAudit', 'readAuditState'] as const) {
        const reply = await one.ask(route);
        expect([reply.status, codeOfProblem(reply)]).toEqual([403, 'not_allowed']);
      }
    }
  });

  test('tells who did what, latest first, by action, actor, object and day; to read it is an act too', async () => {
    const audit = offices.audit();
    const all = await audit.get<Page>('listAudit', { query: { per_page: '500' } });
    expect(all.entries.map(({ action }) => action)).toEqual(expect.arrayContaining(['region.create', 'import.commit', 'account.activated']));
    expect(all.entries.at(-1)).toMatchObject({ action: 'region.create', actor: 'guantong', object: 'region' });
    const again = await audit.get<Page>('listAudit', { query: { per_page: '1' } });
    expect(again).toMatchObject({ total: all.total + 1, entries: [{ action: 'audit.read', actor: 'auditadmin' }] });
    const of = async (query: Record<string, string>): Promise<Set<string>> =>
      new Set((await audit.get<Page>('listAudit', { query: { ...query, per_page: '500' } })).entries.map(({ action, actor, object }) => `${action} ${actor} ${object}`));
    expect(await of({ action: 'import.commit' })).toEqual(new Set(['import.commit guantong imports/1']));
    expect(await of({ action: 'import' })).toEqual(new Set(['import.commit guantong imports/1']));
    expect(await of({ action: 'imp' })).toEqual(new Set());
    expect(await of({ object: 'imports' })).toEqual(new Set(['import.commit guantong imports/1']));
    expect(await of({ object: 'imports/1' })).toEqual(new Set(['import.commit guantong imports/1']));
    expect([...await of({ actor: 'office' })].every((line) => line.includes(' office '))).toBe(true);
    expect((await audit.get<Page>('listAudit', { query: { to: '2020-01-01' } })).total).toBe(0);
    expect((await audit.get<Page>('listAudit', { query: { from: '2020-01-01', action: 'region' } })).total).toBe(1);
  });

  test('says how the chain stands', async () => {
    const state = await offices.audit().get<{ links: number; unsealed: number; stuck: string | null; verified: unknown }>('readAuditState');
    expect(state).toMatchObject({ links: 0, stuck: null, verified: null, last_checkpoint_at: null });
    expect(state.unsealed).toBeGreaterThan(5);
  });

  test('an export and a report leave their entries, and a refused report none', async () => {
    const office = offices.office();
    const download = (path: string) => served.send(path, { anonymous: true, headers: { cookie: office.cookie() } });
    const many = async (action: string) => (await offices.audit().get<Page>('listAudit', { query: { action } })).total;
    for (const [path, action] of [['/api/export.zip', 'data.export'], ['/api/reports/conditions.xlsx', 'report.export']] as const) {
      const before = await many(action);
      const reply = await download(path);
      expect(reply.status, path).toBe(200);
      await reply.arrayBuffer();
      expect(await many(action), path).toBe(before + 1);
    }
    const before = await many('report.export');
    expect((await download('/api/reports/conditions.xlsx?campus=none')).status).toBe(404);
    expect(await many('report.export')).toBe(before);
  });
});
