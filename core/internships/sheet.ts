import type { Sheet, SignatureLine } from '../documents/sheet.ts';
import type { Bilingual } from '../values/bilingual.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { internshipBlocks, type InternshipContent } from './content.ts';

/** What the signed statement of its paper calls it. */
export const INTERNSHIP_KIND = 'internship_agreement';
export const INTERNSHIP_LABEL: Bilingual = { zh: '岗位实习三方协议', en: 'Agreement on an internship' };

/** The paper of an agreement on an internship that all have signed (S2-i). */
export function internshipSheet(content: InternshipContent, signed: { readonly on: PlainDate; readonly signatures: readonly SignatureLine[]; readonly seal: string }): Sheet {
  return {
    title: INTERNSHIP_LABEL.zh, addressee: null, blocks: internshipBlocks(content),
    basis: [...new Set(content.parts.flatMap(({ clauses }) => clauses))],
    closing: { kind: 'agreed', dated: signed.on, signatures: signed.signatures, seal: signed.seal },
  };
}
