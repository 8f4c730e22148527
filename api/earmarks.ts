import { allowedCategories, FUNDS } from '../core/funding/allowed-spending.ts';
import { categoryLabel, fundLabel } from '../core/funding/budget-labels.ts';
import { budgetSheet, budgetSheetTitle } from '../core/funding/budget-sheet.ts';
import { fundingRules } from '../core/funding/rules.ts';
import { scopeOf } from '../core/funding/scope.ts';
import { settle } from '../core/funding/settle.ts';
import { drawSpending } from '../core/funding/spending-draw.ts';
import { yearOnYear } from '../core/funding/year-on-year.ts';
import { yuanText } from '../core/values/fen.ts';
import { academicYearOf, yearOf } from '../core/values/plain-date.ts';
import { parametersOn } from '../core/verdict/parameter.ts';
import { campusMoney } from '../store/earmarks/campus-money.ts';
import { earmarkRecords, returnedSpending, type StoredNeed } from '../store/earmarks/earmark-records.ts';
import { loadReportedRows } from '../store/reported-rows.ts';
import { loadSettlementRows } from '../store/settlement-rows.ts';
import type { Transaction } from '../store/transaction.ts';
import { documentWorkbook } from '../workbook/document-workbook.ts';
import type { Handlers } from './app.ts';
import { XLSX } from './contract/files.ts';
import { dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import { campusView, type CampusBoard } from './earmark-view.ts';
import { attachment } from './files.ts';

const yuan = (fen: bigint | null): string | null => (fen === null ? null : yuanText(fen));

/** 专项与预算: what was budgeted for each campus and kind, what came of it, how it grows, and what is asked and looked at. */
export function earmarkHandlers(deps: Deps): Pick<Handlers, 'readEarmarks' | 'downloadEarmarkWorkbook'> {
  return {
    readEarmarks: (c) => storeOf(deps, c).read(async (tx) => c.json(await boardOf(deps, tx, c.req.valid('query').fiscal_year), 200)),
    downloadEarmarkWorkbook: async (c) => {
      const { title, bytes } = await storeOf(deps, c).disclose(async (tx) => {
        const board = await boardOf(deps, tx, c.req.valid('query').fiscal_year);
        await tx.audit({ action: 'earmark.sheet', object: `budgets/${board.fiscal_year}`, detail: { campuses: board.campuses.length } });
        const name = budgetSheetTitle(board.fiscal_year);
        return { title: name, bytes: await documentWorkbook(budgetSheet(board), name) };
      });
      return attachment(c, `${title}.xlsx`, XLSX, bytes);
    },
  };
}

async function boardOf(deps: Deps, tx: Transaction, asked: number | undefined) {
  const place = await placeOf(tx);
  const { on } = dayOf(deps, place, {});
  const fiscal_year = asked ?? yearOf(on);
  const scope = scopeOf(academicYearOf(on), on, fiscal_year);
  const rules = fundingRules(place.pack.parameters, scope);
  const parameters = parametersOn(place.pack.parameters, on);
  const { settled, dataset } = await tx.whole(async (whole) => ({ settled: await loadSettlementRows(whole), dataset: await loadReportedRows(whole, ['budgets', 'spending'], {}) }));
  const money = await campusMoney(tx);
  const { returns, needs, draws } = await earmarkRecords(tx, fiscal_year);
  const returned = await returnedSpending(tx);
  const names = new Map([...(settled.organisations ?? []).map(({ org_id, name }) => [org_id, name] as const), ...(settled.campuses ?? []).map(({ campus_id, name }) => [campus_id, name] as const)]);
  const party = (id: string) => ({ id, name: names.get(id) ?? null });
  const lines = 'no_rule_on' in rules ? [] : settle(settled, [], rules, scope).lines;
  const board: CampusBoard = { dataset: { ...settled, ...dataset }, returns, returned, lines, parameters, rules: 'no_rule_on' in rules ? null : rules, scope, party };
  const pays = new Set(money.filter((one) => one.pays).map(({ campus }) => campus.campus_id));
  const payers = [...new Set(money.flatMap(({ campus }) => campus.payer_id ?? []))].sort();
  return {
    on, fiscal_year, no_rule: 'no_rule_on' in rules, campuses: money.map((one) => campusView(one, board)),
    payers: payers.map((payer_id) => {
      const { previous, current, change, outcome } = yearOnYear(dataset, payer_id, fiscal_year);
      return { payer: party(payer_id), previous_yuan: yuan(previous), current_yuan: yuan(current), change_yuan: yuan(change), outcome };
    }),
    needs: needs.map((one) => needView(one, { party, may_answer: one.answer === null && pays.has(one.campus_id) && one.recorded_by !== tx.actor.account })),
    draws: draws.map(({ campus_id, seed, listed, size, ...one }) => ({ ...one, campus: party(campus_id), seed, size, listed: [...listed], drawn: drawSpending(listed, seed, size) })),
    returns: returns.map(({ campus_id, fen, ...one }) => ({ ...one, campus: party(campus_id), amount_yuan: yuanText(BigInt(fen)) })),
    allowed: FUNDS.flatMap((fund) => {
      const categories = allowedCategories(fund, parameters);
      return categories === null ? [] : [{ fund, label: fundLabel(fund), categories: [...categories] as StoredNeed['category'][] }];
    }),
  };
}

function needView({ campus_id, fen, answer_fen, recorded_by: _, ...need }: StoredNeed, { party, may_answer }: { readonly party: CampusBoard['party']; readonly may_answer: boolean }) {
  return { ...need, campus: party(campus_id), label: categoryLabel(need.category), amount_yuan: yuanText(BigInt(fen)), answer_yuan: answer_fen === null ? null : yuanText(BigInt(answer_fen)), may_answer };
}
