import { column, type Sheet } from '../documents/sheet.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { AgreementContent } from './content.ts';
import type { Party } from './party.ts';

/** One student in the ledger (document 4). An empty text is "not there yet". */
export interface LedgerLine {
  readonly number: string;
  readonly student_id: string;
  readonly name: string;
  readonly content: Pick<AgreementContent, 'guardian' | 'years'> | null;
  readonly signed: Readonly<Partial<Record<Party, PlainDate | null>>>;
  readonly on_paper: boolean;
  readonly copies: number | null;
  readonly due_on: PlainDate | null;
  readonly late: boolean;
  /** B37: since when it holds no more. */
  readonly ended_on: PlainDate | null;
}

export interface Ledger {
  readonly school: string;
  readonly cohort: number;
  readonly on: PlainDate;
  readonly lines: readonly LedgerLine[];
}

/** Heading, share of the width on paper, and what stands in the cell. */
export const LEDGER_COLUMNS: readonly (readonly [heading: string, share: number, cell: (line: LedgerLine) => string])[] = [
  ['协议编号', 4, ({ number }) => number],
  ['学号', 3, ({ student_id }) => student_id],
  ['学生', 2.4, ({ name }) => name],
  ['监护人', 2.4, ({ content }) => content?.guardian?.name ?? ''],
  ['五年学习地点', 4.6, ({ content }) => runs(content?.years.map(({ place }) => place) ?? [])],
  ['学费（元/年）', 3, ({ content }) => runs(content?.years.map(({ tuition_yuan }) => tuition_yuan) ?? [])],
  ['学生签', 2.6, ({ signed }) => signed.student ?? ''],
  ['监护人签', 2.6, ({ signed }) => signed.guardian ?? ''],
  ['学校签', 2.6, ({ signed }) => signed.school ?? ''],
  ['高职签', 2.6, ({ signed }) => signed.college ?? ''],
  ['方式', 1.6, ({ on_paper, signed }) => (Object.values(signed).every((day) => day === null) ? '' : on_paper ? '纸质' : '电子')],
  ['份数', 1.4, ({ copies }) => (copies === null ? '' : String(copies))],
  ['截止', 2.6, ({ due_on }) => due_on ?? ''],
  ['备注', 2.6, ({ late, ended_on }) => [...late ? ['逾期'] : [], ...ended_on === null ? [] : [`${ended_on}终止`]].join('；')],
];

/** Years that follow one another with the same said once: `甲校（1–3年）、校区（4–5年）`. */
function runs(values: readonly string[]): string {
  const found: { value: string; from: number; to: number }[] = [];
  for (const [at, value] of values.entries()) {
    const last = found.at(-1);
    if (last?.value === value) last.to = at + 1;
    else found.push({ value, from: at + 1, to: at + 1 });
  }
  return found.map(({ value, from, to }) => `${value}（${from === to ? from : `${from}–${to}`}年）`).join('、');
}

export const ledgerTitle = ({ school, cohort }: Ledger): string => `${school}${cohort}级三方协议签订台账`;

/** The ledger on A4, to be signed by those who answer for it. */
export function ledgerSheet(ledger: Ledger): Sheet {
  const done = ledger.lines.filter(({ signed }) => (signed.college ?? null) !== null).length;
  return {
    title: ledgerTitle(ledger), addressee: null, basis: ['R3-e', 'R3-f', 'R3-g', 'R3-h'],
    blocks: [{
      kind: 'table', caption: `应签 ${ledger.lines.length} 人，签齐 ${done} 人，逾期 ${ledger.lines.filter(({ late }) => late).length} 人`,
      columns: LEDGER_COLUMNS.map(([heading, share]) => column(heading, share)), rows: ledger.lines.map((line) => LEDGER_COLUMNS.map(([, , cell]) => cell(line))),
    }],
    closing: { kind: 'signed', dated: ledger.on, filled_by: '', reviewed_by: '', responsible: '' },
  };
}
