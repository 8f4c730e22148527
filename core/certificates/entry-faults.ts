import { fitsCertificate, levelInNumber } from '../exchange/text-check.ts';
import type { Row } from '../exchange/sheets.ts';
import type { Bilingual } from '../values/bilingual.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** A certificate as somebody enters it. */
export interface CertificateEntry extends Pick<Row<'certificates'>, 'student_id' | 'kind' | 'name' | 'level' | 'number' | 'issued_on'> {
  /** Null: it says nothing of an end. */
  readonly valid_until: PlainDate | null;
}

export type EntryFault =
  | 'name_missing' | 'level_of_other_kind' | 'number_format' | 'number_contradicts_level' | 'issued_to_come' | 'valid_before_issued' | 'twice_in_list'
  /** What the registers say. */
  | 'unknown_student' | 'entered_already';

/** M9-e: why a certificate is not entered. */
export const ENTRY_FAULTS: Readonly<Record<EntryFault, Bilingual>> = {
  name_missing: { zh: '没有写证书名称', en: 'the certificate has no name' },
  level_of_other_kind: { zh: '等级不属于这类证书', en: 'the level is of the other kind of certificate' },
  number_format: { zh: '编号格式不符：技能等级证书为字母 Y 或 S 加 21 位数字，X 证书为 8 至 32 位大写字母、数字或连字符', en: 'the number has another form: Y or S and 21 digits of a skill grade, 8 to 32 capitals, digits or hyphens of an X certificate' },
  number_contradicts_level: { zh: '编号第 16 位与所填等级不一致', en: 'position 16 of the number names another level' },
  issued_to_come: { zh: '发证日期还没有到', en: 'the day of issue is yet to come' },
  valid_before_issued: { zh: '有效期早于发证日期', en: 'it ends before it was issued' },
  twice_in_list: { zh: '清单里重复', en: 'it stands in the list twice' },
  unknown_student: { zh: '没有这名学生', en: 'there is no such student' },
  entered_already: { zh: '这个编号已经登记', en: 'a certificate of this number is entered already' },
};

const SKILL_LEVELS: ReadonlySet<string> = new Set(['1', '2', '3', '4', '5']);

/** What is wrong with one certificate by itself, the first that applies. */
export function entryFault(entry: CertificateEntry, today: PlainDate): EntryFault | null {
  const { kind, name, level, number, issued_on, valid_until } = entry;
  if (name.trim() === '') return 'name_missing';
  if (SKILL_LEVELS.has(level) !== (kind === 'skill')) return 'level_of_other_kind';
  if (!fitsCertificate(kind, level, number)) {
    const named = kind === 'skill' ? levelInNumber(number) : undefined;
    // A number of the right form names a level; it is another one.
    return named !== undefined && SKILL_LEVELS.has(named) && fitsCertificate(kind, named, number) ? 'number_contradicts_level' : 'number_format';
  }
  if (issued_on > today) return 'issued_to_come';
  return valid_until !== null && valid_until < issued_on ? 'valid_before_issued' : null;
}

/** By which a certificate is known: no two of a kind bear the same number. */
export function certificateKey({ kind, number }: Pick<CertificateEntry, 'kind' | 'number'>): string {
  return `${kind} ${number}`;
}

/** The faults of a whole list, by the place in it. */
export function listFaults(entries: readonly CertificateEntry[], today: PlainDate): Map<number, EntryFault> {
  const faults = new Map<number, EntryFault>();
  const seen = new Set<string>();
  for (const [at, entry] of entries.entries()) {
    const fault = seen.has(certificateKey(entry)) ? 'twice_in_list' : entryFault(entry, today);
    seen.add(certificateKey(entry));
    if (fault !== null) faults.set(at, fault);
  }
  return faults;
}
