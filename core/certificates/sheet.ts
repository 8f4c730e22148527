import { column, dayInWords, facts, type Sheet } from '../documents/sheet.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** One certificate of a student, or a student who has none. */
export interface CertificateLine {
  readonly student_id: string;
  readonly name: string;
  readonly class_id: string;
  readonly kind: string;
  readonly certificate: string;
  readonly level: string;
  readonly number: string;
  readonly issued_on: string;
  readonly verified: string;
  readonly meets: string;
}

export interface CertificateSheet {
  readonly school: string;
  readonly on: PlainDate;
  readonly counts: { readonly students: number; readonly held: number; readonly exempted: number; readonly unverified: number; readonly lacking: number };
  readonly lines: readonly CertificateLine[];
}

export const certificateSheetTitle = ({ school, on }: Pick<CertificateSheet, 'school' | 'on'>): string => `${school}技能与X证书取得情况表 ${on}`;

/** M9-e: what the students of a school's higher stage hold, and whether it meets what graduation asks for. */
export function certificateSheet({ school, on, counts, lines }: CertificateSheet): Sheet {
  return {
    title: `${school}技能与X证书取得情况表`,
    addressee: null,
    blocks: [
      facts(['学校', school], ['口径日期', dayInWords(on)], ['高职段在读', `${counts.students} 人`],
        ['取得情况', `持证 ${counts.held} 人，经批准免证 ${counts.exempted} 人，待核验 ${counts.unverified} 人，没有 ${counts.lacking} 人`]),
      {
        kind: 'table', caption: '逐人情况',
        columns: [
          column('序号', 2, 'right'), column('学号', 4), column('姓名', 3), column('班级', 4), column('类别', 4), column('证书', 5), column('等级', 4), column('编号', 7), column('发证日期', 4), column('核验', 4),
          column('符合要求', 3),
        ],
        rows: lines.map((one, at) => [String(at + 1), one.student_id, one.name, one.class_id, one.kind, one.certificate, one.level, one.number, one.issued_on, one.verified, one.meets]),
      },
    ],
    basis: ['M9-e'],
    closing: { kind: 'signed', dated: on, filled_by: '', reviewed_by: '', responsible: '' },
  };
}
