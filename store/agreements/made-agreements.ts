import { reachOf, type HeldRole } from '../../core/access/reach.ts';
import type { Role } from '../../core/access/roles.ts';
import type { Party } from '../../core/agreements/party.ts';
import type { TypedRow } from '../../core/check/made-dataset.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date } from '../../core/values/plain-date.ts';
import type { Context, Database } from '../database.ts';
import { dutyWorld, newcomer } from '../made-duties.ts';
import { madeAccount } from '../made-people.ts';
import type { MadeStore } from '../made-store.ts';
import { aboutSecret } from '../outbox.ts';
import { addPerson } from '../people.ts';
import { programActor } from '../program-actor.ts';
import { sealValue } from '../sealing.ts';
import { agreementsById, type Agreement } from './agreement.ts';
import { drawUpAgreements, type Filled } from './drawing-up.ts';
import { lawOn } from './law.ts';
import { askSigningCode, signAgreements, type Read, type SignOutcome } from './signing.ts';

export const SIGNING_DAY = date('2025-09-10');
export const LAW = lawOn(quzhou2024.parameters, SIGNING_DAY);

/** What the school fills in: three years at the school, two at its campus. */
export const FILLED: Filled = {
  years: ['S', 'S', 'S', 'C', 'C'].map((place_id) => ({ place_id, tuition_yuan: place_id === 'S' ? '0' : '6600', dorm_yuan: '800', custody_yuan: '600' })), terms: '',
};

/** Somebody who signs: the store in their reach, and who they are. */
export interface MadeSigner {
  readonly as: Context;
  readonly account: string;
  readonly party: Party;
  readonly signer: { readonly person_id: number; readonly name: string; readonly student_id: string | null; readonly wards: readonly string[]; readonly roles: readonly HeldRole[] };
}

/** A school with new students of 2025, their families, and the posts that sign. */
export async function madeAgreements(store: MadeStore, students: readonly TypedRow[] = [newcomer('T1'), newcomer('T2')]) {
  const region = await store.region();
  const ids = students.map(({ student_id }) => String(student_id));
  const reply = await region.import({
    ...dutyWorld(), students: students.map((row) => ({ ...row, programme_id: 'P', school_id: 'S' })), guardians: ids.map((student_id) => ({ student_id, name: `家长${student_id}`, relation: '母亲' })),
  });
  if (reply.outcome !== 'done') throw new Error(JSON.stringify(reply));
  const { region_id } = region.actor;
  const reached = async (party: Party, account: string, signer: MadeSigner['signer']): Promise<MadeSigner> => {
    const as = store.db().as({ region_id, account, reach: reachOf({ ...signer, granted: [] }) });
    await confirmAddress(as, account);
    return { as, account, party, signer };
  };
  const post = async (role: Role, org_id: string, party: Party): Promise<MadeSigner> => {
    const { account, person_id } = await madeAccount(region.as, role, { org_id });
    const held: HeldRole = { role, org_id, division_code: null, campuses: [], classes: [] };
    return reached(party, account, { person_id, name: account, student_id: null, wards: [], roles: [held] });
  };
  const family = async (party: 'student' | 'guardian', student_id: string): Promise<MadeSigner> => {
    const account = `${party}-${student_id}-${region_id}`;
    const held: HeldRole = { role: party, org_id: null, division_code: null, campuses: [], classes: [] };
    const added = await region.as.write((tx) => addPerson(tx, { kind: party, name: account, account, password: 'lantern river 马', org_id: 'S', ...(party === 'student' && { student_id }) }));
    if (added.outcome !== 'done') throw new Error(added.outcome);
    return reached(party, account, { person_id: added.person_id, name: account, student_id: party === 'student' ? student_id : null, wards: party === 'guardian' ? [student_id] : [], roles: [held] });
  };
  const registrar = await post('school_registrar', 'S', 'school');
  const drawn = await registrar.as.write((tx) => drawUpAgreements(tx, { school_id: 'S', cohort: 2025, programme_id: null, class_id: null, students: null }, FILLED, LAW));
  if (drawn.outcome !== 'done') throw new Error(drawn.outcome);
  return { region, registrar, drawn: drawn.value, post, family, idOf: (student_id: string): number => drawn.value.made.find((one) => one.student_id === student_id)?.agreement_id ?? 0 };
}

/** Has a phone or an e-mail confirmed, as its owner would. */
export async function confirmAddress(as: Context, account: string, channel: 'sms' | 'email' = 'sms'): Promise<void> {
  await as.write(async (tx) => {
    tx.unaudited('made for a test');
    const address = channel === 'sms' ? await sealValue(tx, 'phone', '13800000000') : await sealValue(tx, 'email', 'li@qz.example.cn');
    await tx.change(`insert into contact_addresses (region_id, address_id, account, channel, address, language, recorded_at, verified_at, chosen_at) values ($1, gen_random_uuid(), $2, $4, $3, 'zh', clock_timestamp(), clock_timestamp(), clock_timestamp())`,
      [tx.actor.region_id, account, address, channel]);
  });
}

/** The code that was sent to somebody last. */
export async function codeOf(db: Database, region_id: number, account: string): Promise<string> {
  const [row] = await db.as(programActor(region_id)).read((tx) => tx.query<{ message_id: string; secret: Buffer; secret_key: string }>(
    'select message_id, secret, secret_key from messages where region_id = $1 and account = $2 and secret is not null order by made_at desc limit 1', [region_id, account]));
  return db.keys.find(row?.secret_key ?? '')?.open(row?.secret ?? Buffer.alloc(0), aboutSecret(region_id, row?.message_id ?? '')) ?? '';
}

export async function agreementOf(as: Context, agreement_id: number): Promise<Agreement> {
  const [found] = await as.read((tx) => agreementsById(tx, [agreement_id], 'read'));
  if (found === undefined) throw new Error(`no agreement ${agreement_id}`);
  return found;
}

export const readOf = ({ agreement_id, version, content_hash }: Agreement): Read => ({ agreement_id, version, content_hash });
const CHANNELS = ['sms'] as const;

/** Asks for a code and signs with it, as the pages do; `code` in place of the one that was sent. */
export async function signs(db: Database, who: MadeSigner, items: readonly Read[], given: { readonly code?: string; readonly law?: typeof LAW } = {}): Promise<SignOutcome | { readonly outcome: string }> {
  const { party, signer, as, account } = who;
  const law = given.law ?? LAW;
  const asked = await as.write(async (tx) => kept(tx, await askSigningCode(tx, { party, items, signer }, law, CHANNELS)));
  if (asked.outcome !== 'done' && given.code === undefined) return asked;
  const region_id = await as.read((tx) => Promise.resolve(tx.actor.region_id));
  const code = given.code ?? await codeOf(db, region_id, account);
  return as.write(async (tx) => kept(tx, await signAgreements(tx, { party, items, signer, device: 'Mozilla/5.0 (Linux; Android 14) Chrome/130', address: '10.1.2.3', code }, law, CHANNELS)));
}

/** What was not done is let go, a try that counts is not. */
function kept<A extends { readonly outcome: string }>(tx: { readonly discard: () => void }, answer: A): A {
  if (answer.outcome !== 'done' && !('counts' in answer)) tx.discard();
  return answer;
}
