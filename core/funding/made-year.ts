import { readTyped, type TypedRow, type TypedSheets } from '../check/made-dataset.ts';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { date } from '../values/plain-date.ts';
import { fundingRules, type FundingRules } from './rules.ts';
import { scopeOf } from './scope.ts';
import { settle, type Settlement } from './settle.ts';
import { settlementJson, type LineJson, type SettlementJson, type StudentJson } from './settlement-json.ts';

/** One college H, one school S, one campus C paid by G, and a finance bureau and school beside. For tests. */
export const PLACES: TypedSheets = {
  organisations: [
    { org_id: 'H', name: '学院', kind: 'college', division_code: '330802' }, { org_id: 'H2', name: '另一学院', kind: 'college', division_code: '330802' },
    { org_id: 'S', name: '学校', kind: 'school', division_code: '330803' }, { org_id: 'S2', name: '另一学校', kind: 'school', division_code: '330803' },
    { org_id: 'G', name: '财政局', kind: 'finance_bureau', division_code: '330803' },
  ],
  campuses: [campus('C')],
  programmes: [{ programme_id: 'P', school_id: 'S', college_id: 'H', secondary_code: '660103', higher_code: '460103', name: '数控' }],
  shares: [{ school_id: 'S', college_id: 'H', tuition_share: '60%', from: '2024-09-01' }],
};

export function campus(campus_id: string, more: TypedRow = {}): TypedRow {
  return { campus_id, name: '校区', school_id: 'S', college_id: 'H', division_code: '330803', form: 'new_build', status: 'recognised', payer_id: 'G', opened_on: '2026-09-01', ...more };
}

/** A student of the higher stage since 1 September 2025. */
export function student(student_id: string, more: TypedRow = {}): TypedRow {
  return {
    student_id, name: '学生', sex: 1, birth_date: '2006-02-28', programme_id: 'P', school_id: 'S', campus_id: 'C', cohort: 2022, stage: 'higher', grade: 4, status: 'enrolled',
    from: '2025-09-01', ...more,
  };
}

export function charge(student_id: string, kind: string, amount_yuan: string, due_on = '2025-09-10'): TypedRow {
  return { student_id, academic_year: 2025, kind, amount_yuan, due_on };
}

export function receipt(student_id: string, kind: string, amount_yuan: string, received_on = '2025-09-10', more: TypedRow = {}): TypedRow {
  return { receipt_id: `${student_id} ${kind} ${received_on} ${amount_yuan}`, student_id, academic_year: 2025, kind, amount_yuan, received_on, ...more };
}

export function spending(student_id: string, amount_yuan: string, spent_on = '2025-10-01'): TypedRow {
  return { spending_id: `${student_id} ${spent_on} ${amount_yuan}`, student_id, academic_year: 2025, item: '教材', amount_yuan, spent_on };
}

export function payment(kind: string, from_id: string, to_id: string, amount_yuan: string, paid_on: string, more: TypedRow = {}): TypedRow {
  const year: TypedRow = kind === 'grant' ? { fiscal_year: 2025 } : { academic_year: 2025 };
  return { payment_id: `${kind} ${from_id} ${to_id} ${paid_on} ${amount_yuan}`, kind, from_id, to_id, amount_yuan, paid_on, ...year, ...more };
}

export function rulesOn(as_of: string, academic_year = 2025, fiscal_year?: number): FundingRules {
  const rules = fundingRules(quzhou2024.parameters, scopeOf(academic_year, date(as_of), fiscal_year));
  if ('no_rule_on' in rules) throw new Error(`no rule on ${rules.no_rule_on}`);
  return rules;
}

/** Settles typed sheets, PLACES where they say nothing else; a mistake in the cells themselves is a mistake of the test. */
export function settled(sheets: TypedSheets, as_of: string, academic_year = 2025, fiscal_year?: number): Settlement {
  const { dataset, problems } = readTyped({ ...PLACES, ...sheets });
  return settle(dataset, problems, rulesOn(as_of, academic_year, fiscal_year), scopeOf(academic_year, date(as_of), fiscal_year));
}

export function settledJson(sheets: TypedSheets, as_of: string, academic_year = 2025, fiscal_year?: number): SettlementJson {
  return settlementJson(settled(sheets, as_of, academic_year, fiscal_year));
}

/** The one line of a kind. */
export function lineIn({ lines }: SettlementJson, kind: string): LineJson {
  const found = lines.filter((line) => line.kind === kind);
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${found.length} lines of ${kind}`);
  return only;
}

/** `due paid outstanding overdue outcome reason` of the one line of a kind. */
export function told(json: SettlementJson, kind: string): string {
  const { due_yuan, paid_yuan, outstanding_yuan, overdue_yuan, outcome, reason } = lineIn(json, kind);
  return [due_yuan ?? '–', paid_yuan ?? '–', outstanding_yuan ?? '–', overdue_yuan ?? '–', outcome, ...(reason === null ? [] : [reason])].join(' ');
}

export function studentIn({ students }: SettlementJson, student_id: string, kind: string): StudentJson {
  const found = students.find((one) => one.student_id === student_id && one.kind === kind);
  if (found === undefined) throw new Error(`no account: ${student_id} ${kind}`);
  return found;
}
