import type { Dataset } from '../core/exchange/sheets.ts';
import { mayBeSpentOn } from '../core/funding/allowed-spending.ts';
import { budgetDetail, categoryLabel, fundLabel } from '../core/funding/budget-labels.ts';
import { budgetLines, budgetOf, unbudgetedKinds, type Returned } from '../core/funding/budget.ts';
import { fundStandings } from '../core/funding/fund-standing.ts';
import { grantHeads } from '../core/funding/grant-heads.ts';
import { inPlace } from '../core/funding/in-place.ts';
import { increment } from '../core/funding/increment.ts';
import type { Line } from '../core/funding/line.ts';
import type { FundingRules } from '../core/funding/rules.ts';
import type { Scope } from '../core/funding/scope.ts';
import { fenOf, sumOf, yuanText, type Fen } from '../core/values/fen.ts';
import { yearOf } from '../core/values/plain-date.ts';
import type { ParametersInForce } from '../core/verdict/parameter.ts';
import type { CampusMoney } from '../store/earmarks/campus-money.ts';
import type { StoredReturn } from '../store/earmarks/earmark-records.ts';

/** What every campus of the page is shown by. */
export interface CampusBoard {
  readonly dataset: Dataset;
  readonly returns: readonly StoredReturn[];
  /** What came back in all years. */
  readonly returned: readonly Returned[];
  readonly lines: readonly Line[];
  readonly parameters: ParametersInForce;
  readonly rules: FundingRules | null;
  readonly scope: Scope;
  readonly party: (id: string) => { id: string; name: string | null };
}

const yuan = (fen: Fen | null): string | null => (fen === null ? null : yuanText(fen));

export function campusView({ campus, spends, draws, keeps }: CampusMoney, board: CampusBoard) {
  const { dataset, parameters, scope: { fiscal_year }, party, lines } = board;
  const returned = board.returns.map(({ spending_id, fen }) => ({ spending_id, fen: BigInt(fen) }));
  const grant = lines.find(({ kind, campus_id }) => kind === 'grant' && campus_id === campus.campus_id);
  return {
    campus: party(campus.campus_id), school: party(campus.school_id), funds: fundsOf(campus, board.returned, dataset), payer: campus.payer_id === null ? null : party(campus.payer_id),
    lines: budgetLines(dataset, returned, { campus_id: campus.campus_id, fiscal_year }).map(({ category, budget, spent, other, left, outcome, reason, missing }) => ({
      category, label: categoryLabel(category), budget_yuan: yuan(budget), spent_yuan: yuan(spent), other_yuan: yuan(other), left_yuan: yuan(left), outcome, detail: budgetDetail(reason, missing),
    })),
    unbudgeted: unbudgetedKinds(dataset, campus.campus_id, fiscal_year, parameters)?.map(categoryLabel) ?? null,
    due_yuan: yuan(grant?.due ?? null), received_yuan: yuan(grant?.paid ?? null), in_place: inPlace(grant?.paid ?? null, grant?.due ?? null), due_formula: grant?.trace.find(({ figure }) => figure === 'due')?.formula ?? '?',
    increment: growthOf(campus, board), spending: spendingOf(campus.campus_id, board, keeps), may_spend: spends, may_draw: draws,
  };
}

/** The clause under which each fund comes to the campus. */
const COMES_BY = { grant: 'M5-f', tuition_share: 'R4-c', dorm: 'R4-e', other: 'R4-e' } as const;

function fundsOf(campus: CampusMoney['campus'], returned: readonly Returned[], { campuses = [], payments = [], spending = [] }: Dataset) {
  return fundStandings({ campuses, payments, spending }, returned, campus).map(({ fund, of_school, came, spent, left }) => (
    { fund, label: fundLabel(fund), clause: COMES_BY[fund], of_school, came_yuan: yuanText(came), spent_yuan: yuanText(spent), left_yuan: yuanText(left) }));
}

/** M5-c: while the day of this year's heads has not come, last year's do not stand for them. */
function growthOf(campus: CampusMoney['campus'], { dataset, rules, scope, parameters }: CampusBoard) {
  if (rules === null) return null;
  const { previous, current, provisional } = grantHeads(dataset, rules.grant, scope)(campus);
  const [before, now] = [previous.value, provisional ? null : current.value];
  const [money_before, money] = [budgetOf(dataset, campus.campus_id, scope.fiscal_year - 1), budgetOf(dataset, campus.campus_id, scope.fiscal_year)];
  const found = increment({ students_before: before, students: now, money_before, money }, parameters);
  if (found === null) return null;
  const { outcome, reason, missing } = found;
  const count = (heads: bigint | null): number | null => (heads === null ? null : Number(heads));
  return { outcome, detail: budgetDetail(reason, missing), students_before: count(before), students: count(now), money_before_yuan: yuan(money_before), money_yuan: yuan(money) };
}

function spendingOf(campus_id: string, { dataset, returns, scope: { fiscal_year }, parameters }: CampusBoard, keeps: boolean) {
  const rows = (dataset.spending ?? []).filter((row) => row.campus_id === campus_id && yearOf(row.spent_on) === fiscal_year);
  return rows.map(({ spending_id, fund, category, amount_yuan, spent_on }) => {
    const back = sumOf(returns.filter((one) => one.spending_id === spending_id), ({ fen }) => BigInt(fen));
    const spent = fenOf(amount_yuan);
    return {
      spending_id, fund, category, label: categoryLabel(category), amount_yuan: yuanText(spent), returned_yuan: yuanText(back), spent_on, allowed: mayBeSpentOn(fund, category, parameters), may_return: keeps && back < spent,
    };
  });
}
