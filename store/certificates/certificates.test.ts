import { beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import type { CertificateEntry } from '../../core/certificates/entry-faults.ts';
import { skill } from '../../core/graduation/made-final-year.ts';
import { date } from '../../core/values/plain-date.ts';
import { DECIDED, madeGraduation, type MadeGraduation } from '../graduation/made-graduation.ts';
import type { MadeActor } from '../matters/made-matters.ts';
import { madeStore } from '../made-store.ts';
import { decideCertificate, type CertificateDecision } from './decide-certificate.ts';
import { enterCertificates } from './enter-certificates.ts';
import { listCertificates } from './list-certificates.ts';

eachDatabase('M9-e: certificates', (database) => {
  const store = madeStore(database);
  let made: MadeGraduation;
  let academic: MadeActor;
  beforeAll(async () => {
    made = await madeGraduation(store.db());
    academic = await made.somebody('college_academic', 'H');
    await made.finalYear({ student_id: 'A1', certificates: [] }, { student_id: 'A2', certificates: [skill('A2', 3)] });
  });
  const given = (number: string, more: Partial<CertificateEntry> = {}): CertificateEntry =>
    ({ student_id: 'A1', kind: 'skill', name: '电工', level: '3', number, issued_on: date('2026-05-20'), valid_until: null, ...more });
  const enter = (entries: readonly CertificateEntry[], who = made.registrar) => made.write(who, (tx) => enterCertificates(tx, entries, DECIDED));
  const faults = async (...entries: CertificateEntry[]): Promise<string[]> => {
    const answer = await enter(entries);
    return answer.outcome === 'done' ? ['done'] : answer.faults.map(({ at, fault }) => `${at} ${fault}`);
  };
  const record = async (number: string) => (await made.as.read((tx) => listCertificates(tx, { find: number }, { limit: 10, offset: 0 }))).certificates[0];
  const decide = async (number: string, act: CertificateDecision['act'], who: MadeActor, more: Partial<CertificateDecision> = {}): Promise<string> => {
    const record_id = (await record(number))?.record_id ?? 0;
    return (await made.write(who, (tx) => decideCertificate(tx, { record_id, act, on: DECIDED, source: '职业技能等级证书全国联网查询', reason: act === 'verify' ? '' : '查无此证', ...more }, DECIDED))).outcome;
  };
  const outcomeOf = async (student: string): Promise<string> => {
    const one = (await made.list()).entries.find(({ last }) => last.student_id === student);
    return one?.outcome === 'ends' ? one.as : one?.why ?? 'nobody';
  };

  test('a number that contradicts its level is refused, and the whole list with it', async () => {
    const good = given('S000033000012263000001');
    expect(await faults(good, given('S000033000012264000002'), given('S00003300001226300000'), given('AB-12', { kind: 'x', level: 'advanced' }), given('S000033000012263000003', { level: 'advanced' }), good))
      .toEqual(['1 number_contradicts_level', '2 number_format', '3 number_format', '4 level_of_other_kind', '5 twice_in_list']);
    expect(await faults(given('S000033000012263000004', { issued_on: date('2026-06-26') }), given('S000033000012263000005', { valid_until: date('2026-05-19') }), given('S000033000012263000006', { student_id: 'Z9' }), given(String(skill('A2', 3)['number']))))
      .toEqual(['0 issued_to_come', '1 valid_before_issued', '2 unknown_student', '3 entered_already']);
    expect((await made.as.read((tx) => listCertificates(tx, {}, { limit: 10, offset: 0 }))).total).toBe(1);
    expect(await faults(given('S000033000012263000007', { issued_on: DECIDED, valid_until: DECIDED }))).toEqual(['done']);
  });

  test('counts once another person verified it against a source, and not before', async () => {
    expect(await faults(given('S000033000012263000011'))).toEqual(['done']);
    expect([await outcomeOf('A1'), (await record('S000033000012263000011'))?.verified]).toEqual(['undetermined', false]);
    expect(await decide('S000033000012263000011', 'verify', made.registrar)).toBe('same_person');
    expect(await decide('S000033000012263000011', 'verify', academic, { source: ' ' })).toBe('source_missing');
    expect(await decide('S000033000012263000011', 'verify', academic, { on: date('2026-06-26') })).toBe('day_to_come');
    expect(await decide('S000033000012263000011', 'withdraw', academic)).toBe('decided_already');
    expect(await decide('S000033000012263000011', 'verify', academic)).toBe('done');
    expect(await record('S000033000012263000011')).toMatchObject({ verified: true, verified_on: DECIDED, source: '职业技能等级证书全国联网查询', entered_by: made.registrar.account, verified_by: academic.account });
    expect(await outcomeOf('A1')).toBe('graduated');
    expect(await decide('S000033000012263000011', 'verify', academic)).toBe('decided_already');
  });

  test('one that is withdrawn later counts no more, and says why', async () => {
    expect(await decide('S000033000012263000011', 'withdraw', academic, { reason: ' ' })).toBe('reason_missing');
    expect(await decide('S000033000012263000011', 'withdraw', academic, { reason: '发证机构撤销' })).toBe('done');
    expect(await record('S000033000012263000011')).toBeUndefined();
    expect(await outcomeOf('A1')).toBe('completed');
    expect(await decide('S000033000012263000007', 'refuse', academic)).toBe('done');
    const acts = await made.as.read((tx) => tx.query<{ act: string; reason: string | null }>('select act, reason from certificate_acts where region_id = $1 order by certificate_act_id', [made.region_id]));
    expect(acts.map(({ act, reason }) => `${act} ${reason ?? ''}`)).toEqual(['entered ', 'entered ', 'verified ', 'withdrawn 发证机构撤销', 'refused 查无此证']);
  });

  test('another school sees none of it and enters none', async () => {
    const other = await made.somebody('school_registrar', 'S2');
    expect((await (await made.of(other)).read((tx) => listCertificates(tx, {}, { limit: 10, offset: 0 }))).total).toBe(0);
    expect(await enter([given('S000033000012263000021')], other)).toMatchObject({ faults: [{ fault: 'unknown_student' }] });
  });
});
