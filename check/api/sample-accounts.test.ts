import { readFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { landingOf } from '../../core/access/landing.ts';
import { ROLE_NAMES, ROLES } from '../../core/access/roles.ts';
import { onDatabase } from '../databases.ts';
import { serve } from './served.ts';
import { codeOfProblem, visitor } from './visitor.ts';

interface SessionAnswer {
  readonly level: string | null;
  readonly landing: string | null;
  readonly roles: readonly { readonly role: string; readonly name: { readonly zh: string } }[];
  readonly may: readonly string[];
  readonly sample: boolean;
  readonly sample_accounts: readonly { readonly account: string; readonly role: string }[];
}

onDatabase('embedded', 'the accounts of the sample', (database) => {
  const served = serve(database, { sample: true });
  const signedIn = async (role: string) => {
    const found = served.sample().accounts.find((one) => one.role === role);
    const one = visitor(served);
    const session = await one.get<SessionAnswer>('openSession', { json: { account: found?.account, password: found?.password } });
    return { one, session };
  };

  test('one for each role, which signs in without a second factor as that role and no other, and says that it is the sample', async () => {
    expect(served.sample().accounts.map(({ role }) => role)).toEqual([...ROLE_NAMES]);
    for (const role of ROLE_NAMES) {
      const { one, session } = await signedIn(role);
      expect([role, session.level, session.sample, session.landing, session.roles.map((held) => [held.role, held.name.zh])])
        .toEqual([role, 'full', true, landingOf([role]), [[role, ROLES[role].name.zh]]]);
      expect(session.may.length, role).toBeGreaterThan(0);
      expect(session.sample_accounts).toEqual([]);
      expect(await one.get('readSession')).toEqual(session);
    }
  });

  test('the page of signing in is told their names and roles, never a password; the file has those, for its owner alone', async () => {
    const { sample_accounts } = await visitor(served).get<SessionAnswer>('readSession');
    expect(sample_accounts).toEqual(ROLE_NAMES.map((role) => ({ account: role.replaceAll('_', '-'), role })));
    const text = readFileSync(served.sampleFile(), 'utf8');
    const [first, second, ...others] = text.trimEnd().split('\n');
    const { accounts: [office, ...rest] } = served.sample();
    expect([first, second]).toEqual(['office', office?.password]);
    expect(others).toEqual(rest.map(({ account, password, role }) => `${account} ${password} ${role}`));
    expect(statSync(served.sampleFile()).mode & 0o777).toBe(0o600);
    expect(new Set(served.sample().accounts.map(({ password }) => password)).size).toBe(ROLE_NAMES.length);
  });

  test('each sees what is theirs: the office by a grant, a student oneself, a guardian the child, administrators no records', async () => {
    const students = async (role: string) => {
      const { one } = await signedIn(role);
      const { status, body } = await one.ask<{ type: string; total: number; records: { values: { student_id: string; class_id: string | null } }[] }>('listRecords', { params: { sheet: 'students' }, query: { limit: '500' } });
      return status === 200 ? { total: body.total, ids: new Set(body.records.map(({ values }) => values.student_id)), classes: new Set(body.records.map(({ values }) => values.class_id)) } : codeOfProblem({ status, body, headers: new Headers() });
    };
    const totals = { office: await students('office'), bureau: await students('city_bureau'), school: await students('school_registrar') };
    expect(totals.office).toMatchObject({ total: (totals.bureau as { total: number }).total });
    expect((totals.school as { total: number }).total).toBeLessThan((totals.office as { total: number }).total);
    const [student, guardian] = [await students('student'), await students('guardian')];
    expect((student as { ids: Set<string> }).ids.size).toBe(1);
    // The guardian has a younger child besides.
    expect((guardian as { ids: Set<string> }).ids).toEqual(new Set([...(student as { ids: Set<string> }).ids, '20251005']));
    expect((await students('counsellor') as { classes: Set<string> }).classes).toEqual(new Set(['C1-2025-1', 'C1-2025-2']));
    for (const role of ['system_admin', 'security_admin', 'audit_admin', 'department', 'county_bureau', 'finance_bureau']) expect([role, await students(role)]).toEqual([role, 'not_allowed']);
  });

  test('programs may be given tokens here too, by whom nobody asks for a second factor', async () => {
    const { one } = await signedIn('office');
    expect((await one.ask('makeToken', { json: { label: '示例', scopes: ['verdicts.read'], days: 1 } })).status).toBe(201);
  });
});

onDatabase('embedded', 'behind https', (database) => {
  const served = serve(database, { sample: true, deps: { secure: true, publicHost: 'guantong.example', proxies: ['127.0.0.1'] } });

  /** As the proxy passes it on. */
  function post(path: string, json: unknown, cookie = ''): Promise<{ status: number | undefined; cookies: readonly string[] }> {
    const { hostname, port } = new URL(served.origin());
    return new Promise((resolve, reject) => {
      request({
        hostname, port, path, method: 'POST',
        headers: { host: 'guantong.example', 'x-forwarded-proto': 'https', 'x-forwarded-for': '10.1.1.1', 'content-type': 'application/json', ...(cookie !== '' && { cookie }) },
      }, (reply) => {
        reply.resume();
        resolve({ status: reply.statusCode, cookies: reply.headers['set-cookie'] ?? [] });
      }).on('error', reject).end(JSON.stringify(json));
    });
  }

  test('the cookie is bound to this very host and to https, and the name without the prefix counts for nothing', async () => {
    const { account, password } = served.sample();
    const { status, cookies: [cookie = ''] } = await post('/api/session', { account, password });
    expect(status).toBe(200);
    expect(cookie).toMatch(/^__Host-guantong=1\.[\w-]{43}; /);
    for (const part of [/; Path=\/(;|$)/, /; HttpOnly/, /; Secure/, /; SameSite=Strict/]) expect(cookie).toMatch(part);
    expect(cookie).not.toMatch(/Domain/i);
    const pair = cookie.split(';')[0] ?? '';
    const token = { label: 'x', scopes: ['verdicts.read'], days: 1 };
    expect((await post('/api/tokens', token, pair)).status).toBe(201);
    expect((await post('/api/tokens', token, pair.replace('__Host-', ''))).status).toBe(401);
  });
});
