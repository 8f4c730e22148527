import { deviceInWords, maskedAddress } from '../../core/agreements/evidence.ts';
import { numberText, type SeriesId } from '../../core/documents/series.ts';
import { dayInWords, type Sheet, type SignatureLine } from '../../core/documents/sheet.ts';
import { packs } from '../../core/policy/packs.ts';
import { yearOf, type PlainDate } from '../../core/values/plain-date.ts';
import { printDocument } from '../../paper/print-document.ts';
import { canonicalJson } from '../canonical-json.ts';
import { statementOf } from '../document-statement.ts';
import { keepFile, provenFile } from '../files.ts';
import { hashOf } from '../hashes.ts';
import { takeNumber } from '../number-series.ts';
import type { Stamp } from '../record-stamp.ts';
import { readRegion, type Region } from '../regions.ts';
import { newCode } from '../secret-codes.ts';
import type { Transaction } from '../transaction.ts';
import { lastDay, type Signature } from './signature.ts';

export interface Numbered {
  readonly number: number;
  readonly year: number;
  readonly number_text: string;
}

/** Where papers are sealed: the region, and the one character that its numbers bear. */
export interface PaperPlace {
  readonly region: Region;
  readonly place: string;
}

export async function paperPlace(tx: Transaction): Promise<PaperPlace> {
  const region = await readRegion(tx);
  const place = region === null ? undefined : packs.get(region.pack)?.header.short_name;
  if (region === null || place === undefined) throw new Error('an agreement is signed in a region that is not there');
  return { region, place };
}

/** The next number of a series in the year in which the last has signed. */
export async function nextNumber(tx: Transaction, series: SeriesId, { place }: PaperPlace, signatures: readonly Pick<Signature<string>, 'on'>[]): Promise<Numbered> {
  const year = yearOf(lastDay(signatures));
  const number = await takeNumber(tx, series, year);
  return { number, year, number_text: numberText(place, series, year, number) };
}

/** An agreement that all have signed, as its paper is made from it. */
interface Agreed<P extends string> extends PaperPlace {
  /** What the signed statement calls it. */
  readonly kind: string;
  readonly issuer: string;
  readonly student_id: string;
  readonly version: number;
  readonly number: Numbered;
  readonly content: object;
  readonly signatures: readonly Signature<P>[];
  readonly parties: Readonly<Record<P, { readonly zh: string }>>;
  readonly sheet: (signed: { readonly on: PlainDate; readonly signatures: readonly SignatureLine[]; readonly seal: string }) => Sheet;
  readonly stamp: Stamp;
}

export interface SealedPaper {
  readonly code: string;
  readonly signed_on: PlainDate;
  readonly file_hash: string;
  readonly statement: string;
  readonly signature: string;
  readonly key_fingerprint: string;
  /** What the act's entry says of the file, so that the audit proves its bytes. */
  readonly contents: Readonly<Record<string, string>>;
}

/** Prints, seals and keeps the paper of an agreement: PAdES seal, signed statement, and a code for the public page. */
export async function sealPaper<P extends string>(tx: Transaction, { region, kind, issuer, student_id, version, number: { number_text }, content, signatures, parties, sheet: sheetOf, stamp }: Agreed<P>): Promise<SealedPaper> {
  const signed_on = lastDay(signatures);
  const code = newCode();
  const sheet = sheetOf({ on: signed_on, signatures: signatures.map((one) => lineOf(one, parties[one.party].zh)), seal: sealLine(tx.press.seal().test) });
  const printed = printDocument(sheet, { issuer, number: number_text, version, code, verify_page: tx.press.verify_page, replaces: null, sample: region.sample, issued_at: stamp.at });
  const bytes = tx.press.sealed(printed, { name: issuer, reason: sheet.title, at: new Date(stamp.at) });
  // Reached by way of its agreement, and by nobody who reads documents at large.
  const file = await keepFile(tx, { bytes, media_type: 'application/pdf', scopes: [`student:${student_id}`], at: stamp.at });
  const content_hash = hashOf('sha256', canonicalJson({ content, signatures: signatures.map(({ party, way, on, signer }) => ({ party, way, on, signer })) }));
  const statement = statementOf({ region: region.code, kind, issuer, number: number_text, version, code, dated: signed_on, issued_at: stamp.at, content_hash, file_hash: file.hash });
  const { key, sign } = tx.press.signer();
  return { code, signed_on, file_hash: file.hash, statement, signature: sign(statement), key_fingerprint: key.fingerprint, contents: provenFile(file, bytes) };
}

const SHANGHAI = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

function lineOf({ way, on, at, signer, confirmed_at, device, address, file_hash }: Signature<string>, party: string): SignatureLine {
  if (way === 'paper') return { party, signer, at: dayInWords(on), evidence: `纸质签署，扫描件 ${(file_hash ?? '').slice(0, 23)}…` };
  return { party, signer, at: SHANGHAI.format(new Date(at)), evidence: `验证码送达 ${confirmed_at}；设备 ${deviceInWords(device)}；网络 ${maskedAddress(address)}` };
}

const sealLine = (test: boolean): string => (test
  ? '本件已加电子签章。签章使用测试证书，仅供测试，不作为法律上的可靠电子签名。'
  : '本件已加电子签章，改动一个字节即可查出。');
