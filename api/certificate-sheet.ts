import type { Context } from 'hono';
import { certificateSheet, certificateSheetTitle, type CertificateLine, type CertificateSheet } from '../core/certificates/sheet.ts';
import type { Sheet } from '../core/documents/sheet.ts';
import { sheets } from '../core/exchange/sheets.ts';
import { qualifies } from '../core/graduation/certificate.ts';
import { standingCounts, type StudentCertificate } from '../core/graduation/certificate-standing.ts';
import { graduationRules, type GraduationRules } from '../core/graduation/rules.ts';
import { groupBy } from '../core/facts/campus-rows.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { parametersOn } from '../core/verdict/parameter.ts';
import { listCertificates, type ListedCertificate } from '../store/certificates/list-certificates.ts';
import { certificatePaper } from '../store/certificates/sheet-paper.ts';
import { certificateStandingOf } from '../store/certificates/standing.ts';
import type { Transaction } from '../store/transaction.ts';
import { documentWorkbook } from '../workbook/document-workbook.ts';
import type { Handlers } from './app.ts';
import { XLSX } from './contract/files.ts';
import { dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { attachment } from './files.ts';
import { nameLookup } from './names.ts';
import { refuse } from './refuse.ts';

type Writing = (tx: Transaction, sheet: Sheet, of: { readonly title: string; readonly issuer: string }) => Promise<Uint8Array>;

/** Document 13, as a workbook and on paper; whoever takes it along is written down. */
export function certificateSheetHandlers(deps: Deps): Pick<Handlers, 'downloadCertificateWorkbook' | 'downloadCertificatePaper'> {
  const written = (c: Context<ApiEnv>, { school_id, on }: { readonly school_id: string; readonly on?: PlainDate | undefined }, write: Writing) => storeOf(deps, c).disclose(async (tx) => {
    const sheet = await sheetOf(deps, tx, school_id, on);
    if (sheet === null) {
      tx.discard();
      return null;
    }
    await tx.audit({ action: 'certificate.sheet', object: `schools/${school_id}`, detail: { on: sheet.on, rows: sheet.lines.length } });
    const title = certificateSheetTitle(sheet);
    return { title, bytes: await write(tx, certificateSheet(sheet), { title, issuer: sheet.school }) };
  });
  return {
    downloadCertificateWorkbook: async (c) => {
      const found = await written(c, c.req.valid('query'), (_, sheet, { title }) => documentWorkbook(sheet, title));
      return found === null ? refuse(c, 'no_students') : attachment(c, `${found.title}.xlsx`, XLSX, found.bytes);
    },
    downloadCertificatePaper: async (c) => {
      const found = await written(c, c.req.valid('query'), certificatePaper);
      return found === null ? refuse(c, 'no_students') : attachment(c, `${found.title}.pdf`, 'application/pdf', found.bytes);
    },
  };
}

const MOST = 5000;

async function sheetOf(deps: Deps, tx: Transaction, school_id: string, wanted: PlainDate | undefined): Promise<CertificateSheet | null> {
  const place = await placeOf(tx);
  const { on } = dayOf(deps, place, wanted === undefined ? {} : { on: wanted });
  const rules = graduationRules(parametersOn(place.pack.parameters, on));
  const students = rules === null ? [] : await certificateStandingOf(tx, { on, school_id }, rules);
  if (rules === null || students.length === 0) return null;
  const { certificates } = await listCertificates(tx, { school_id }, { limit: MOST, offset: 0 });
  const own = groupBy(certificates, ({ student_id }) => student_id);
  const name = await nameLookup(tx);
  return { school: name(school_id), on, counts: standingCounts(students), lines: students.flatMap((one) => linesOf(one, own.get(one.roll.student_id) ?? [], on, rules)) };
}

const LEVELS = sheets.certificates.columns.level.codes ?? {};

function linesOf({ roll, standing }: StudentCertificate, certificates: readonly ListedCertificate[], on: PlainDate, rules: GraduationRules): CertificateLine[] {
  const head = { student_id: roll.student_id, name: roll.name, class_id: roll.class_id ?? '' };
  const nothing = { kind: '', certificate: '', level: '', number: '', issued_on: '', verified: '' };
  if (certificates.length === 0) return [{ ...head, ...nothing, meets: standing === 'exempted' ? '经批准免证' : '没有证书' }];
  return certificates.map((one) => ({
    ...head, kind: one.kind === 'skill' ? '职业技能等级' : 'X证书', certificate: one.name, level: LEVELS[one.level]?.zh ?? one.level, number: one.number, issued_on: one.issued_on,
    verified: one.verified ? `已核验${one.verified_on === null ? '' : ` ${one.verified_on}`}` : '待核验', meets: one.verified && qualifies({ ...one, row: one.record_id }, on, rules) ? '符合' : '不符合',
  }));
}
