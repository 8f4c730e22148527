import { COPY_HOLDERS, type CopyHolder, type Party } from '../../core/agreements/party.ts';
import { whole as wholeNumber } from '../../core/duties/declaration.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { readFile } from '../files.ts';
import type { NamedHash } from '../hashes.ts';
import { lockFacts, type Stamp } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { agreementLabels, agreementsById } from './agreement.ts';
import type { Law } from './law.ts';
import { agreementRowsOf, recordAgreementRows } from './register.ts';

export type CopyWay = 'handed_over' | 'downloaded';

export interface HandedOver {
  readonly agreement_id: number;
  readonly holder: CopyHolder;
  readonly received_by: string;
  readonly received_on: PlainDate;
}

export type CopyOutcome = { readonly outcome: 'done'; readonly value: { readonly copies: number } } | { readonly outcome: 'unknown_agreement' | 'not_signed_yet' | 'copy_there' | 'day_not_possible' };

/** R3-g: who received a copy of the version that holds, and when. */
export async function handOver(tx: Transaction, { agreement_id, holder, received_by, received_on }: HandedOver, law: Law): Promise<CopyOutcome> {
  const stamp = await lockFacts(tx);
  const [agreement] = await agreementsById(tx, [agreement_id], 'write');
  if (stamp === null || agreement === undefined) return { outcome: 'unknown_agreement' };
  if (agreement.holds === null) return { outcome: 'not_signed_yet' };
  const [paper] = await tx.query<{ signed_on: PlainDate }>('select signed_on from agreement_papers where region_id = $1 and agreement_id = $2 and version = $3', [tx.actor.region_id, agreement_id, agreement.holds]);
  if (received_on > law.on || paper === undefined || received_on < paper.signed_on) return { outcome: 'day_not_possible' };
  const copy = { agreement_id, version: agreement.holds, holder, way: 'handed_over' as const, received_by, received_on, scopes: agreement.scopes };
  if (!await keepCopy(tx, copy, stamp)) return { outcome: 'copy_there' };
  await tx.audit({ action: 'agreement.copy', object: `agreements/${agreement_id}`, detail: { version: copy.version, holder, way: copy.way, received_on } });
  return { outcome: 'done', value: { copies: await registerCopies(tx, agreement.student_id, copy, law, stamp) } };
}

interface Copy extends HandedOver {
  readonly version: number;
  readonly way: CopyWay;
  readonly scopes: readonly string[];
}

/** One copy for each holder of a version. */
async function keepCopy(tx: Transaction, { agreement_id, version, holder, way, received_by, received_on, scopes }: Copy, stamp: Stamp): Promise<boolean> {
  return await tx.change(
    `insert into agreement_copies (region_id, agreement_id, version, holder, way, received_by, received_on, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
    [tx.actor.region_id, agreement_id, version, holder, way, received_by, received_on, scopes, stamp.at, tx.actor.account]) > 0;
}

async function registerCopies(tx: Transaction, student_id: string, { agreement_id, version, scopes }: Copy, { value }: Law, stamp: Stamp): Promise<number> {
  const { copies, known } = await tx.whole(async (whole) => {
    const [row] = await whole.arrays('select count(*)::integer from agreement_copies where region_id = $1 and agreement_id = $2 and version = $3', [tx.actor.region_id, agreement_id, version]);
    return { copies: Number(row?.[0] ?? 0), known: (await agreementRowsOf(whole, [student_id])).get(student_id) };
  });
  const most = wholeNumber(value('agreement.copies')) ?? COPY_HOLDERS.length;
  const counted = Math.min(most, Math.max(copies, known?.copies ?? 0));
  if (known !== undefined) await recordAgreementRows(tx, [{ student_id, ...known, copies: counted, scopes }], stamp);
  return counted;
}

/** The paper of a version, with what proves it. */
export interface AgreementFile {
  readonly number: string;
  readonly version: number;
  readonly bytes: Uint8Array;
}

/** The sealed paper of the version that holds, or of an earlier one; the family's first download is their copy (R3-g). */
export async function takePaper(tx: Transaction, { agreement_id, version, family }: { readonly agreement_id: number; readonly version: number | null; readonly family: string | null }, law: Law): Promise<AgreementFile | null> {
  const [paper] = await tx.query<{ version: number; number_text: string; file_hash: NamedHash; scopes: string[]; student_id: string }>(
    `select p.version, p.number_text, p.file_hash, p.scopes, a.student_id from agreement_papers p join student_agreements a on a.region_id = $1 and a.agreement_id = p.agreement_id
     where p.region_id = $1 and p.agreement_id = $2 and ($3::integer is null or p.version = $3) and ($4::text[] is null or p.scopes && $4::text[]) order by p.version desc limit 1`,
    [tx.actor.region_id, agreement_id, version, agreementLabels(tx, 'read')]);
  const file = paper === undefined ? null : await tx.whole((whole) => readFile(whole, paper.file_hash));
  if (paper === undefined || file === null) {
    tx.discard();
    return null;
  }
  await tx.audit({ action: 'agreement.download', object: `agreements/${agreement_id}`, detail: { version: paper.version } });
  if (family !== null) await copyOfFamily(tx, { agreement_id, version: paper.version, holder: 'family', way: 'downloaded', received_by: family, received_on: law.on, scopes: paper.scopes }, paper.student_id, law);
  return { number: paper.number_text, version: paper.version, bytes: file.bytes };
}

async function copyOfFamily(tx: Transaction, copy: Copy, student_id: string, law: Law): Promise<void> {
  const stamp = await lockFacts(tx);
  if (stamp === null || !await keepCopy(tx, copy, stamp)) return;
  await tx.audit({ action: 'agreement.copy', object: `agreements/${copy.agreement_id}`, detail: { version: copy.version, holder: copy.holder, way: copy.way, received_on: copy.received_on } });
  await registerCopies(tx, student_id, copy, law, stamp);
}

/** The scanned paper by which a party of the last version signed; null where there is none in reach. */
export async function readScan(tx: Transaction, agreement_id: number, party: Party): Promise<{ readonly media_type: string; readonly bytes: Uint8Array } | null> {
  const [agreement] = await agreementsById(tx, [agreement_id], 'read');
  const hash = agreement?.signatures.find((one) => one.party === party)?.file_hash ?? null;
  const file = hash === null ? null : await tx.whole((whole) => readFile(whole, hash));
  if (agreement === undefined || file === null) {
    tx.discard();
    return null;
  }
  await tx.audit({ action: 'agreement.scan', object: `agreements/${agreement_id}`, detail: { version: agreement.version, party } });
  return file;
}
