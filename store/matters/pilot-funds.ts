import { hasErrors } from '../../core/exchange/problem.ts';
import { fundLabel } from '../../core/funding/budget-labels.ts';
import { fundStandings } from '../../core/funding/fund-standing.ts';
import { LINE_LABELS } from '../../core/funding/labels.ts';
import { STUDENTS, type Line } from '../../core/funding/line.ts';
import { fundingRules } from '../../core/funding/rules.ts';
import { scopeOf } from '../../core/funding/scope.ts';
import { settle } from '../../core/funding/settle.ts';
import type { DocumentContent } from '../../core/documents/kinds.ts';
import { yuanText, type Fen } from '../../core/values/fen.ts';
import { academicYearOf } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import { returnedSpending } from '../earmarks/earmark-records.ts';
import { loadSettlementRows } from '../settlement-rows.ts';
import type { Transaction } from '../transaction.ts';
import type { Decided } from './decided.ts';

type Funds = Pick<DocumentContent<'pilot_stop'>, 'funds_note' | 'funds' | 'held'>;

/** S3-f: what of the pilot's money is not settled with a school and its campuses on the day, and what is left of each fund. */
export async function fundsLeft(whole: Transaction, school_id: string, { pack, today }: Pick<Decided, 'pack' | 'today'>): Promise<Funds> {
  const scope = scopeOf(academicYearOf(today), today);
  const rules = fundingRules(pack.parameters, scope);
  const dataset = await loadSettlementRows(whole);
  const campuses = dataset.campuses?.filter((row) => row.school_id === school_id) ?? [];
  const names = new Map([...(dataset.organisations ?? []).map(({ org_id, name }) => [org_id, name] as const), ...(dataset.campuses ?? []).map(({ campus_id, name }) => [campus_id, name] as const)]);
  const name = (id: string | null): string => (id === STUDENTS ? '学生' : id === null ? '未登记' : names.get(id) ?? id);
  const settlement = 'no_rule_on' in rules ? null : settle(dataset, [], rules, scope);
  const held = await heldBy(whole, school_id, dataset.payments ?? [], campuses);
  if (settlement === null || hasErrors(settlement.problems)) return { funds_note: '资金台账有差错或当日没有生效的规则，未结清的款项待更正后核定。', funds: [], held };
  const own = new Set([school_id, ...campuses.map(({ campus_id }) => campus_id)]);
  return { funds_note: '', held, funds: settlement.lines.filter((line) => isOpenOf(line, own)).map(({ kind, from_id, to_id, due, paid, outstanding }) => (
    { item: LINE_LABELS[kind].zh, from: name(from_id), to: kind === 'lecture_fee' ? '任课教师' : name(to_id), due: told(due), paid: told(paid), left: told(outstanding) })) };
}

const told = (fen: Fen | null): string => (fen === null ? '待核' : yuanText(fen));

function isOpenOf({ from_id, to_id, campus_id, outstanding }: Line, own: ReadonlySet<string>): boolean {
  return outstanding !== 0n && [from_id, to_id, campus_id].some((id) => id !== null && own.has(id));
}

/** Funds of which nothing came and nothing was spent are not listed. */
async function heldBy(whole: Transaction, school_id: string, payments: Parameters<typeof fundStandings>[0]['payments'], campuses: readonly { readonly campus_id: string; readonly school_id: string; readonly name: string }[]): Promise<Funds['held']> {
  const spending = await loadRows(whole, 'spending', {}, 'r.campus_id = any($2::text[])', campuses.map(({ campus_id }) => campus_id));
  const returned = await returnedSpending(whole);
  return campuses.flatMap((campus, at) => fundStandings({ campuses, payments, spending }, returned, { campus_id: campus.campus_id, school_id })
    .filter(({ of_school, came, spent }) => (came !== 0n || spent !== 0n) && (!of_school || at === 0))
    .map(({ fund, of_school, came, spent, left }) => ({ campus: of_school ? '全校' : campus.name, fund: fundLabel(fund).zh, came: yuanText(came), spent: yuanText(spent), left: yuanText(left) })));
}
