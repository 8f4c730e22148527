import { describe, expect, test } from 'vitest';
import { NOTHING } from '../../core/access/reach.ts';
import { asOwner } from '../../store/made-people.ts';
import { programActor } from '../../store/program-actor.ts';
import { takeCode } from '../../store/second-factor.ts';
import { onDatabase } from '../databases.ts';
import { codeOf } from './enrol.ts';
import { activated, openOffices, signedInAgain, type Person, type Slip } from './offices.ts';
import { serve } from './served.ts';
import { codeOfProblem, visitor, type Visitor } from './visitor.ts';

interface SessionAnswer {
  readonly level: string | null;
  readonly roles: readonly { readonly role: string; readonly organisation: string | null }[];
  readonly may: readonly string[];
  readonly landing: string | null;
  readonly sample_accounts: readonly unknown[];
}

onDatabase('embedded', 'accounts', (database) => {
  const served = serve(database, { sample: false });
  const offices = openOffices(served);
  const levelOf = async (one: Visitor) => (await one.get<SessionAnswer>('readSession')).level;
  const refusalOf = async (one: Visitor, ...asked: Parameters<Visitor['ask']>) => codeOfProblem(await one.ask(...asked));
  const signIn = ({ account, password }: Person, one = visitor(served)) => one.get<SessionAnswer>('openSession', { json: { account, password } }).then(() => one);

  describe('who they are and may', () => {
    test('the session says role, place, landing page and what may be done; administrators have no business data', async () => {
      const registrar = await offices.appointed('school_registrar');
      expect(await registrar.get('readSession')).toMatchObject({
        level: 'full', landing: '/todo', sample: false, sample_accounts: [], roles: [{ role: 'school_registrar', org_id: 'S1', organisation: '衢州中等专业学校' }],
      });
      expect((await registrar.get<SessionAnswer>('readSession')).may).toEqual(expect.arrayContaining(['students.read', 'students.reveal', 'accounts.write']));
      const system = await offices.system().get<SessionAnswer>('readSession');
      expect(system).toMatchObject({ landing: '/people', may: ['accounts.read', 'accounts.write', 'operation.read', 'outbox.read', 'outbox.write'] });
      expect(await refusalOf(offices.system(), 'listRecords', { params: { sheet: 'students' } })).toBe('not_allowed');
      expect(await refusalOf(offices.security(), 'readOverview')).toBe('not_allowed');
      expect(await refusalOf(offices.audit(), 'listPeople')).toBe('not_allowed');
    });

    test('staff is made by the system administrator and appointed by the security administrator, by neither both', async () => {
      const staff = { kind: 'staff', name: '张三', account: 'zhangsan' };
      expect(await refusalOf(offices.security(), 'addPerson', { json: staff })).toBe('not_allowed');
      expect(await refusalOf(offices.office(), 'addPerson', { json: staff })).toBe('not_allowed');
      const { person, slip } = await offices.system().get<{ person: { person_id: string; state: string }; slip: Slip }>('addPerson', { json: staff });
      expect(person.state).toBe('waiting');
      expect(await refusalOf(offices.system(), 'addPerson', { json: staff })).toBe('account_taken');
      expect(await refusalOf(offices.system(), 'addPerson', { json: { ...staff, account: 'guantong' } })).toBe('account_taken');
      const given = { params: { person_id: person.person_id }, json: { role: 'school_head', org_id: 'S1', from: '2026-01-01' } };
      expect(await refusalOf(offices.system(), 'addAppointment', given)).toBe('not_allowed');
      // Without an appointment the right password leads nowhere.
      const early = visitor(served);
      await early.get('activateAccount', { json: { code: slip.code, password: 'a lamp at the harbour' } });
      expect(await refusalOf(early, 'openSession', { json: { account: 'zhangsan', password: 'a lamp at the harbour' } })).toBe('no_role');
      expect(await offices.security().get('addAppointment', given)).toMatchObject({ role: 'school_head', organisation: '衢州中等专业学校', state: 'now', to: null });
      expect(await early.get('openSession', { json: { account: 'zhangsan', password: 'a lamp at the harbour' } })).toMatchObject({ level: 'enrol' });
    });

    test('nobody appoints or ends oneself, nor beside a role that is held alone', async () => {
      const { security, system } = offices;
      const { people } = await security().get<{ people: { person_id: string; account: string; appointments: { appointment_id: string }[] }[] }>('listPeople', { query: { role: 'security_admin' } });
      const own = people.find(({ account }) => account === 'secadmin');
      const to = (person_id: string, json: object) => refusalOf(security(), 'addAppointment', { params: { person_id }, json: { from: '2026-01-01', ...json } });
      expect(await to(own?.person_id ?? '', { role: 'office', org_id: 'O1' })).toBe('oneself');
      expect(await refusalOf(security(), 'endAppointment', { params: { appointment_id: own?.appointments[0]?.appointment_id ?? '' } })).toBe('oneself');
      expect(await refusalOf(system(), 'closePerson', { params: { person_id: own?.person_id ?? '' } })).toBe('last_administrator');
      const head = await offices.appointed('school_head');
      expect(await to(head.person_id, { role: 'auditor' })).toBe('held_alone');
      expect(await to(head.person_id, { role: 'school_head', org_id: 'H1' })).toBe('role_elsewhere');
      expect(await to(head.person_id, { role: 'school_head', org_id: 'S99' })).toBe('unknown_organisation');
      expect(await to(head.person_id, { role: 'campus_manager', org_id: 'S1', campuses: ['C2'] })).toBe('narrowed_wrongly');
      expect(await to(head.person_id, { role: 'counsellor', org_id: 'S1', classes: ['C1-2025-1'], to: '2025-12-31' })).toBe('ends_before_it_begins');
      expect(await to('999999', { role: 'school_head', org_id: 'S1' })).toBe('unknown_person');
      await security().get('addAppointment', { params: { person_id: head.person_id }, json: { role: 'campus_manager', org_id: 'S1', campuses: ['C1'], from: '2026-01-01' } });
      expect((await head.get<SessionAnswer>('readSession')).roles.map(({ role }) => role)).toEqual(['school_head', 'campus_manager']);
    });
  });

  describe('everything ends at once', () => {
    test('with the appointment: the next request of an open session, and of a token, is refused', async () => {
      const head = await offices.appointed('school_head');
      const { secret } = await head.get<{ secret: string }>('makeToken', { json: { label: '报表', scopes: ['verdicts.read'], days: 1 } });
      const program = visitor(served, { token: secret });
      expect([await levelOf(head), (await program.ask('readOverview')).status]).toEqual(['full', 200]);
      const person = await offices.security().get<{ appointments: { appointment_id: string }[] }>('readPerson', { params: { person_id: head.person_id } });
      const end = { params: { appointment_id: person.appointments[0]?.appointment_id ?? '' } };
      expect(await offices.security().get('endAppointment', end)).toMatchObject({ state: 'ended', ended_by: 'secadmin' });
      expect(await refusalOf(head, 'readOverview')).toBe('sign_in_first');
      expect(await refusalOf(program, 'readOverview')).toBe('sign_in_first');
      expect(await refusalOf(offices.security(), 'endAppointment', end)).toBe('already_ended');
    });

    test('with its last day, and not before its first', async () => {
      const head = await offices.appointed('school_head');
      const set = (columns: string) => asOwner(database, `update appointments set ${columns} where person_id = $1`, [head.person_id]);
      const shanghai = `(clock_timestamp() at time zone 'Asia/Shanghai')::date`;
      await set(`valid_to = ${shanghai}`);
      expect(await levelOf(head)).toBe('full');
      await set(`valid_to = ${shanghai} - 1`);
      expect(await levelOf(head)).toBeNull();
      await set(`valid_to = null, valid_from = ${shanghai} + 1`);
      expect(await levelOf(head)).toBeNull();
      await set(`valid_from = ${shanghai}`);
      expect(await levelOf(head)).toBe('full');
    });

    test('with the person, whose password is then worth nothing', async () => {
      const head = await offices.appointed('school_head');
      expect(await refusalOf(offices.security(), 'closePerson', { params: { person_id: head.person_id } })).toBe('not_allowed');
      expect(await offices.system().get('closePerson', { params: { person_id: head.person_id } })).toMatchObject({ state: 'closed' });
      expect(await refusalOf(head, 'readOverview')).toBe('sign_in_first');
      expect(await refusalOf(visitor(served), 'openSession', { json: { account: head.account, password: head.password } })).toBe('wrong_password');
      expect(await refusalOf(offices.system(), 'closePerson', { params: { person_id: head.person_id } })).toBe('already_closed');
    });

    test('signing out ends this session, signing out everywhere all of them', async () => {
      const department = await offices.appointed('department');
      const [second, third] = [await signIn(department), await signIn(department)];
      const { sessions } = await department.get<{ sessions: { current: boolean }[] }>('listSessions');
      expect(sessions.map(({ current }) => current)).toEqual([false, false, true]);
      await second.get('closeSession');
      expect([await levelOf(second), await levelOf(third), await levelOf(department)]).toEqual([null, 'full', 'full']);
      await third.get('endSessions');
      expect([await levelOf(third), await levelOf(department)]).toEqual([null, null]);
    });

    test('a new password ends the others and keeps this one', async () => {
      const department = await offices.appointed('department');
      const other = await signIn(department);
      const before = department.cookie();
      const change = (password: string, new_password: string) => department.ask('changePassword', { json: { password, new_password } });
      expect(codeOfProblem(await change('wrong one here', 'a boat on the quiet lake'))).toBe('wrong_password');
      expect(codeOfProblem(await change(department.password, '1234567890'))).toBe('weak_password');
      expect((await change(department.password, 'a boat on the quiet lake')).status).toBe(200);
      expect([await levelOf(department), await levelOf(other), await levelOf(visitor(served, { cookie: before }))]).toEqual(['full', null, null]);
    });
  });

  describe('the second factor', () => {
    test('opens nothing before it is shown, each code once, and the token of the first step is worth nothing after', async () => {
      const bureau = await offices.appointed('city_bureau');
      const one = await signIn(bureau);
      expect(await one.get('readSession')).toMatchObject({ level: 'factor', may: [], roles: [], landing: null });
      for (const route of ['readOverview', 'listRegisters', 'listSessions', 'listTokens', 'endSessions', 'beginFactor', 'confirmFactor'] as const) {
        const json = { beginFactor: {}, confirmFactor: { code: '000000' } }[route as string];
        expect([route, await refusalOf(one, route, json === undefined ? {} : { json })]).toEqual([route, 'second_factor_first']);
      }
      expect(await one.get('readRegion')).toMatchObject({ account: null, snapshots: [] });
      const half = one.cookie();
      const secret = bureau.factor?.secret ?? '';
      const code = codeOf(secret, 30);
      expect(await refusalOf(one, 'showFactor', { json: { code: codeOf(secret, -120) } })).toBe('wrong_code');
      expect(await one.get('showFactor', { json: { code } })).toMatchObject({ level: 'full', landing: '/todo' });
      expect(await levelOf(visitor(served, { cookie: half }))).toBeNull();
      const again = await signIn(bureau);
      expect(await refusalOf(again, 'showFactor', { json: { code } })).toBe('wrong_code');
      // Nor does a code from before one that was used.
      expect(await refusalOf(again, 'showFactor', { json: { code: codeOf(secret) } })).toBe('wrong_code');
    });

    test('of twenty that bring one code at the same moment exactly one is let in', async () => {
      const bureau = await offices.appointed('city_bureau');
      // Slowing is for guesses; here, in the server, it would hide what the store does.
      const own = served.database().as({ region_id: 1, account: bureau.account, reach: NOTHING });
      for (const code of [codeOf(bureau.factor?.secret ?? '', 30), bureau.factor?.recovery_codes[0] ?? '']) {
        // The first eight wait for one another, so that they do look at the same moment.
        let begun = 0;
        let open = (): void => undefined;
        const gate = new Promise<void>((resolve) => { open = resolve; });
        const replies = await Promise.all(Array.from({ length: 20 }, () => own.write(async (tx) => {
          begun += 1;
          if (begun >= 8) open();
          await gate;
          return takeCode(tx, code);
        })));
        expect(replies.filter(({ outcome }) => outcome === 'done')).toHaveLength(1);
      }
    });

    test('guessing codes is slowed by account, and a right one in time ends the wait', async () => {
      const bureau = await offices.appointed('city_bureau');
      const one = await signIn(bureau);
      const codes = [];
      for (let n = 0; n < 6; n += 1) codes.push(await refusalOf(one, 'showFactor', { json: { code: '000000' } }));
      expect(codes).toEqual([...Array<string>(5).fill('wrong_code'), 'wait']);
      await new Promise((resolve) => { setTimeout(resolve, 1100); });
      expect((await one.ask('showFactor', { json: { code: codeOf(bureau.factor?.secret ?? '', 30) } })).status).toBe(200);
    });

    test('ten recovery codes let in once each, typed as people type them', async () => {
      const bureau = await offices.appointed('city_bureau');
      const codes = bureau.factor?.recovery_codes ?? [];
      expect(new Set(codes).size).toBe(10);
      const one = await signIn(bureau);
      expect(await refusalOf(one, 'showFactor', { json: { code: '0000-0000-0000-0000' } })).toBe('wrong_code');
      await one.get('showFactor', { json: { code: (codes[3] ?? '').toUpperCase().replaceAll('-', ' ') } });
      const two = await signIn(bureau);
      expect(await refusalOf(two, 'showFactor', { json: { code: codes[3] } })).toBe('wrong_code');
      await two.get('showFactor', { json: { code: codes[4] } });
    });

    test('a new authenticator takes the password, and replaces the old one and its recovery codes only once confirmed', async () => {
      const bureau = await offices.appointed('city_bureau');
      expect(await refusalOf(bureau, 'beginFactor', { json: {} })).toBe('wrong_password');
      const { secret } = await bureau.get<{ secret: string; qr_svg: string }>('beginFactor', { json: { password: bureau.password } });
      expect((await signedInAgain(served, bureau)).cookie()).not.toBe('');
      expect(await refusalOf(bureau, 'confirmFactor', { json: { code: '000000' } })).toBe('wrong_code');
      const { recovery_codes } = await bureau.get<{ recovery_codes: string[] }>('confirmFactor', { json: { code: codeOf(secret) } });
      const one = await signIn(bureau);
      expect(await refusalOf(one, 'showFactor', { json: { code: bureau.factor?.recovery_codes[0] } })).toBe('wrong_code');
      await one.get('showFactor', { json: { code: recovery_codes[0] } });
      expect(await refusalOf(bureau, 'confirmFactor', { json: { code: codeOf(secret) } })).toBe('nothing_to_confirm');
    });

    test('whoever has the password only cannot set another one up while the owner does', async () => {
      const { slip, person } = await offices.system().get<{ slip: Slip; person: { person_id: string } }>('addPerson', { json: { kind: 'staff', name: '李四', account: 'lisi' } });
      await offices.security().get('addAppointment', { params: { person_id: person.person_id }, json: { role: 'city_bureau', org_id: 'B1', from: '2026-01-01' } });
      const [owner, thief] = [visitor(served), visitor(served)];
      const password = 'a heron in the reeds';
      await owner.get('activateAccount', { json: { code: slip.code, password } });
      for (const one of [owner, thief]) await one.get('openSession', { json: { account: 'lisi', password } });
      const { secret } = await owner.get<{ secret: string }>('beginFactor', { json: {} });
      await owner.get('confirmFactor', { json: { code: codeOf(secret) } });
      expect(await refusalOf(thief, 'beginFactor', { json: {} })).toBe('sign_in_first');
    });

    test('is taken away by the security administrator, never by the system administrator or for oneself; sessions end', async () => {
      const bureau = await offices.appointed('city_bureau');
      const json = { account: bureau.account };
      expect(await refusalOf(offices.system(), 'resetFactor', { json })).toBe('not_allowed');
      expect(await refusalOf(offices.security(), 'resetFactor', { json: { account: 'secadmin' } })).toBe('oneself');
      expect(await refusalOf(offices.security(), 'resetFactor', { json: { account: 'nobody' } })).toBe('unknown_account');
      expect(await offices.security().get('resetFactor', { json })).toMatchObject({ account: bureau.account, factor: false });
      expect(await levelOf(bureau)).toBeNull();
      expect(await levelOf(await signIn(bureau))).toBe('enrol');
    });

    test('is asked of a role that needs none as soon as one is set up', async () => {
      const department = await offices.appointed('department');
      const { secret } = await department.get<{ secret: string }>('beginFactor', { json: { password: department.password } });
      await department.get('confirmFactor', { json: { code: codeOf(secret) } });
      expect(await levelOf(await signIn(department))).toBe('factor');
    });

    test('its secret and the recovery codes stand in no table', async () => {
      const bureau = await offices.appointed('city_bureau');
      const text = await everything();
      for (const secret of [bureau.factor?.secret ?? '', ...bureau.factor?.recovery_codes ?? [], bureau.password]) {
        expect(text).not.toContain(secret);
        expect(text).not.toContain(secret.replaceAll('-', ''));
      }
    });
  });

  async function everything(): Promise<string> {
    const { default: pg } = await import('pg');
    const owner = new pg.Client(database.connection());
    await owner.connect();
    try {
      const { rows } = await owner.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'register%'`);
      const texts = [];
      for (const { name } of rows) texts.push(JSON.stringify((await owner.query(`select t::text from ${name} t`)).rows));
      return texts.join('\n');
    } finally {
      await owner.end();
    }
  }

  describe('slips', () => {
    test('a code activates once, with a password that may be used, and leads to the public address behind #', async () => {
      const { slip } = await offices.system().get<{ slip: Slip & { qr_svg: string } }>('addPerson', { json: { kind: 'staff', name: '王五', account: 'wangwu' } });
      expect(slip).toMatchObject({ account: 'wangwu', name: '王五', purpose: 'activate', address: `${served.origin()}/activate#${slip.code}` });
      expect(slip.qr_svg).toMatch(/^<svg/);
      const one = visitor(served);
      const use = (code: string, password: string) => one.ask('activateAccount', { json: { code, password } });
      expect(codeOfProblem(await use('0000-0000-0000-0000', 'a fox in the snow'))).toBe('code_not_valid');
      const weak = await use(slip.code, 'wangwu2026');
      expect(weak.body).toMatchObject({ errors: [{ path: 'json.password', code: 'like_the_account' }] });
      expect(await use(slip.code.toUpperCase(), 'a fox in the snow')).toMatchObject({ status: 200, body: { account: 'wangwu' } });
      expect(codeOfProblem(await use(slip.code, 'a fox in the snow'))).toBe('code_not_valid');
    });

    test('a later code replaces one that is out; one that expired, and one of a closed person, are worth nothing', async () => {
      const add = async (account: string) => offices.system().get<{ slip: Slip; person: { person_id: string } }>('addPerson', { json: { kind: 'staff', name: account, account } });
      const reissue = async (account: string) => (await offices.system().get<{ slips: Slip[] }>('issueCodes', { json: { accounts: [account] } })).slips[0] as Slip;
      const use = (code: string) => refusalOf(visitor(served), 'activateAccount', { json: { code, password: 'a fox in the snow' } });
      const first = await add('slip-1');
      const second = await reissue('slip-1');
      expect([second.purpose, await use(first.slip.code)]).toEqual(['activate', 'code_not_valid']);
      expect(await use(second.code)).toBe('none');
      const late = await add('slip-2');
      await asOwner(database, `update activations set expires_at = clock_timestamp() - interval '1 second' where account = 'slip-2'`);
      expect(await use(late.slip.code)).toBe('code_not_valid');
      const closed = await add('slip-3');
      await offices.system().get('closePerson', { params: { person_id: closed.person.person_id } });
      expect(await use(closed.slip.code)).toBe('code_not_valid');
      expect(await refusalOf(offices.system(), 'issueCodes', { json: { accounts: ['slip-3'] } })).toBe('unknown_account');
      expect(await refusalOf(offices.system(), 'issueCodes', { json: { accounts: ['slip-2', 'nobody'] } })).toBe('unknown_account');
    });

    test('a reset ends sessions, tokens and the old password at once; the second factor stays', async () => {
      const bureau = await offices.appointed('city_bureau');
      const { secret } = await bureau.get<{ secret: string }>('makeToken', { json: { label: '报表', scopes: ['verdicts.read'], days: 1 } });
      const [slip] = (await offices.system().get<{ slips: Slip[] }>('issueCodes', { json: { accounts: [bureau.account] } })).slips;
      expect(slip?.purpose).toBe('reset');
      expect(await levelOf(bureau)).toBeNull();
      expect(await refusalOf(visitor(served, { token: secret }), 'readOverview')).toBe('sign_in_first');
      expect(await refusalOf(visitor(served), 'openSession', { json: { account: bureau.account, password: bureau.password } })).toBe('wrong_password');
      const one = visitor(served);
      await one.get('activateAccount', { json: { code: slip?.code, password: 'another lamp at sea' } });
      expect(await one.get('openSession', { json: { account: bureau.account, password: 'another lamp at sea' } })).toMatchObject({ level: 'factor' });
    });
  });

  describe('a school’s registrar', () => {
    test('makes accounts for the students and guardians of that school in bulk, goes on where it stopped, and for no other', async () => {
      const registrar = await offices.appointed('school_registrar');
      const bulk = (of: string, limit: number, school_id = 'S1') => registrar.get<{ made: number; left: number; slips: Slip[] }>('addPeopleOfSchool', { json: { school_id, of, limit } });
      const first = await bulk('students', 3);
      expect([first.made, first.slips.length]).toEqual([3, 3]);
      const second = await bulk('students', 2);
      expect(second.left).toBe(first.left - 2);
      expect(new Set([...first.slips, ...second.slips].map(({ account }) => account)).size).toBe(5);
      expect(await refusalOf(registrar, 'addPeopleOfSchool', { json: { school_id: 'S2', of: 'students' } })).toBe('unknown_organisation');
      expect(await refusalOf(registrar, 'addPeopleOfSchool', { json: { school_id: 'H1', of: 'students' } })).toBe('unknown_organisation');
      const guardians = await bulk('guardians', 4);
      expect(guardians.made).toBe(4);
      const [slip] = guardians.slips;
      const guardian = await activated(served, slip as Slip, '');
      const { roles, may } = await guardian.get<SessionAnswer>('readSession');
      expect([roles.map(({ role }) => role), may]).toEqual([['guardian'], ['reference.read', 'students.read', 'learning.read', 'fees.read', 'policy.read', 'duties.read', 'agreements.read', 'agreements.approve', 'employment.read', 'appeals.read', 'appeals.write', 'placements.read', 'placements.approve', 'benefits.read', 'surveys.write']]);
      const page = await registrar.get<{ people: { account: string; wards: { student_id: string; guardianship_id: string }[] }[] }>('listPeople', { query: { kind: 'guardian' } });
      const ward = page.people.find(({ account }) => account === guardian.account)?.wards[0];
      const records = await guardian.get<{ records: { values: { student_id: string } }[] }>('listRecords', { params: { sheet: 'students' } });
      expect(new Set(records.records.map(({ values }) => values.student_id))).toEqual(new Set([ward?.student_id]));
      // A guardianship that ends is felt at once: the person is then nothing any more.
      await registrar.get('endGuardianship', { params: { guardianship_id: ward?.guardianship_id ?? '' } });
      expect(await levelOf(guardian)).toBeNull();
      expect((await bulk('guardians', 1)).slips[0]?.account).not.toBe(guardian.account);
    });

    test('resets at the counter for their own school, and touches neither staff nor another school', async () => {
      const [own, other] = [await offices.appointed('school_registrar'), await offices.appointed('school_registrar', { org_id: 'S2' })];
      const { slips } = await own.get<{ slips: Slip[] }>('addPeopleOfSchool', { json: { school_id: 'S1', of: 'students', limit: 1 } });
      const student = await activated(served, slips[0] as Slip, '');
      expect((await student.get<SessionAnswer>('readSession')).roles.map(({ role }) => role)).toEqual(['student']);
      const json = { accounts: [student.account] };
      expect(await refusalOf(other, 'issueCodes', { json })).toBe('unknown_account');
      expect(await levelOf(student)).toBe('full');
      for (const account of ['secadmin', 'office', own.account, other.account]) expect(await refusalOf(own, 'issueCodes', { json: { accounts: [account] } })).toBe('unknown_account');
      expect((await own.get<{ slips: Slip[] }>('issueCodes', { json })).slips[0]?.purpose).toBe('reset');
      expect(await levelOf(student)).toBeNull();
      const seen = async (one: Visitor) => (await one.get<{ people: { account: string; person_id: string }[] }>('listPeople', { query: { search: student.account } })).people;
      const [mine] = await seen(own);
      expect([mine?.account, await seen(other)]).toEqual([student.account, []]);
      const at = { params: { person_id: mine?.person_id ?? '' } };
      expect([await refusalOf(other, 'readPerson', at), await refusalOf(other, 'closePerson', at)]).toEqual(['unknown_person', 'unknown_person']);
      expect(await refusalOf(own, 'addPerson', { json: { kind: 'staff', name: '某某', account: 'friend' } })).toBe('not_allowed');
      expect(await own.get('closePerson', at)).toMatchObject({ state: 'closed' });
    });

    test('adds one student or guardian at the counter; the student must be on that school’s roll and have no account yet', async () => {
      const registrar = await offices.appointed('school_registrar');
      const { made, left } = await registrar.get<{ made: number; left: number }>('addPeopleOfSchool', { json: { school_id: 'S1', of: 'students', limit: 500 } });
      expect([made > 100, left]).toEqual([true, left]);
      const { people: [someone] } = await registrar.get<{ people: { student_id: string }[] }>('listPeople', { query: { kind: 'student' } });
      const student_id = someone?.student_id ?? '';
      const add = (json: object) => registrar.ask<{ person: { person_id: string; wards: unknown[] }; slip: Slip }>('addPerson', { json });
      expect(codeOfProblem((await add({ kind: 'student', student_id })) as never)).toBe('has_account');
      expect(codeOfProblem((await add({ kind: 'student', student_id: '99999999' })) as never)).toBe('unknown_student');
      const { status, body } = await add({ kind: 'guardian', name: '祖父', student_id, relation: '祖父' });
      expect([status, body.slip.account.startsWith(`${student_id}-`), body.person.wards.length]).toEqual([201, true, 1]);
      const again = { json: { person_id: body.person.person_id, student_id, relation: '祖父' } };
      expect(await refusalOf(registrar, 'addGuardianship', again)).toBe('already_guardian');
      expect(await refusalOf(registrar, 'addGuardianship', { json: { ...again.json, student_id: '99999999' } })).toBe('unknown_student');
    });
  });

  describe('tokens for programs', () => {
    test('narrow their owner, show their secret once, and never approve, reveal or act in person', async () => {
      const registrar = await offices.appointed('school_registrar');
      const make = (scopes: string[]) => registrar.ask<{ secret: string; token: { token_id: string } }>('makeToken', { json: { label: '学籍同步', scopes, days: 30 } });
      expect(codeOfProblem((await make(['students.reveal'])) as never)).toBe('token_beyond_reach');
      expect(codeOfProblem((await make(['funds.write'])) as never)).toBe('token_beyond_reach');
      const { body: { secret, token } } = await make(['students.read', 'reference.read']);
      const program = visitor(served, { token: secret });
      expect(await program.get('readSession')).toMatchObject({ level: 'full', may: ['reference.read', 'students.read'] });
      expect((await program.ask('listRecords', { params: { sheet: 'students' } })).status).toBe(200);
      expect(await refusalOf(program, 'listRecords', { params: { sheet: 'rooms' } })).toBe('not_allowed');
      expect(await refusalOf(program, 'readOverview')).toBe('not_allowed');
      for (const [route, json] of [['listTokens', undefined], ['makeToken', { label: 'x', scopes: ['students.read'], days: 1 }], ['listSessions', undefined],
        ['changePassword', { password: 'x', new_password: 'a bird on the roof' }], ['beginFactor', { password: registrar.password }]] as const) {
        expect([route, await refusalOf(program, route, json === undefined ? {} : { json })]).toEqual([route, 'in_person_only']);
      }
      const { tokens } = await registrar.get<{ tokens: { last_used_at: string | null }[] }>('listTokens');
      expect([tokens.length, tokens[0]?.last_used_at === null]).toEqual([1, false]);
      expect(JSON.stringify(tokens)).not.toContain(secret.slice(-20));
      const other = await offices.appointed('school_registrar');
      expect(await refusalOf(other, 'endToken', { params: token })).toBe('unknown_token');
      await registrar.get('endToken', { params: token });
      expect(await refusalOf(program, 'listRecords', { params: { sheet: 'students' } })).toBe('sign_in_first');
    });

    test('of one account with as many labels of different kinds are told their own, however often they ask in turn', async () => {
      const registrar = await offices.appointed('school_registrar');
      const made = async (scope: string) => visitor(served, { token: (await registrar.get<{ secret: string }>('makeToken', { json: { label: scope, scopes: [scope], days: 1 } })).secret });
      const programs = [await made('conditions.read'), await made('staff.read')];
      const told: string[][] = [];
      for (const program of [...programs, ...programs]) {
        const { registers } = await program.get<{ registers: { sheet: string }[] }>('listRegisters');
        told.push(registers.map(({ sheet }) => sheet).toSorted());
      }
      expect(told[0]).toContain('rooms');
      expect(told[0]).not.toContain('staff');
      expect(told[1]).toContain('staff');
      expect(told[1]).not.toContain('rooms');
      expect(told.slice(2)).toEqual(told.slice(0, 2));
    });

    test('take a session that showed a second factor; a wrong token is nobody, also beside a good cookie', async () => {
      const department = await offices.appointed('department');
      expect(await refusalOf(department, 'makeToken', { json: { label: 'x', scopes: ['planning.read'], days: 1 } })).toBe('second_factor_first');
      for (const authorization of ['Bearer gt_1_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'Bearer x', 'Basic dGVzdDp0ZXN0']) {
        expect(await refusalOf(department, 'readOverview', { headers: { authorization } })).toBe('sign_in_first');
      }
    });
  });

  test('every act left its entry, and none of them holds a code, a password or a token', async () => {
    const entries = await served.database().as(programActor(1)).read((tx) => tx.query<{ action: string; text: string }>(
      'select action, object || detail::text as text from audit_entries where region_id = 1'));
    expect([...new Set(entries.map(({ action }) => action))]).toEqual(expect.arrayContaining([
      'sign_in.done', 'sign_in.password', 'sign_in.refused', 'factor.begin', 'factor.enrolled', 'factor.shown', 'factor.refused', 'factor.reset', 'session.close',
      'session.end_all', 'session.renewed', 'account.password', 'account.activated', 'account.reset', 'account.codes', 'person.added', 'person.closed',
      'people.bulk', 'appointment.given', 'appointment.ended', 'guardianship.added', 'guardianship.ended', 'token.made', 'token.ended',
    ]));
    const text = entries.map((entry) => entry.text).join('\n');
    expect(text).not.toMatch(/[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}|gt_\d|lantern|sealed:/);
  });
});
