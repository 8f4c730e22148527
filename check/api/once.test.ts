import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { REPEATS } from '../../api/repeats.ts';
import { routes, type RouteName } from '../../api/routes.ts';
import type { SignOn } from '../../api/sign-on-provider.ts';
import type { Role } from '../../core/access/roles.ts';
import { madeAdmission } from '../../core/admission/made-admissions.ts';
import { addDays } from '../../core/values/plain-date.ts';
import { codeOf, confirmAddress } from '../../store/agreements/made-agreements.ts';
import { today } from '../../store/clock.ts';
import { enqueue } from '../../store/outbox.ts';
import * as quota from '../../store/plan-quota.ts';
import { programActor } from '../../store/program-actor.ts';
import { MADE_PNG } from '../../workbook/made-attachments.ts';
import { onDatabase } from '../databases.ts';
import { employmentTwice } from './once-employment.ts';
import { tryMoney } from './once-money.ts';
import { tryInternships } from './once-internships.ts';
import { surveyTwice } from './once-surveys.ts';
import { superviseTwice } from './once-supervision.ts';
import { loseCommits } from '../prove/commit-lost.ts';
import { serveSample, type SampleServer } from '../prove/sample-server.ts';
import { teachingTwice, type Asked, type Reply } from './once-teaching.ts';

const LOST = 10;

for (const keyed of [true, false]) {
  onDatabase('embedded', `replies to COMMIT are lost, requests are sent again ${keyed ? 'with their keys' : 'without keys'}`, (database) => {
    test(keyed ? 'every act is done, and once' : 'acts are doubled: it is the keys that keep them from it', async () => {
      const seed = Date.now() % 1_000_000_000;
      console.log(`lost commits seed ${seed}`);
      const { lost, once, doubled, missing, answered } = await loseCommits(database.connection(), { seed, count: LOST, keyed });
      expect({ lost, missing }, `seed ${seed}`).toEqual({ lost: LOST, missing: 0 });
      if (keyed) expect({ once, doubled, answered }, `seed ${seed}`).toEqual({ once: LOST, doubled: 0, answered: LOST });
      else expect(doubled, `seed ${seed}`).toBeGreaterThan(0);
    }, 120_000);
  });
}

const signOn: SignOn = { issuer: 'https://id.example', begin: () => Promise.reject(new Error('away')), finish: () => Promise.resolve('expired') };


onDatabase('embedded', 'a request that comes twice with one key', (database) => {
  let served: SampleServer;
  const cookies = new Map<Role, string>();
  const tried = new Set<RouteName>();
  let keys = 0;

  beforeAll(async () => {
    served = await serveSample(database.connection(), { signOn, channels: ['email'] });
    for (const role of ['office', 'city_bureau', 'system_admin', 'security_admin', 'school_registrar', 'college_programme', 'college_academic', 'college_roll', 'college_finance', 'college_leadership', 'school_head', 'enterprise', 'department', 'student', 'guardian', 'college_academic', 'teacher', 'counsellor', 'school_finance', 'finance_bureau'] as const) cookies.set(role, await served.cookieOf(role));
  });
  afterAll(() => served.stop());

  const send = async (route: RouteName, { as, path, json, form }: Asked, key?: string): Promise<Reply> => {
    const reply = await fetch(`${served.origin}${path}`, {
      method: routes[route].method.toUpperCase(),
      headers: { cookie: cookies.get(as) ?? '', ...(key !== undefined && { 'idempotency-key': key }), ...(json !== undefined && { 'content-type': 'application/json' }) },
      ...(json !== undefined ? { body: JSON.stringify(json) } : form === undefined ? {} : { body: form() }),
    });
    return { status: reply.status, body: await reply.json() as Reply['body'] };
  };

  /** Sends it twice with one key, then something else with that key; answers both replies of the first. */
  const twice = async (route: RouteName, asked: Asked, other: Asked | null): Promise<readonly [Reply, Reply]> => {
    tried.add(route);
    const key = `key-${keys += 1}`;
    const first = await send(route, asked, key);
    expect(first.status, JSON.stringify(first.body)).toBeLessThan(300);
    const second = await send(route, asked, key);
    expect(second.status, JSON.stringify(second.body)).toBe(first.status);
    if (REPEATS[route as keyof typeof REPEATS] === 'once') expect(second.body).toEqual(first.body);
    if (other !== null) expect((await send(route, other, key)).body['type']).toBe('urn:guantong:problem:key_of_another_request');
    return [first, second];
  };

  test('registers: an added, corrected, ended record', async () => {
    const room = (area_m2: string) => ({ values: { room_id: 'K1', campus_id: 'C1', use: 'teaching', area_m2, from: '2025-09-01' } });
    const path = '/api/registers/rooms';
    const [{ body: added }] = await twice('addRecord', { as: 'office', path, json: room('60') }, { as: 'office', path, json: room('61') });
    const correct = `${path}/${String(added['record_id'])}/correct`;
    const [{ body: corrected }] = await twice('correctRecord', { as: 'office', path: correct, json: room('70') }, { as: 'office', path: correct, json: room('71') });
    const end = `${path}/${String(corrected['record_id'])}/end`;
    await twice('endRecord', { as: 'office', path: end, json: { on: '2025-12-31' } }, { as: 'office', path: end, json: { on: '2025-12-30' } });
    const { body } = await send('readHistory', { as: 'office', path: `${path}/${String(corrected['record_id'])}/history` });
    expect((body['entries'] as { act: string }[]).map(({ act }) => act)).toEqual(['ended', 'corrected', 'added']);
  });

  test('imports: stored, its mappings remembered, and taken back', async () => {
    const form = () => {
      const files = new FormData();
      files.append('files', new File(['\ufeffroom_id,campus_id,use,area_m2,from\nK9,C1,teaching,60,2025-09-01\n'], 'rooms.csv'));
      return files;
    };
    const looked = await send('previewImport', { as: 'office', path: '/api/imports/preview', form });
    const { upload_id } = looked.body;
    const mapping = { file: 'rooms.csv', tab: '', sheet: 'rooms', heading_rows: [1, 1], columns: ['room_id', 'campus_id', 'use', 'area_m2', 'from'].map((column, position) => ({ position, column })) };
    const mapped = { upload_id, mappings: [mapping], organisation: '某校' };
    const path = '/api/imports/mapped';
    tried.add('previewMapped');
    expect((await send('previewMapped', { as: 'office', path, json: mapped }, 'mapped')).status).toBe(200);
    const [known] = (await send('listMappings', { as: 'office', path: '/api/mappings' })).body['mappings'] as { at: string }[];
    expect((await send('previewMapped', { as: 'office', path, json: mapped }, 'mapped')).status).toBe(200);
    expect((await send('listMappings', { as: 'office', path: '/api/mappings' })).body['mappings']).toEqual([known]);
    expect((await send('previewMapped', { as: 'office', path, json: { ...mapped, organisation: '他校' } }, 'mapped')).status).toBe(409);
    await twice('rememberMapping', { as: 'office', path: '/api/mappings', json: { organisation: '某校', mapping } }, { as: 'office', path: '/api/mappings', json: { organisation: '三校', mapping } });
    const json = { upload_id, on: '2025-10-31' };
    const [{ body }] = await twice('commitImport', { as: 'office', path: '/api/imports', json }, { as: 'office', path: '/api/imports', json: { upload_id, on: '2025-10-30' } });
    await twice('undoImport', { as: 'office', path: `/api/imports/${String(body['import_id'])}/undo` }, { as: 'office', path: '/api/imports/1/undo' });
  });

  test('snapshots, kept plans and the official text', async () => {
    const path = '/api/snapshots';
    await twice('takeSnapshot', { as: 'office', path, json: { on: '2025-10-31', label: '一次' } }, { as: 'office', path, json: { on: '2025-10-31', label: '二次' } });
    const { body } = await send('listSnapshots', { as: 'office', path });
    expect((body['snapshots'] as { label: string }[]).filter(({ label }) => label === '一次')).toHaveLength(1);
    const plans = '/api/scenarios';
    await twice('keepScenario', { as: 'office', path: plans, json: { name: '一次', on: '2025-10-31', to: 2026 } }, { as: 'office', path: plans, json: { name: '二次', on: '2025-10-31', to: 2026 } });
    expect(((await send('listScenarios', { as: 'office', path: plans })).body['scenarios'] as { name: string }[]).filter(({ name }) => name === '一次')).toHaveLength(1);
    const [{ body: kept }] = await twice('keepScenario', { as: 'office', path: plans, json: { kind: 'policy', name: '附件', on: '2025-10-31', to: 2026, tried: [{ key: 'ratio.teacher.max_students', value: '16' }] } }, { as: 'office', path: plans, json: { kind: 'policy', name: '另一', on: '2025-10-31', to: 2026 } });
    const { body: matter } = await send('openMatter', { as: 'office', path: '/api/matters', json: { kind: 'parameter_change', subject: 'ratio.teacher.max_students', details: { value: '16', from: '2026-09-01' }, reason: '一次' } });
    const at = `/api/matters/${String(matter['matter_id'])}/scenarios`;
    await twice('attachScenario', { as: 'office', path: at, json: { scenario_id: kept['scenario_id'], version: 1 } }, { as: 'office', path: at, json: { scenario_id: kept['scenario_id'], version: 1, reason: '再来' } });
    const text = (content: string) => () => {
      const form = new FormData();
      form.append('file', new File([content], '文.pdf'));
      return form;
    };
    // As long and called the same, and yet another file.
    await twice('attachPolicyText', { as: 'office', path: '/api/policy-text', form: text('a') }, { as: 'office', path: '/api/policy-text', form: text('b') });
  });

  test('people: their second slip is another, the first holds no more, and there is one of them', async () => {
    const staff = (account: string): Asked => ({ as: 'system_admin', path: '/api/people', json: { kind: 'staff', name: account, account } });
    const [first, second] = await twice('addPerson', staff('yi'), staff('er'));
    const [person, slip, again] = [first.body['person'] as { person_id: string }, first.body['slip'] as { code: string }, second.body['slip'] as { code: string }];
    expect((second.body['person'] as { person_id: string }).person_id).toBe(person.person_id);
    expect(again.code).not.toBe(slip.code);
    const activate = (code: string) => send('activateAccount', { as: 'office', path: '/api/activation', json: { code, password: 'river-stone-lantern-cloud' } });
    expect((await activate(slip.code)).body['type']).toBe('urn:guantong:problem:code_not_valid');
    expect((await activate(again.code)).status).toBe(200);
    expect((await send('addPerson', staff('yi'), `key-${keys}`)).body['type']).toBe('urn:guantong:problem:told_already');

    const codes = (...accounts: string[]): Asked => ({ as: 'system_admin', path: '/api/accounts/codes', json: { accounts } });
    const [once, anew] = await twice('issueCodes', codes('yi'), codes('yi', 'er'));
    expect((anew.body['slips'] as { code: string }[])[0]?.code).not.toBe((once.body['slips'] as { code: string }[])[0]?.code);
    expect((await activate((anew.body['slips'] as { code: string }[])[0]?.code ?? '')).status).toBe(200);
    // What was lost must not end the account that has just been made to work again.
    expect((await send('issueCodes', codes('yi'), `key-${keys}`)).body['type']).toBe('urn:guantong:problem:told_already');

    const reset = (account: string): Asked => ({ as: 'security_admin', path: '/api/accounts/factor/reset', json: { account } });
    await twice('resetFactor', reset('yi'), reset('er'));
    const appoint = (role: string): Asked => ({ as: 'security_admin', path: `/api/people/${person.person_id}/appointments`, json: { role, org_id: 'S1', from: '2025-01-01' } });
    const [{ body: given }] = await twice('addAppointment', appoint('school_head'), appoint('school_finance'));
    await twice('endAppointment', { as: 'security_admin', path: `/api/appointments/${String(given['appointment_id'])}/end` }, null);
    const identity = (subject: string): Asked => ({ as: 'system_admin', path: '/api/identities', json: { account: 'office', subject } });
    const [{ body: linked }] = await twice('linkIdentity', identity('one'), identity('two'));
    await twice('endIdentity', { as: 'office', path: `/api/identities/${String(linked['identity_id'])}` }, null);
    await twice('closePerson', { as: 'system_admin', path: `/api/people/${person.person_id}/close` }, null);
  });

  test('a school’s accounts and guardians: slips anew for those who have not used theirs', async () => {
    const bulk = (limit: number): Asked => ({ as: 'school_registrar', path: '/api/people/bulk', json: { school_id: 'S1', of: 'students', limit } });
    const [first, second] = await twice('addPeopleOfSchool', bulk(3), bulk(4));
    const slips = (reply: Reply) => reply.body['slips'] as { account: string; code: string }[];
    expect(slips(second).map(({ account }) => account)).toEqual(slips(first).map(({ account }) => account));
    expect(slips(second).some(({ code }) => slips(first).some((one) => one.code === code))).toBe(false);
    expect(second.body['left']).toBe(first.body['left']);
    const student_id = slips(first)[0]?.account ?? '';
    const { body } = await send('addPerson', { as: 'school_registrar', path: '/api/people', json: { kind: 'guardian', name: '家长', student_id, relation: '父' } });
    const guardian = (student: string): Asked => ({ as: 'school_registrar', path: '/api/guardianships', json: { person_id: (body['person'] as { person_id: string }).person_id, student_id: student, relation: '父' } });
    const [{ body: guarded }] = await twice('addGuardianship', guardian(slips(first)[1]?.account ?? ''), guardian(slips(first)[2]?.account ?? ''));
    await twice('endGuardianship', { as: 'school_registrar', path: `/api/guardianships/${String(guarded['guardianship_id'])}/end` }, null);
  });

  test('tokens: another secret, and the first one holds no more', async () => {
    const asked = (label: string): Asked => ({ as: 'office', path: '/api/tokens', json: { label, scopes: ['conditions.read', 'verdicts.read'], days: 1 } });
    const [first, second] = await twice('makeToken', asked('程序'), asked('其他'));
    const use = async (reply: Reply) => (await fetch(`${served.origin}/api/overview`, { headers: { authorization: `Bearer ${String(reply.body['secret'])}` } })).status;
    expect([await use(first), await use(second)]).toEqual([401, 200]);
    const listed = (await send('listTokens', { as: 'office', path: '/api/tokens' })).body['tokens'] as { token_id: string }[];
    expect(listed).toHaveLength(1);
    // It arrived, for it was used.
    expect((await send('makeToken', asked('程序'), `key-${keys}`)).body['type']).toBe('urn:guantong:problem:told_already');
    await twice('endToken', { as: 'office', path: `/api/tokens/${listed[0]?.token_id ?? ''}` }, null);
  });

  test('leave to read minors’ records', async () => {
    const ask = (purpose: string): Asked => ({ as: 'city_bureau', path: '/api/minor-grants', json: { scope: 'org:S1', purpose, expires_on: '2026-01-31' } });
    const [{ body: one }] = await twice('askMinorGrant', ask('核对学籍一'), ask('核对学籍二'));
    const { body: two } = await send('askMinorGrant', ask('核对学籍三'));
    const at = (grant: Reply['body'], act: string, as: Role = 'office'): Asked => ({ as, path: `/api/minor-grants/${String(grant['grant_id'])}/${act}` });
    await twice('approveMinorGrant', at(one, 'approve'), null);
    await twice('refuseMinorGrant', { ...at(two, 'refuse'), json: {} }, null);
    await twice('endMinorGrant', at(one, 'end', 'city_bureau'), null);
  });

  test('messages: an address taken down, chosen and ended, a dead message tried anew', async () => {
    const add = (address: string): Asked => ({ as: 'office', path: '/api/contact-addresses', json: { channel: 'email', address, language: 'zh' } });
    const [{ body: added }] = await twice('addContactAddress', add('a@example.cn'), add('b@example.cn'));
    const path = `/api/contact-addresses/${String(added['address_id'])}`;
    const account = served.sample.accounts.find(({ role }) => role === 'office')?.account ?? '';
    const program = programActor(served.sample.region.region_id);
    await served.database.as({ ...program, account }).write(async (tx) => {
      tx.unaudited('as if the code had come back');
      await tx.change('update contact_addresses set verified_at = now() where region_id = $1 and address_id = $2', [program.region_id, added['address_id']]);
    });
    await twice('chooseContactAddress', { as: 'office', path: `${path}/choose`, json: { language: 'en' } }, { as: 'office', path: `${path}/choose`, json: { language: 'zh' } });
    await twice('endContactAddress', { as: 'office', path }, null);
    const [dead] = await served.database.as(program).write(async (tx) => {
      tx.unaudited('as if it had been tried for a day');
      await enqueue(tx, { key: 'made', to: { account }, template: 'grant_decided', data: { approved: true, path: '/grants' } });
      return tx.query<{ message_id: string }>(`update messages set state = 'dead' where region_id = $1 and key = 'made' returning message_id`, [program.region_id]);
    });
    await twice('retryMessage', { as: 'system_admin', path: `/api/outbox/${dead?.message_id ?? ''}/retry` }, null);
  });

  test('duties: the day from which they are owed, a year’s holidays, a calendar’s address', async () => {
    const path = '/api/holidays/2027';
    await twice('setDutyStart', { as: 'office', path: '/api/duties/start', json: { go_live: '2025-09-01' } }, { as: 'office', path: '/api/duties/start', json: { go_live: '2025-09-02' } });
    const year = (source: string): Asked => ({ as: 'office', path, json: { off: ['2027-01-01'], worked: [], source, version: 0 } });
    await twice('enterHolidays', year('通知一'), year('通知二'));
    const feed: Asked = { as: 'office', path: '/api/my-calendar', json: {} };
    const [first, second] = await twice('makeCalendarFeed', feed, null);
    expect(second.body['address']).not.toBe(first.body['address']);
    await twice('endCalendarFeed', { as: 'office', path: '/api/my-calendar' }, null);
  });

  test('partners and teams: an agreement and its correction, a team, somebody who is put forward and recommended', async () => {
    const agreement = (number: string) => ({ number, parties: ['H1', 'S1', 'F1'], programmes: ['P11'], from: '2024-09-01', to: '2027-08-31', terms: '共建', signed_on: '2024-08-20' });
    const path = '/api/partner-agreements';
    const record = (number: string): Asked => ({ as: 'office', path, json: agreement(number) });
    const [{ body: made }] = await twice('recordPartnerAgreement', record('一号'), record('二号'));
    const correct = (terms: string): Asked => ({ as: 'office', path: `${path}/${String(made['agreement_id'])}/correct`, json: { ...agreement('一号'), terms, reason: '更正' } });
    await twice('correctPartnerAgreement', correct('共建实训'), correct('共建基地'));
    const team = (document: string): Asked => ({ as: 'office', path: '/api/teams', json: { kind: 'promotion', college_id: 'H1', school_id: 'S6', on: '2024-09-01', document } });
    const [{ body: { team_id } }] = await twice('setUpTeam', team('一号'), team('二号'));
    const seat = (name: string): Asked => ({ as: 'office', path: `/api/teams/${String(team_id)}/members`, json: { function: 'head', name, employer_id: 'S6', main_post: '校长', on: '2024-09-02' } });
    const [{ body }] = await twice('nameTeamMember', seat('甲'), seat('乙'));
    const [member] = body['members'] as readonly { member_id: string; version: number; acts: readonly { act: string }[] }[];
    const step = (reason: string): Asked => ({ as: 'office', path: `/api/teams/${String(team_id)}/members/${member?.member_id ?? ''}/${member?.acts[0]?.act ?? ''}`, json: { on: '2024-09-03', version: member?.version ?? 0, reason } });
    await twice('stepTeamMember', step('离任'), step('调离'));
    const end = (reason: string): Asked => ({ as: 'office', path: `/api/teams/${String(team_id)}/end`, json: { on: '2025-08-31', reason } });
    await twice('endTeam', end('撤销'), end('合并'));
  });

  test('documents: a numbered report, corrected and revoked; a file that hangs at a campus', async () => {
    const path = '/api/documents';
    const report = (filled_by: string): Asked => ({ as: 'office', path, json: { kind: 'conditions_report', campus_id: 'C1', on: '2025-10-31', filled_by } });
    const [{ body: issued }] = await twice('issueConditions', report('甲'), report('乙'));
    const own = `${path}/${String(issued['document_id'])}`;
    const correct = (reason: string): Asked => ({ as: 'office', path: `${own}/versions`, json: { version: 1, reason } });
    const [{ body: corrected }] = await twice('correctDocument', correct('填表人有误'), correct('审核人有误'));
    expect(corrected['number']).toBe(issued['number']);
    const revoke = (reason: string): Asked => ({ as: 'office', path: `${own}/revocation`, json: { reason } });
    await twice('revokeDocument', revoke('停办'), revoke('有误'));
    const file = (name: string) => (): FormData => {
      const form = new FormData();
      form.append('file', new File([MADE_PNG], name, { type: 'image/png' }));
      form.append('about', 'campuses/C1');
      return form;
    };
    const [{ body: attached }] = await twice('attachFile', { as: 'office', path: '/api/files', form: file('一.png') }, { as: 'office', path: '/api/files', form: file('二.png') });
    await twice('endAttachment', { as: 'office', path: `/api/files/${String(attached['attachment_id'])}/end` }, null);
  });

  test('matters: opened, a step taken, leave to stand in given and taken back', async () => {
    const path = '/api/matters';
    const open = (value: string): Asked => ({ as: 'office', path, json: { kind: 'parameter_change', subject: 'land.min_m2', details: { value, from: '2025-11-21' } } });
    const [{ body: { matter_id } }] = await twice('openMatter', open('55'), open('56'));
    const propose = (reason: string): Asked => ({ as: 'office', path: `${path}/${String(matter_id)}/steps`, json: { act: 'propose', version: 1, reason } });
    await twice('stepMatter', propose('省里新标准'), propose('市里新标准'));
    const to_account = 'deputy';
    const { body } = await send('addPerson', { as: 'system_admin', path: '/api/people', json: { kind: 'staff', name: '代办', account: to_account } });
    const own = (await send('readSession', { as: 'office', path: '/api/session' })).body['roles'] as readonly { org_id: string }[];
    await send('addAppointment', { as: 'security_admin', path: `/api/people/${(body['person'] as { person_id: string }).person_id}/appointments`, json: { role: 'office', org_id: own[0]?.org_id, from: '2025-01-01' } });
    const leave = (reason: string): Asked => ({ as: 'office', path: '/api/delegations', json: { to_account, role: 'office', first_day: today(), last_day: addDays(today(), 7), reason } });
    const [{ body: given }] = await twice('giveDelegation', leave('出差'), leave('休假'));
    const [one] = given['delegations'] as readonly { delegation_id: string }[];
    await twice('endDelegation', { as: 'office', path: `/api/delegations/${one?.delegation_id ?? ''}/end` }, null);
  });

  test('agreements: drawn up, put right, signed with a code, on paper, handed over, confirmed', async () => {
    const registrar = (path: string, json: object): Asked => ({ as: 'school_registrar', path: `/api/agreements${path}`, json });
    const years = (tuition_yuan: string) => ['S1', 'S1', 'S1', 'C1', 'C1'].map((place_id) => ({ place_id, tuition_yuan, dorm_yuan: '0', custody_yuan: '0' }));
    const drawing = (fee: string): Asked => registrar('', { cohort: 2025, programme_id: 'P12', years: years(fee) });
    const [{ body: drawn }] = await twice('drawUpAgreements', drawing('0'), drawing('1'));
    const ids = (drawn['made'] as { agreement_id: string }[]).map(({ agreement_id }) => agreement_id);
    const again = (reason: string): Asked => registrar(`/${ids[0]}/versions`, { version: 1, reason, years: years('5') });
    await twice('redrawAgreement', again('学费有误'), again('再次更正'));
    const contentHash = async (as: Role, id: string) => (await send('readAgreement', { as, path: `/api/agreements/${id}` })).body as { content_hash: string; version: number; holds: number };
    const scan = (day: string, hash: string) => () => {
      const form = new FormData();
      form.append('file', new File([new Uint8Array(MADE_PNG)], '扫描.png'));
      for (const [name, value] of Object.entries({ version: '1', content_hash: hash, student: day, guardian: day, school: day, college: day })) form.append(name, value);
      return form;
    };
    const { content_hash } = await contentHash('school_registrar', ids[1] ?? '');
    const paper = (day: string): Asked => ({ as: 'school_registrar', path: `/api/agreements/${ids[1]}/paper`, form: scan(day, content_hash) });
    await twice('recordAgreementPaper', paper('2025-10-08'), paper('2025-10-07'));
    const copy = (received_by: string): Asked => registrar(`/${ids[1]}/copies`, { holder: 'school', received_by, received_on: '2025-10-20' });
    await twice('handOverCopy', copy('教务处'), copy('学生处'));
    const { students } = (await send('readFiveYears', { as: 'guardian', path: '/api/five-years' })).body as { students: { agreement: { agreement_id: string; may_sign_as: string[] } | null }[] };
    const mine = students.find(({ agreement }) => agreement?.may_sign_as.includes('guardian'))?.agreement?.agreement_id ?? '';
    const read = await contentHash('guardian', mine);
    const items = [{ agreement_id: mine, version: read.version, content_hash: read.content_hash }];
    const { region_id } = served.sample.region;
    await confirmAddress(served.database.as({ ...programActor(region_id), account: 'guardian' }), 'guardian', 'email');
    const asking = (party: string): Asked => ({ as: 'guardian', path: '/api/agreement-codes', json: { party, items } });
    await twice('askSigningCode', asking('guardian'), asking('student'));
    const code = await codeOf(served.database, region_id, 'guardian');
    const signing = (given: string): Asked => ({ as: 'guardian', path: '/api/agreement-signatures', json: { party: 'guardian', items, code: given } });
    await twice('signAgreements', signing(code), signing('000000'));
    const [own] = ((await send('readFiveYears', { as: 'student', path: '/api/five-years' })).body as { students: { agreement: { agreement_id: string } | null }[] }).students;
    const confirmed = await contentHash('student', own?.agreement?.agreement_id ?? '');
    const confirming = (hash: string): Asked => ({ as: 'student', path: `/api/agreements/${own?.agreement?.agreement_id}/confirmation`, json: { party: 'student', version: confirmed.version, content_hash: hash } });
    await twice('confirmAgreement', confirming(confirmed.content_hash), confirming('sha256:x'));
  });

  test('certificates, a graduation list, diplomas', async () => {
    const roll = (path: string, json: object): Asked => ({ as: 'college_roll', path, json });
    // Who completed in summer and holds a certificate since.
    const finalist = '20201045';
    const certificates = (number: string): Asked => ({
      as: 'school_registrar', path: '/api/certificates', json: { certificates: [{ student_id: finalist, kind: 'x', name: '数控车铣', level: 'intermediate', number, issued_on: '2025-06-20', valid_until: null }] },
    });
    await twice('enterCertificates', certificates('ONCE-0001'), certificates('ONCE-0002'));
    const { certificates: [entered] } = (await send('listCertificates', { as: 'college_roll', path: '/api/certificates?find=S000033000001253000102' })).body as { certificates: { record_id: string }[] };
    const verify = (source: string): Asked => roll(`/api/certificates/${entered?.record_id}/decision`, { act: 'verify', on: '2025-10-31', source });
    await twice('decideCertificate', verify('联网查询'), verify('电话核实'));
    const code = (digits: string): Asked => roll('/api/diplomas/codes', { org_id: 'H1', code: digits });
    // Diplomas bear the code of the sample already: it is entered as it stands.
    await twice('enterInstitutionCode', code('99001'), code('13287'));
    const { digest } = (await send('readGraduationList', { as: 'college_roll', path: '/api/graduation/list?college_id=H1&on=2025-10-31' })).body;
    const { matter_id } = (await send('openMatter', roll('/api/matters', { kind: 'graduation_list', subject: 'H1', details: { on: '2025-10-31', list: digest } }))).body;
    await twice('stepMatter', { as: 'college_leadership', path: `/api/matters/${String(matter_id)}/steps`, json: { act: 'approve', version: 1 } }, null);
    const { diplomas: [diploma] } = (await send('listDiplomas', { as: 'college_roll', path: '/api/diplomas?kind=diploma' })).body as { diplomas: { diploma_id: string }[] };
    const hand = (taken_by: string): Asked => roll(`/api/diplomas/${diploma?.diploma_id}/hand-over`, { on: '2025-10-31', taken_by });
    await twice('handOverDiploma', hand('本人'), hand('家长'));
    const reissue = (reason: string): Asked => roll(`/api/diplomas/${diploma?.diploma_id}/reissue`, { on: '2025-10-31', reason });
    await twice('reissueDiploma', reissue('遗失'), reissue('损毁'));
  });

  test('the diploma of the secondary stage', async () => {
    const { entries } = (await send('listRoll', { as: 'school_registrar', path: '/api/roll?stage=secondary&grade=3&status=enrolled' })).body as { entries: { student_id: string }[] };
    const student_id = entries.at(-1)?.student_id ?? '';
    const form = (): FormData => {
      const paper = new FormData();
      paper.append('file', new File([MADE_PNG], '中职毕业证书.png', { type: 'image/png' }));
      paper.append('about', `students/${student_id}`);
      paper.append('purpose', 'secondary_diploma');
      return paper;
    };
    const { body: { attachment_id } } = await send('attachFile', { as: 'school_registrar', path: '/api/files', form });
    const { row } = (await send('readRoll', { as: 'school_registrar', path: `/api/roll/${student_id}` })).body as { row: string };
    const change = { name: 'leave_after_secondary', on: '2025-10-31', reason: '未升段', ground: 'other', papers: [{ paper: 'secondary_diploma', attachment_id }], row };
    const { matter_id } = (await send('openMatter', { as: 'school_registrar', path: '/api/matters', json: { kind: 'roll_change', subject: student_id, details: { change } } })).body;
    await twice('stepMatter', { as: 'school_head', path: `/api/matters/${String(matter_id)}/steps`, json: { act: 'approve', version: 1 } }, null);
    const { due } = (await send('listSecondaryDue', { as: 'school_registrar', path: '/api/diplomas/secondary' })).body as { due: { change_id: string; student_id: string }[] };
    const wanted = due.filter((one) => one.student_id === student_id).map(({ change_id }) => change_id);
    const issue = (on: string): Asked => ({ as: 'school_registrar', path: '/api/diplomas/secondary', json: { changes: wanted, on } });
    await twice('issueSecondary', issue('2025-10-31'), issue('2025-10-30'));
  });

  test('the relay of money', () => tryMoney({ send, twice }));

  test('internships, insurance, appraisal and benefits', () => tryInternships({ send, twice, served }));

  test('new students', async () => {
    vi.spyOn(quota, 'approvedQuota').mockResolvedValue(new Map([['P14', { approved: 45, filed: true, matter_id: 1 }]]));
    const as = 'school_registrar' as const;
    const uploaded = async (...many: number[]): Promise<string> => {
      const rows = many.map((at) => madeAdmission(at, { name: '新生', school_id: 'S1', programme_id: 'P14' }));
      const form = new FormData();
      form.append('files', new File([`${Object.keys(rows[0] ?? {}).join(',')}\r\n${rows.map((row) => Object.values(row).join(',')).join('\r\n')}\r\n`], '录取.csv'));
      return String((await send('previewAdmissions', { as, path: '/api/admissions/preview', form: () => form })).body['upload_id']);
    };
    const taking = (upload_id: string): Asked => ({ as, path: '/api/admissions/commit', json: { upload_id } });
    await twice('commitAdmissions', taking(await uploaded(1, 3)), taking(await uploaded(5)));
    const { pairs } = (await send('listDuplicates', { as, path: '/api/admission-duplicates?year=2025' })).body as { pairs: { duplicate_id: string }[] };
    const deciding = (reason: string): Asked => ({ as, path: `/api/admission-duplicates/${pairs[0]?.duplicate_id}/decide`, json: { verdict: 'different', reason } });
    await twice('decideDuplicate', deciding('核对证件'), deciding('电话核对'));
    const { admissions } = (await send('listAdmissions', { as, path: '/api/admissions?year=2025' })).body as { admissions: { admission_id: string }[] };
    const newcomers = admissions.map(({ admission_id }) => ({ admission_id, class_id: '2025010401' }));
    const registering = (on: string): Asked => ({ as, path: '/api/admissions/register', json: { school_id: 'S1', on, newcomers } });
    const [{ body }] = await twice('registerNewcomers', registering('2025-09-01'), registering('2025-09-02'));
    const students = (body['registered'] as { student_id: string }[]).map(({ student_id }) => student_id);
    const marking = (on: string): Asked => ({ as, path: '/api/e-registrations', json: { year: 2025, season: 'autumn', students, state: 'registered', on } });
    await twice('markERegistrations', marking('2025-10-30'), marking('2025-10-31'));
    vi.restoreAllMocks();
  });

  test('a lasting roll number', async () => {
    const as = 'school_registrar' as const;
    const { entries: [student] } = (await send('listRoll', { as, path: '/api/roll?stage=secondary&grade=1' })).body as { entries: { student_id: string }[] };
    const giving = (serial: string): Asked => ({ as, path: `/api/roll/${student?.student_id}/number`, json: { form: 'J', serial, reason: '主管部门核发' } });
    await twice('replaceRollNumber', giving('330800200000000123'), giving('330800200000000124'));
  });

  test('a change of the roll and its undo; the lines of a plan', async () => {
    const as = 'school_registrar' as const;
    const { entries } = (await send('listRoll', { as, path: '/api/roll?stage=secondary&grade=2&status=enrolled' })).body as { entries: { student_id: string }[] };
    const roll = `/api/roll/${entries[0]?.student_id}`;
    const { row } = (await send('readRoll', { as, path: roll })).body;
    const entering = (class_id: string): Asked => ({ as, path: `${roll}/changes`, json: { name: 'change_class', on: '2025-10-31', reason: '分班调整', ground: 'other', papers: [], row, class_id } });
    const [{ body: moved }] = await twice('enterRollChange', entering('甲班'), entering('乙班'));
    const undoing = (reason: string): Asked => ({ as, path: `${roll}/changes/${(moved['undo'] as { change_id: string }).change_id}/undo`, json: { reason } });
    await twice('undoRollChange', undoing('误录'), undoing('误录，应为乙班'));
    const { matters } = (await send('listMatters', { as: 'college_programme', path: '/api/matters?kind=enrolment_plan&open=yes' })).body as { matters: { matter_id: string; version: number }[] };
    const [plan] = matters;
    const { lines } = (await send('readPlan', { as: 'college_programme', path: `/api/plans/${plan?.matter_id}` })).body as { lines: { programme_id: string }[] };
    const revising = (secondary_heads: number): Asked => ({
      as: 'college_programme', path: `/api/plans/${plan?.matter_id}/revisions`,
      json: { version: plan?.version, lines: lines.map(({ programme_id }) => ({ programme_id, secondary_heads, reason: '新设备到位' })) },
    });
    await twice('revisePlan', revising(30), revising(31));
  });

  test('schemes, terms, courses, grades and conduct', () => teachingTwice(send, twice));

  test('where graduates go, what is done for them, and what they say', () => employmentTwice(send, twice));

  test('a sample test from plan to report; the step-up test from its days to an appeal', async () => {
    const as = 'college_academic' as const;
    const planning = (title: string): Asked => ({ as, path: '/api/sample-tests', json: { college_id: 'H1', title, grades: [1], programmes: ['P11'], test_on: '2025-10-31', papers: '语文', seed: { way: 'public', source: '开奖号码' } } });
    const [{ body: { sample_test_id } }] = await twice('planSampleTest', planning('一次'), planning('二次'));
    const path = `/api/sample-tests/${String(sample_test_id)}`;
    await twice('closeSampleList', { as, path: `${path}/list` }, null);
    const drawing = (seed: string): Asked => ({ as, path: `${path}/draw`, json: { seed } });
    await twice('drawSample', drawing('1 2 3'), drawing('3 2 1'));
    const { draw } = (await send('readSampleTest', { as, path })).body as { draw: { students: { student_id: string }[] } };
    const scoring = (score: string): Asked => ({ as, path: `${path}/scores`, json: { scores: draw.students.map(({ student_id }) => ({ student_id, score })) } });
    await twice('scoreSampleTest', scoring('80'), scoring('81'));
    await twice('reportSampleTest', { as, path: `${path}/report` }, null);

    const season = '/api/step-up-seasons/H1/2025';
    const arranging = (place: string): Asked => ({ as, path: '/api/step-up-seasons', json: { college_id: 'H1', year: 2025, test_on: '2025-04-12', resit_on: '2025-05-17', place } });
    await twice('arrangeSeason', arranging('甲楼'), arranging('乙楼'));
    const { students } = (await send('readMyTests', { as: 'student', path: '/api/my-tests' })).body as { students: { student_id: string }[] };
    const student_id = students[0]?.student_id ?? '';
    const { may_resit } = (await send('readSeason', { as, path: season })).body as { may_resit: string[] };
    const scoringResit = (score: string): Asked => ({ as, path: `${season}/scores`, json: { resit: true, scores: may_resit.map((one) => ({ student_id: one, score })) } });
    await twice('scoreSeason', scoringResit('61'), scoringResit('62'));
    await twice('publishSeason', { as, path: `${season}/publications` }, null);
    const appealing = (text: string): Asked => ({ as: 'student', path: '/api/step-up-appeals', json: { college_id: 'H1', year: 2025, student_id, text } });
    const [{ body: { appeal_id } }] = await twice('appealStepUp', appealing('成绩有误'), appealing('姓名有误'));
    const answering = (reason: string): Asked => ({ as: 'college_leadership', path: `/api/step-up-appeals/${String(appeal_id)}/answer`, json: { verdict: 'rejected', reason } });
    await twice('answerAppeal', answering('已核查'), answering('已复核'));
  });

  test('supervision visits, circulars, the log and work at a campus', () => superviseTwice(send, twice));

  test('surveys', () => surveyTwice(send, twice));

  test('five at one moment are one', async () => {
    const asked: Asked = { as: 'office', path: '/api/snapshots', json: { on: '2025-10-31', label: '五次' } };
    const replies = await Promise.all(Array.from({ length: 5 }, () => send('takeSnapshot', asked, 'five')));
    for (const reply of replies) expect(reply).toEqual(replies[0]);
    const { body } = await send('listSnapshots', { as: 'office', path: '/api/snapshots' });
    expect((body['snapshots'] as { label: string }[]).filter(({ label }) => label === '五次')).toHaveLength(1);
  });

  test('nothing secret is kept under any key', async () => {
    const actor = programActor(served.sample.region.region_id);
    const kept = await served.database.as(actor).read((tx) => tx.whole((whole) => whole.query<{ reply: unknown }>('select reply from idempotency_keys where region_id = $1', [actor.region_id])));
    expect(kept.length).toBeGreaterThan(15);
    // A document's code stands on its paper for everybody to ask by; that of a change of the roll has two figures and stands in the ministry's list.
    const told = kept.map(({ reply }) => JSON.stringify(reply)).filter((text) => !text.includes('"document_id"'));
    expect(told.filter((text) => /gt_\d|"code":(?!"\d\d"|null)|qr_svg|secret|password/.test(text))).toEqual([]);
  });

  test('every route that is to be done once was tried here', () => {
    expect(Object.entries(REPEATS).filter(([name, repeat]) => typeof repeat === 'string' && !tried.has(name as RouteName)).map(([name]) => name)).toEqual([]);
  });

  test('the description says of each changing route whether it takes a key, and if not why', async () => {
    interface Operation { readonly parameters?: readonly { readonly name: string }[]; readonly description?: string }
    const { paths } = await (await fetch(`${served.origin}/api/openapi.json`)).json() as { paths: Record<string, Record<string, Operation>> };
    for (const [name, { path, method }] of Object.entries(routes)) {
      const repeat = REPEATS[name as keyof typeof REPEATS] as (typeof REPEATS)[keyof typeof REPEATS] | undefined;
      const { parameters = [], description = '' } = paths[path]?.[method] ?? {};
      expect(parameters.some((one) => one.name === 'Idempotency-Key'), name).toBe(typeof repeat === 'string');
      if (typeof repeat === 'object') expect(description, name).toContain(repeat.zh);
    }
  });
});

describe('the table of repeats', () => {
  test('has every changing route and no other', () => {
    expect(Object.keys(REPEATS).sort()).toEqual(Object.entries(routes).filter(([, { method }]) => (method as string) !== 'get').map(([name]) => name).sort());
  });
});
