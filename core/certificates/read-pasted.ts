import { parsePlainDate } from '../values/plain-date.ts';
import type { CertificateEntry } from './entry-faults.ts';

const KINDS: Readonly<Record<string, CertificateEntry['kind']>> = { 技能: 'skill', 职业技能等级证书: 'skill', skill: 'skill', X: 'x', x: 'x', 'X证书': 'x', '1+X证书': 'x' };
const LEVELS: Readonly<Record<string, CertificateEntry['level']>> = {
  一级: '1', 二级: '2', 三级: '3', 四级: '4', 五级: '5', 高级技师: '1', 技师: '2', 高级工: '3', 中级工: '4', 初级工: '5', 1: '1', 2: '2', 3: '3', 4: '4', 5: '5',
  初级: 'primary', 中级: 'intermediate', 高级: 'advanced', primary: 'primary', intermediate: 'intermediate', advanced: 'advanced',
};
const COLUMNS = 6;
const WITH_VALIDITY = 7;

export interface Pasted {
  readonly entries: readonly CertificateEntry[];
  /** Lines that cannot be read, counted from 1, and at which column. */
  readonly unread: readonly { readonly line: number; readonly what: 'columns' | 'kind' | 'level' | 'issued_on' | 'valid_until' }[];
}

/** Lines as they are copied from a table: student id, kind, name, level, number, day of issue, and until when it is valid or nothing. A line of headings is passed over. */
export function readPasted(text: string): Pasted {
  const entries: CertificateEntry[] = [];
  const unread: { line: number; what: Pasted['unread'][number]['what'] }[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || at === 0 && /学号|student/i.test(line)) continue;
    const cells = line.split(/\t|[,，]/).map((cell) => cell.trim());
    const [student_id = '', kindText = '', name = '', levelText = '', number = '', issued = '', until = ''] = cells;
    const [kind, level, issued_on, valid_until] = [KINDS[kindText], LEVELS[levelText], dayOf(issued), until === '' ? null : dayOf(until)];
    const what = cells.length < COLUMNS || cells.length > WITH_VALIDITY || student_id === '' ? 'columns'
      : kind === undefined ? 'kind' : level === undefined ? 'level' : issued_on === null ? 'issued_on' : until !== '' && valid_until === null ? 'valid_until' : null;
    if (what !== null || kind === undefined || level === undefined || issued_on === null) unread.push({ line: at + 1, what: what ?? 'columns' });
    else entries.push({ student_id, kind, name, level, number: number.toUpperCase(), issued_on, valid_until });
  }
  return { entries, unread };
}

/** 2026-05-20, 2026/5/20, 2026.5.20 or 2026年5月20日. */
function dayOf(text: string) {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  return parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
