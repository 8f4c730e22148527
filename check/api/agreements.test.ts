import { expect, test } from 'vitest';
import { codeOf, confirmAddress } from '../../store/agreements/made-agreements.ts';
import { addGuardianship } from '../../store/guardianships.ts';
import { addPerson } from '../../store/people.ts';
import { programActor } from '../../store/program-actor.ts';
import { listRegions } from '../../store/regions.ts';
import { MADE_PDF } from '../../workbook/made-attachments.ts';
import { onDatabase } from '../databases.ts';
import { openOffices } from './offices.ts';
import { serve } from './served.ts';
import { codeOfProblem, visitor, type Visitor } from './visitor.ts';

interface Agreement {
  readonly agreement_id: string;
  readonly version: number;
  readonly content_hash: string;
  readonly code: string | null;
  readonly number: string | null;
  readonly missing: readonly string[];
  readonly may_sign_as: readonly string[];
  readonly signatures: readonly { readonly party: string; readonly evidence: string; readonly signer: string }[];
}
interface Listed {
  readonly agreements: readonly { readonly student_id: string; readonly agreement_id: string | null; readonly state: string; readonly late: boolean; readonly version: number; readonly content_hash: string }[];
  readonly unnamed: number;
  readonly unnamed_registered: number;
}
type Signer = Visitor & { readonly account: string };

const YEARS = ['S1', 'S1', 'S1', 'C1', 'C1'].map((place_id) => ({ place_id, tuition_yuan: '0', dorm_yuan: '800', custody_yuan: '600.5' }));
const PASSWORD = 'lantern above the river';

onDatabase('embedded', 'agreements over HTTP', (database) => {
  const served = serve(database, { sample: false, deps: { channels: ['sms'] } });
  const offices = openOffices(served);
  const region = async () => (await listRegions(served.database()))[0]?.region_id ?? 0;
  const confirmed = async <P extends Signer>(who: P): Promise<P> => {
    await confirmAddress(served.database().as({ ...programActor(await region()), account: who.account }), who.account);
    return who;
  };
  const post = async (role: 'school_registrar' | 'school_head' | 'college_programme') => confirmed(await offices.appointed(role));
  const family = async (kind: 'student' | 'guardian', student_id: string): Promise<Signer> => {
    const account = `${kind}-${student_id}`;
    await served.database().as(programActor(await region())).write(async (tx) => {
      const added = await addPerson(tx, { kind, name: account, account, password: PASSWORD, org_id: 'S1', ...(kind === 'student' && { student_id }) });
      if (added.outcome === 'done' && kind === 'guardian') await addGuardianship(tx, { person_id: added.person_id, student_id, relation: '母亲' });
    });
    const one = visitor(served);
    await one.get('openSession', { json: { account, password: PASSWORD } });
    return confirmed({ ...one, account });
  };
  const drawUp = (by: Visitor) => by.get<{ made: { agreement_id: string; student_id: string }[]; lacking: unknown[] }>('drawUpAgreements', { json: { cohort: 2025, programme_id: 'P11', years: YEARS } });
  const list = (by: Visitor, programme_id = 'P11') => by.get<Listed>('listAgreements', { query: { programme_id } });
  const read = (by: Visitor, agreement_id: string) => by.get<Agreement>('readAgreement', { params: { agreement_id } });
  const readingOf = (...all: readonly Pick<Agreement, 'agreement_id' | 'version' | 'content_hash'>[]) => all.map(({ agreement_id, version, content_hash }) => ({ agreement_id, version, content_hash }));
  const codeFor = async (by: Signer, party: string, items: object[]): Promise<string> => {
    await by.get('askSigningCode', { json: { party, items } });
    return codeOf(served.database(), await region(), by.account);
  };

  test('R3-h: a registrar draws up a programme’s agreements in one act; what the registers know is filled in before', async () => {
    const registrar = await post('school_registrar');
    const prepared = await registrar.get<{ students: unknown[]; years: { place_id: string; tuition_yuan: string | null }[] }>('prepareAgreements', { query: { cohort: '2025', programme_id: 'P11' } });
    expect(prepared.years.map(({ place_id }) => place_id)).toEqual(['S1', 'S1', 'S1', 'C1', 'C1']);
    expect(prepared.years[0]).toMatchObject({ tuition_yuan: null });
    const { made, lacking } = await drawUp(registrar);
    expect([made.length, lacking]).toEqual([prepared.students.length, []]);
    const incomplete = await registrar.ask('drawUpAgreements', { json: { cohort: 2025, programme_id: 'P12', years: YEARS.map((year, at) => (at === 4 ? { ...year, place_id: null } : year)) } });
    expect(incomplete).toMatchObject({ status: 201, body: { made: [], lacking: expect.arrayContaining([expect.objectContaining({ lacking: [{ part: 'five_places', what: 'place/5' }] })]) } });
    const other = await offices.appointed('school_registrar', { org_id: 'S2' });
    expect(codeOfProblem(await other.ask('drawUpAgreements', { json: { cohort: 2025, programme_id: 'P11', years: YEARS } }))).toBe('no_students');
  });

  test('R3-e: student, guardian, school and college sign, each with the code that was sent to them; the paper is there when the last has', async () => {
    const head = await post('school_head');
    const college = await post('college_programme');
    const [first, second] = (await list(head)).agreements.filter(({ agreement_id }) => agreement_id !== null);
    const id = first?.agreement_id ?? '';
    const [student, guardian] = [await family('student', first?.student_id ?? ''), await family('guardian', first?.student_id ?? '')];
    const mine = await read(student, id);
    expect([mine.may_sign_as, mine.missing]).toEqual([['student'], ['student', 'guardian', 'school', 'college']]);
    // A wrong code counts and signs nothing; the right one signs once, also when its reply was lost.
    const items = readingOf(mine);
    const code = await codeFor(student, 'student', items);
    expect(codeOfProblem(await student.ask('signAgreements', { json: { party: 'student', items, code: `${code.slice(0, 5)}x` } }))).toBe('one_time_code_wrong');
    const asked = { json: { party: 'student', items, code }, headers: { 'idempotency-key': 'sign-1' } };
    const [once, again] = [await student.get('signAgreements', asked), await student.get('signAgreements', asked)];
    expect(again).toEqual(once);
    expect(codeOfProblem(await student.ask('signAgreements', { json: { party: 'student', items, code } }))).toBe('signature_refused');
    for (const [who, party] of [[guardian, 'guardian'], [head, 'school'], [college, 'college']] as const) {
      await who.get('signAgreements', { json: { party, items, code: await codeFor(who, party, items) } });
    }
    const done = await read(guardian, id);
    expect(done).toMatchObject({ missing: [], number: '衢贯通协〔2025〕1号', signatures: [{ party: 'student', evidence: expect.stringContaining('138****0000') }, { party: 'guardian' }, { party: 'school', signer: expect.stringContaining('衢州中等专业学校') }, { party: 'college' }] });
    const file = await served.send(`/api/agreements/${id}/file`, { anonymous: true, headers: { cookie: guardian.cookie() } });
    expect([file.status, Buffer.from(await file.arrayBuffer()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    expect(await (await served.send(`/verify/${done.code}`, { anonymous: true })).text()).toMatch(/学生三方协议[\s\S]*有效|有效[\s\S]*学生三方协议/);
    // Of another child's there is none.
    expect(codeOfProblem(await guardian.ask('readAgreement', { params: { agreement_id: second?.agreement_id ?? '' } }))).toBe('unknown_agreement');
    const others = (await read(head, second?.agreement_id ?? ''));
    expect(codeOfProblem(await guardian.ask('signAgreements', { json: { party: 'guardian', items: readingOf(others), code: '123456' } }))).toBe('unknown_agreement');
  });

  test('a refusal says why, under which clause, and keeps nothing', async () => {
    const [registrar, head, college] = [await post('school_registrar'), await post('school_head'), await post('college_programme')];
    const before = (await list(head)).agreements.filter(({ state, agreement_id }) => agreement_id !== null && state !== 'not_drawn_up')[2];
    const items = readingOf(await read(head, before?.agreement_id ?? ''));
    const early = await college.ask<{ detail: string; errors: { code: string }[] }>('askSigningCode', { json: { party: 'college', items } });
    expect([early.status, early.body.detail, early.body.errors[0]?.code]).toEqual([409, expect.stringMatching(/先学生和监护人.*依据 R3-e/), 'others_first']);
    await registrar.get('redrawAgreement', { params: { agreement_id: items[0]?.agreement_id ?? '' }, json: { version: 1, reason: '补充约定', years: YEARS, terms: '周末可以留校。' } });
    const changed = await head.ask<{ detail: string }>('askSigningCode', { json: { party: 'school', items } });
    expect([changed.status, changed.body.detail]).toEqual([409, expect.stringMatching(/内容有变动.*依据 R3-f/)]);
    const nobody = await offices.appointed('school_head');
    const paper = (await list(head)).agreements.filter(({ agreement_id }) => agreement_id !== null)[3];
    await signOnPaper(registrar, await read(registrar, paper?.agreement_id ?? ''), ['student', 'guardian']);
    expect(codeOfProblem(await nobody.ask('askSigningCode', { json: { party: 'school', items: readingOf(await read(head, paper?.agreement_id ?? '')) } }))).toBe('no_confirmed_address');
  });

  const signOnPaper = async (by: Visitor, { agreement_id, version, content_hash }: Agreement, parties: readonly string[]) => {
    const form = new FormData();
    form.append('file', new File([new Uint8Array(MADE_PDF)], '协议.pdf', { type: 'application/pdf' }));
    for (const [name, value] of [['version', String(version)], ['content_hash', content_hash], ...parties.map((party) => [party, '2025-09-20'])] as [string, string][]) form.append(name, value);
    return served.send(`/api/agreements/${agreement_id}/paper`, { method: 'POST', form, anonymous: true, headers: { cookie: by.cookie() } });
  };

  test('B62: what was signed on paper is recorded with its scan, lists are signed in one act, and the ledger has them all (document 4)', async () => {
    const [registrar, head, college] = [await post('school_registrar'), await post('school_head'), await post('college_programme')];
    const some = (await list(registrar)).agreements.filter(({ agreement_id }) => agreement_id !== null).slice(10, 14);
    const agreements = await Promise.all(some.map(({ agreement_id }) => read(registrar, agreement_id ?? '')));
    for (const one of agreements) expect((await signOnPaper(registrar, one, ['student', 'guardian'])).status).toBe(201);
    const scan = await served.send(`/api/agreements/${agreements[0]?.agreement_id}/scans/student`, { anonymous: true, headers: { cookie: head.cookie() } });
    expect([scan.status, scan.headers.get('content-type'), Buffer.from(await scan.arrayBuffer()).equals(MADE_PDF)]).toEqual([200, 'application/octet-stream', true]);
    const twice = await signOnPaper(registrar, agreements[0] as Agreement, ['student']);
    expect(((await twice.json()) as { detail: string }).detail).toMatch(/已经签过.*R3-e/);
    const items = readingOf(...agreements);
    for (const [who, party] of [[head, 'school'], [college, 'college']] as const) {
      expect(await who.get('signAgreements', { json: { party, items, code: await codeFor(who, party, items) } })).toMatchObject({ signed: 4, completed: party === 'college' ? 4 : 0 });
    }
    const copy = { params: { agreement_id: items[0]?.agreement_id ?? '' }, json: { holder: 'family', received_by: '家长', received_on: '2025-11-20' } };
    expect(await registrar.get('handOverCopy', copy)).toEqual({ copies: 1 });
    expect(codeOfProblem(await registrar.ask('handOverCopy', copy))).toBe('copy_there');
    for (const [path, type] of [['workbook', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], ['paper', 'application/pdf']]) {
      const reply = await served.send(`/api/agreement-ledger/${path}?school_id=S1&cohort=2025`, { anonymous: true, headers: { cookie: registrar.cookie() } });
      expect([reply.status, reply.headers.get('content-type')]).toEqual([200, type]);
      expect((await reply.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
    }
    expect((await head.ask('downloadLedgerPaper', { query: { school_id: 'S1' } })).status).toBe(403);
  });

  test('我的五年: a guardian sees each child’s steps and nothing of others’', async () => {
    const registrar = await post('school_registrar');
    const [, , third] = (await list(registrar)).agreements;
    const guardian = await family('guardian', third?.student_id ?? '');
    const { students } = await guardian.get<{ students: { student_id: string; milestones: { id: string; state: string; by: string | null }[]; agreement: { may_sign_as: string[] } | null }[] }>('readFiveYears');
    expect(students.map(({ student_id }) => student_id)).toEqual([third?.student_id]);
    expect(students[0]?.milestones.slice(0, 2)).toMatchObject([{ id: 'agreement', state: 'done' }, { id: 'filing', state: 'next', by: '2025-12-05' }]);
    expect(students[0]?.agreement?.may_sign_as).toEqual(['guardian']);
    const { agreements } = await guardian.get<{ agreements: { student_id: string; version: number; blocks: object[]; signatures: object[] }[] }>('readMyData');
    expect(agreements.map(({ student_id }) => student_id)).toEqual([third?.student_id]);
    expect(JSON.stringify(agreements[0]?.blocks)).toContain('五年学习地点与收费');
    // Codes are shown in the sample region and nowhere else.
    expect(codeOfProblem(await guardian.ask('readSampleCode'))).toBe('not_in_sample');
  });

  test('whoever reads no roll is told how many have no agreement apart from how many the school has registered as signed', async () => {
    const college = await post('college_programme');
    const [{ unnamed, unnamed_registered }, all] = [await list(college, 'P12'), await list(await post('school_registrar'), 'P12')];
    const others = all.agreements.filter(({ agreement_id }) => agreement_id === null);
    expect(unnamed_registered).toBe(others.filter(({ state }) => state === 'signed').length);
    expect(unnamed).toBe(others.length - unnamed_registered);
    expect(unnamed_registered).toBeGreaterThan(0);
  });
});
