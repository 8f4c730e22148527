import { expect, test } from 'vitest';
import { openSignOn, type SignOn } from '../../api/sign-on-provider.ts';
import { onDatabase } from '../databases.ts';
import { codeOf } from './enrol.ts';
import { CLIENT, identityProvider } from './identity-provider.ts';
import { openOffices, type Person } from './offices.ts';
import { serve } from './served.ts';
import { codeOfProblem, visitor, type Visitor } from './visitor.ts';

onDatabase('embedded', 'single sign-on at a real provider', (database) => {
  let now = Date.now();
  let claim: string | null = null;
  let settled: { readonly key: string; readonly signOn: SignOn } | null = null;
  // Made when it is first used: the provider's address is known only once it listens.
  const there = (): SignOn => {
    const key = `${provider.issuer()} ${claim}`;
    settled = settled?.key === key ? settled : {
      key, signOn: openSignOn({ issuer: provider.issuer(), ...CLIENT, account_claim: claim, second_factor: ['otp'] }, () => now),
    };
    return settled.signOn;
  };
  const signOn: SignOn = {
    get issuer() { return provider.issuer(); },
    begin: (...asked) => there().begin(...asked),
    finish: (...asked) => there().finish(...asked),
  };
  const served = serve(database, { sample: false, deps: { signOn } });
  const provider = identityProvider(() => `${served.origin()}/sign-in/return`);
  const offices = openOffices(served);

  const begin = async (one: Visitor, purpose: 'sign_in' | 'link' = 'sign_in') => (await one.get<{ location: string }>('beginSignOn', { json: { purpose } })).location;
  const finish = <T>(one: Visitor, parameters: Record<string, string>) => one.ask<T & { type: string }>('finishSignOn', { json: { parameters } });
  const through = async (one: Visitor, purpose?: 'sign_in' | 'link') => finish<{ level: string; account: { account: string } | null }>(one, await provider.visit(await begin(one, purpose)));
  const linked = async (person: Person, subject: string) => {
    provider.signedInAs({ subject });
    expect((await through(person, 'link')).status).toBe(200);
  };

  test('is offered where it is configured, with state, nonce and PKCE', async () => {
    const one = visitor(served);
    expect(await one.get('readSession')).toMatchObject({ single_sign_on: true });
    const { searchParams } = new URL(await begin(one));
    expect([searchParams.get('response_type'), searchParams.get('code_challenge_method'), searchParams.get('scope')]).toEqual(['code', 'S256', 'openid profile']);
    for (const name of ['state', 'nonce', 'code_challenge']) expect(searchParams.get(name)).toMatch(/^[\w-]{40,}$/);
  });

  test('an identity that nobody linked is let in nowhere, and makes nobody', async () => {
    provider.signedInAs({ subject: 'stranger', account: 'office' });
    const one = visitor(served);
    expect(codeOfProblem(await through(one))).toBe('identity_unknown');
    expect(await one.get('readSession')).toMatchObject({ account: null, level: null });
  });

  test('linked from one’s own session it signs in; our second factor is still asked, unless the provider says that one was shown', async () => {
    const bureau = await offices.appointed('city_bureau');
    await linked(bureau, 'bureau-1');
    expect(await bureau.get('readSession')).toMatchObject({ level: 'full' });
    const one = visitor(served);
    expect(await through(one)).toMatchObject({ status: 200, body: { level: 'factor', account: { account: bureau.account } } });
    expect(codeOfProblem(await one.ask('readOverview'))).toBe('second_factor_first');
    await one.get('showFactor', { json: { code: codeOf(bureau.factor?.secret ?? '', 30) } });
    expect((await one.ask('readOverview')).status).toBe(200);
    provider.signedInAs({ subject: 'bureau-1', amr: ['pwd'] });
    expect((await through(visitor(served))).body.level).toBe('factor');
    provider.signedInAs({ subject: 'bureau-1', amr: ['pwd', 'otp'] });
    expect((await through(visitor(served))).body.level).toBe('full');
  });

  test('a role that ended, or a closed person, is let in no more; a link that ended neither', async () => {
    const department = await offices.appointed('department');
    await linked(department, 'department-1');
    const { identities } = await department.get<{ identities: { identity_id: string }[] }>('listIdentities', { query: { account: department.account } });
    expect((await through(visitor(served))).status).toBe(200);
    await department.get('endIdentity', { params: { identity_id: identities[0]?.identity_id ?? '' } });
    expect(codeOfProblem(await through(visitor(served)))).toBe('identity_unknown');
    await linked(department, 'department-1');
    const person = await offices.security().get<{ appointments: { appointment_id: string }[] }>('readPerson', { params: { person_id: department.person_id } });
    await offices.security().get('endAppointment', { params: { appointment_id: person.appointments[0]?.appointment_id ?? '' } });
    expect(codeOfProblem(await through(visitor(served)))).toBe('no_role');
    await offices.system().get('closePerson', { params: { person_id: department.person_id } });
    expect(codeOfProblem(await through(visitor(served)))).toBe('identity_unknown');
  });

  test('an identity belongs to one account; the system administrator links others, nobody else does', async () => {
    const [first, second] = [await offices.appointed('department'), await offices.appointed('department')];
    await linked(first, 'shared');
    expect(codeOfProblem(await through(second, 'link'))).toBe('identity_taken');
    const json = { account: second.account, subject: 'by-the-administrator' };
    expect(codeOfProblem(await first.ask('linkIdentity', { json }))).toBe('not_allowed');
    const registrar = await offices.appointed('school_registrar');
    expect(codeOfProblem(await registrar.ask('linkIdentity', { json }))).toBe('unknown_account');
    expect(codeOfProblem(await offices.system().ask('linkIdentity', { json: { ...json, account: 'nobody' } }))).toBe('unknown_account');
    await offices.system().get('linkIdentity', { json });
    provider.signedInAs({ subject: 'by-the-administrator' });
    expect((await through(visitor(served))).body.account).toMatchObject({ account: second.account });
    const own = await offices.system().get<{ identities: { identity_id: string }[] }>('listIdentities', { query: { account: second.account } });
    expect(codeOfProblem(await first.ask('endIdentity', { params: { identity_id: own.identities[0]?.identity_id ?? '' } }))).toBe('unknown_identity');
    expect(await first.get('listIdentities', { query: { account: second.account } })).toEqual({ identities: [] });
  });

  test('what comes back counts once, in the browser that began, for what it began, and in time', async () => {
    const department = await offices.appointed('department');
    await linked(department, 'department-2');
    const one = visitor(served);
    const parameters = await provider.visit(await begin(one));
    expect(codeOfProblem(await finish(visitor(served), parameters))).toBe('sign_on_expired');
    // The attempt of the other browser used it up.
    expect(codeOfProblem(await finish(one, parameters))).toBe('sign_on_expired');
    const again = await provider.visit(await begin(one));
    expect((await finish(one, again)).status).toBe(200);
    expect(codeOfProblem(await finish(one, again))).toBe('sign_on_expired');
    const late = await provider.visit(await begin(one));
    now += 600_001;
    expect(codeOfProblem(await finish(one, late))).toBe('sign_on_expired');
    const forged = await provider.visit(await begin(one));
    expect(codeOfProblem(await finish(one, { ...forged, code: 'made-up' }))).toBe('sign_on_refused');
    const mixed = await provider.visit(await begin(one));
    expect(codeOfProblem(await finish(one, { ...mixed, iss: 'http://127.0.0.1:1' }))).toBe('sign_on_refused');
    const refused = new URL(await begin(one)).searchParams.get('state') ?? '';
    expect(codeOfProblem(await finish(one, { state: refused, error: 'access_denied', iss: provider.issuer() }))).toBe('sign_on_refused');
    // A code that another browser's sign-on brought is worth nothing here: nonce and verifier are not its own.
    const [mine, other] = [visitor(served), visitor(served)];
    const [state, stolen] = [new URL(await begin(mine)).searchParams.get('state') ?? '', await provider.visit(await begin(other))];
    expect(codeOfProblem(await finish(mine, { ...stolen, state }))).toBe('sign_on_refused');
  });

  test('to link takes the session that began it', async () => {
    const [first, second] = [await offices.appointed('department'), await offices.appointed('department')];
    expect(codeOfProblem(await visitor(served).ask('beginSignOn', { json: { purpose: 'link' } }))).toBe('sign_in_first');
    provider.signedInAs({ subject: 'link-me' });
    const parameters = await provider.visit(await begin(first, 'link'));
    await first.get('closeSession');
    await first.get('openSession', { json: { account: second.account, password: second.password } });
    expect(codeOfProblem(await finish(first, parameters))).toBe('sign_in_first');
    expect(codeOfProblem(await through(visitor(served)))).toBe('identity_unknown');
  });

  test('a claim that is configured to name accounts links by itself, once, and only to an account that is there', async () => {
    const department = await offices.appointed('department');
    claim = 'preferred_username';
    provider.signedInAs({ subject: 'claimed', account: 'nobody-here' });
    expect(codeOfProblem(await through(visitor(served)))).toBe('identity_unknown');
    provider.signedInAs({ subject: 'claimed', account: department.account });
    expect((await through(visitor(served))).body.account).toMatchObject({ account: department.account });
    claim = null;
    expect((await through(visitor(served))).status).toBe(200);
  });

  test('a provider that is away is said to be away', async () => {
    await provider.stop();
    claim = 'another';
    const reply = await visitor(served).ask('beginSignOn', { json: { purpose: 'sign_in' } });
    expect([reply.status, codeOfProblem(reply)]).toEqual([503, 'sign_on_away']);
  });
});

onDatabase('embedded', 'without single sign-on', (database) => {
  const served = serve(database, { sample: false });

  test('there is none', async () => {
    const one = visitor(served);
    expect(await one.get('readSession')).toMatchObject({ single_sign_on: false });
    expect(codeOfProblem(await one.ask('beginSignOn', { json: { purpose: 'sign_in' } }))).toBe('no_single_sign_on');
    expect(codeOfProblem(await one.ask('finishSignOn', { json: { parameters: {} } }))).toBe('no_single_sign_on');
  });
});
