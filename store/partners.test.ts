import { expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { addDays, date } from '../core/values/plain-date.ts';
import { madeCooperation, type MadePerson } from './made-cooperation.ts';
import { madeStore } from './made-store.ts';
import { correctAgreement, historyOfAgreement, listPartnerAgreements, recordAgreement, type AgreementOutcome, type DraftedAgreement } from './partners.ts';

const DRAFT: DraftedAgreement = {
  number: '〔2024〕5号', parties: ['H1', 'S1', '91330803MA2DH0013P'], programmes: ['P11'], from: date('2024-09-01'), to: date('2027-08-31'),
  terms: '共建实训基地', signed_on: date('2024-08-20'), document_sha256: null,
};

eachDatabase('partner agreements', (database) => {
  const store = madeStore(database);
  const record = (by: MadePerson, draft: Partial<DraftedAgreement> = {}): Promise<AgreementOutcome> => by.as.write(async (tx) => {
    const answer = await recordAgreement(tx, { ...DRAFT, ...draft });
    if (answer.outcome !== 'done') tx.discard();
    return answer;
  });
  const seen = (by: Pick<MadePerson, 'as'>) => by.as.read(async (tx) => (await listPartnerAgreements(tx)).map(({ parties }) => [...parties].sort().join()));

  test('are recorded by a party; firms are named by id or by credit code; each party sees its own, others nothing', async () => {
    const { person, region } = await madeCooperation(store);
    const head = await person('school_head', 'S1');
    expect(await record(head)).toMatchObject({ outcome: 'done' });
    for (const [role, org] of [['college_programme', 'H1'], ['enterprise', 'F1'], ['county_bureau', 'B2'], ['school_head', 'S1']] as const) {
      expect(await seen(await person(role, org)), org).toEqual(['F1,H1,S1']);
    }
    for (const [role, org] of [['school_head', 'S2'], ['enterprise', 'F2'], ['school_finance', 'S1']] as const) expect(await seen(await person(role, org)), org).toEqual([]);
    expect(await seen(region)).toEqual(['F1,H1,S1']);
  });

  test('with an unknown firm, a wrong code or a firm without one are refused, and nothing is kept', async () => {
    const { person, region } = await madeCooperation(store);
    const head = await person('school_head', 'S1');
    const refusals = [['91330881MA29U0029D', 'unknown_party'], ['91330803MA2DH0013Q', 'bad_credit_code'], ['F9', 'unknown_party'], ['F2', 'no_credit_code']] as const;
    for (const [firm, why] of refusals) {
      expect(await record(head, { parties: ['S1', firm] })).toEqual({ outcome: 'agreement_refused', refusal: { why, id: firm } });
    }
    expect(await seen(region)).toEqual([]);
  });

  test('of others are not theirs to record', async () => {
    const { person } = await madeCooperation(store);
    expect(await record(await person('school_head', 'S2'))).toEqual({ outcome: 'not_allowed' });
    expect(await record(await person('school_head', 'S2'), { parties: ['S2', 'H1'] })).toMatchObject({ outcome: 'agreement_refused', refusal: { why: 'programme_of_others', id: 'P11' } });
  });

  test('are corrected by a later record that names the earlier; both stay, and the second to correct gets a conflict', async () => {
    const { person } = await madeCooperation(store);
    const head = await person('school_head', 'S1');
    const first = await record(head);
    const agreement_id = first.outcome === 'done' ? first.agreement_id : '';
    const correct = (to: string) => head.as.write(async (tx) => {
      const answer = await correctAgreement(tx, agreement_id, { ...DRAFT, to: date(to) }, '提前终止');
      if (answer.outcome !== 'done') tx.discard();
      return answer;
    });
    const both = await Promise.all([correct('2025-10-31'), correct('2025-10-30')]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['changed_meanwhile', 'done']);
    const now = both.flatMap((answer) => (answer.outcome === 'done' ? [answer.agreement_id] : []))[0] ?? '';
    const history = await head.as.read((tx) => historyOfAgreement(tx, now));
    expect(history.map(({ answers, reason, superseded_at }) => [answers, reason, superseded_at === null])).toEqual([[agreement_id, '提前终止', true], [null, null, false]]);
    expect(await seen(head)).toHaveLength(1);
    // What was known before anything was recorded is known again.
    expect(await head.as.read((tx) => listPartnerAgreements(tx, { known_on: addDays(date('2024-01-01'), 0) }))).toEqual([]);
  });
});
