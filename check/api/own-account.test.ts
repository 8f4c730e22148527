import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { serve } from './served.ts';
import { codeOfProblem, visitor } from './visitor.ts';

interface Listed {
  readonly sessions: readonly { readonly session_id: string; readonly current: boolean }[];
}

onDatabase('embedded', 'one’s own account', (database) => {
  const served = serve(database, { sample: true });
  const { sample } = served;
  const office = async () => {
    const one = visitor(served);
    const { account, password } = sample();
    await one.get('openSession', { json: { account, password } });
    return one;
  };
  const holds = async (one: ReturnType<typeof visitor>) => (await one.get<{ level: string | null }>('readSession')).level === 'full';

  test('one session is ended by its id, and no other; ended again, nothing ends', async () => {
    const [here, there, elsewhere] = [await office(), await office(), await office()];
    const { sessions } = await there.get<Listed>('listSessions');
    const session_id = sessions.find(({ current }) => current)?.session_id ?? '';
    expect(await here.get('endOneSession', { params: { session_id } })).toEqual({ ended: 1 });
    expect([await holds(here), await holds(there), await holds(elsewhere)]).toEqual([true, false, true]);
    expect(await here.get('endOneSession', { params: { session_id } })).toEqual({ ended: 0 });
    expect(await codeOfProblem(await here.ask('endOneSession', { params: { session_id: 'x' } }))).toBe('bad_request');
  });

  test('nobody ends a session of somebody else', async () => {
    const [here, other] = [await office(), visitor(served)];
    const { account = '', password = '' } = sample().accounts.find(({ role }) => role === 'auditor') ?? {};
    await other.get('openSession', { json: { account, password } });
    const { sessions } = await other.get<Listed>('listSessions');
    expect(await here.get('endOneSession', { params: { session_id: sessions[0]?.session_id ?? '' } })).toEqual({ ended: 0 });
    expect(await holds(other)).toBe(true);
    expect(await here.get('endOtherSessions')).not.toEqual({ ended: 0 });
    expect(await holds(other)).toBe(true);
  });

  test('all others end, the one that asks goes on', async () => {
    const [here, there] = [await office(), await office()];
    expect((await here.get<{ ended: number }>('endOtherSessions')).ended).toBeGreaterThanOrEqual(1);
    expect([await holds(here), await holds(there)]).toEqual([true, false]);
    expect(await here.get('endOtherSessions')).toEqual({ ended: 0 });
  });

  test('without a second factor there is none, and no recovery code', async () => {
    expect(await (await office()).get('readOwnAccount')).toMatchObject({ account: sample().account, factor_at: null, recovery_codes_left: 0 });
    expect(codeOfProblem(await visitor(served).ask('readOwnAccount'))).toBe('sign_in_first');
  });
});
