import { yearOf, type PlainDate } from '../../core/values/plain-date.ts';
import { numberText } from '../../core/documents/series.ts';
import { dayInWords, type SignatureLine } from '../../core/documents/sheet.ts';
import { AGREEMENT_KIND, agreementSheet } from '../../core/agreements/sheet.ts';
import { deviceInWords, maskedAddress } from '../../core/agreements/evidence.ts';
import { PARTY_NAMES, type Party } from '../../core/agreements/party.ts';
import { packs } from '../../core/policy/packs.ts';
import { printDocument } from '../../paper/print-document.ts';
import { canonicalJson } from '../canonical-json.ts';
import { statementOf } from '../document-statement.ts';
import { keepFile, provenFile } from '../files.ts';
import { hashOf } from '../hashes.ts';
import { takeNumber } from '../number-series.ts';
import { readRegion, type Region } from '../regions.ts';
import type { Stamp } from '../record-stamp.ts';
import { newCode } from '../secret-codes.ts';
import type { Transaction } from '../transaction.ts';
import type { Agreement, Signature } from './agreement.ts';

const SERIES = 'agreement';

/** The labels of the paper's file: it is reached by way of its agreement, and by nobody who reads documents at large. */
const fileScopes = (student_id: string): string[] => [`student:${student_id}`];

/** Prints, seals and keeps agreements that all have signed: from then on these versions hold. In the transaction of the last signatures. */
export async function completeAgreements(tx: Transaction, agreements: readonly Agreement[], stamp: Stamp): Promise<void> {
  if (agreements.length === 0) return;
  const region = await readRegion(tx);
  const place = region === null ? undefined : packs.get(region.pack)?.header.short_name;
  if (region === null || place === undefined) throw new Error('an agreement is signed in a region that is not there');
  const known = await numbersOf(tx, agreements.map(({ agreement_id }) => agreement_id));
  await tx.decided(['documents'], async (deciding) => {
    for (const agreement of agreements) {
      const number = known.get(agreement.agreement_id) ?? await nextNumber(deciding, place, yearOf(lastDay(agreement.signatures)));
      await complete(deciding, agreement, { region, number, stamp });
    }
  });
}

interface Numbered {
  readonly number: number;
  readonly year: number;
  readonly number_text: string;
}

async function complete(tx: Transaction, agreement: Agreement, { region, number, stamp }: { readonly region: Region; readonly number: Numbered; readonly stamp: Stamp }): Promise<void> {
  const { agreement_id, version, content, signatures, scopes, student_id } = agreement;
  const { number_text } = number;
  const signed_on = lastDay(signatures);
  const code = newCode();
  const issuer = content.college.name;
  const sheet = agreementSheet(content, { on: signed_on, signatures: signatures.map(lineOf), seal: sealLine(tx.press.seal().test) });
  const printed = printDocument(sheet, { issuer, number: number_text, version, code, verify_page: tx.press.verify_page, replaces: null, sample: region.sample, issued_at: stamp.at });
  const bytes = tx.press.sealed(printed, { name: issuer, reason: sheet.title, at: new Date(stamp.at) });
  const file = await keepFile(tx, { bytes, media_type: 'application/pdf', scopes: fileScopes(student_id), at: stamp.at });
  const content_hash = hashOf('sha256', canonicalJson({ content, signatures: signatures.map(({ party, way, on, signer }) => ({ party, way, on, signer })) }));
  const statement = statementOf({ region: region.code, kind: AGREEMENT_KIND, issuer, number: number_text, version, code, dated: signed_on, issued_at: stamp.at, content_hash, file_hash: file.hash });
  const { key, sign } = tx.press.signer();
  await tx.query(
    `insert into agreement_papers (region_id, agreement_id, version, series, year, number, number_text, code, signed_on, file_hash, statement, signature, key_fingerprint, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [region.region_id, agreement_id, version, SERIES, number.year, number.number, number_text, code, signed_on, file.hash, statement, sign(statement), key.fingerprint, scopes, stamp.at, tx.actor.account]);
  await tx.audit({ action: 'agreement.complete', object: `agreements/${agreement_id}`, detail: { version, number: number_text, contents: provenFile(file, bytes) } });
}

/** Numbers that agreements have by an earlier version: they stay with them. */
async function numbersOf(tx: Transaction, ids: readonly number[]): Promise<ReadonlyMap<number, Numbered>> {
  const rows = await tx.whole((whole) => whole.query<Numbered & { agreement_id: bigint }>(
    'select distinct on (agreement_id) agreement_id, number, year, number_text from agreement_papers where region_id = $1 and agreement_id = any($2::bigint[]) order by agreement_id, version desc', [tx.actor.region_id, ids]));
  return new Map(rows.map(({ agreement_id, ...number }) => [Number(agreement_id), number]));
}

async function nextNumber(tx: Transaction, place: string, year: number): Promise<Numbered> {
  const number = await takeNumber(tx, SERIES, year);
  return { number, year, number_text: numberText(place, SERIES, year, number) };
}

/** The day on which the last has signed. */
export function lastDay(signatures: readonly Pick<Signature, 'on'>[]): PlainDate {
  return signatures.map(({ on }) => on).toSorted().at(-1) as PlainDate;
}

const SHANGHAI = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

function lineOf({ party, way, on, at, signer, confirmed_at, device, address, file_hash }: Signature): SignatureLine {
  const name = PARTY_NAMES[party as Party].zh;
  if (way === 'paper') return { party: name, signer, at: dayInWords(on), evidence: `纸质签署，扫描件 ${(file_hash ?? '').slice(0, 23)}…` };
  return {
    party: name, signer, at: SHANGHAI.format(new Date(at)),
    evidence: `验证码送达 ${confirmed_at}；设备 ${deviceInWords(device)}；网络 ${maskedAddress(address)}`,
  };
}

const sealLine = (test: boolean): string => (test
  ? '本件已加电子签章。签章使用测试证书，仅供测试，不作为法律上的可靠电子签名。'
  : '本件已加电子签章，改动一个字节即可查出。');
