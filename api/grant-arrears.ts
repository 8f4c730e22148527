import { arrearsByAge } from '../core/funding/arrears.ts';
import { inPlace } from '../core/funding/in-place.ts';
import { LINE_REASONS } from '../core/funding/labels.ts';
import { exactText, type Line } from '../core/funding/line.ts';
import { dayIn, fundingRules, type FundingRules } from '../core/funding/rules.ts';
import { scopeOf, type Scope } from '../core/funding/scope.ts';
import { settle } from '../core/funding/settle.ts';
import type { Dataset } from '../core/exchange/sheets.ts';
import { yuanText, type Fen } from '../core/values/fen.ts';
import { academicYearOf, yearOf } from '../core/values/plain-date.ts';
import { fundsInReach } from '../store/funds-in-reach.ts';
import { loadMatters } from '../store/matters/matter.ts';
import { loadSettlementRows } from '../store/settlement-rows.ts';
import type { Handlers } from './app.ts';
import { askerOf, dayOf, placeOf, storeOf, type Deps } from './deps.ts';

/** M5-d, M5-e: what finance owes of the grant, with the heads behind it, to whoever reads the funds of the campus or of a party. */
export function grantArrearsHandlers(deps: Deps): Pick<Handlers, 'listGrantArrears'> {
  return {
    listGrantArrears: (c) => storeOf(deps, c).read(async (tx) => {
      const place = await placeOf(tx);
      const { on } = dayOf(deps, place, {});
      const fiscal_year = c.req.valid('query').fiscal_year ?? yearOf(on);
      const scope = scopeOf(academicYearOf(on), on, fiscal_year);
      const rules = fundingRules(place.pack.parameters, scope);
      const head = { on, fiscal_year };
      const roles = askerOf(c).holder.roles;
      const colleges = roles.flatMap(({ role, org_id }) => (role === 'college_finance' && org_id !== null ? [org_id] : []));
      const [open] = (await loadMatters(tx, { kind: 'grant_request', open: true })).filter(({ subject }) => colleges.includes(subject));
      const rest = { may_request: open === undefined ? [...new Set(colleges)] : [], open_matter: open === undefined ? null : String(open.matter_id) };
      if ('no_rule_on' in rules) return c.json({ ...head, no_rule: true, campuses: [], ...rest }, 200);
      const dataset = await tx.whole((whole) => loadSettlementRows(whole));
      const { campuses, isOwn } = await fundsInReach(tx, []);
      const lines = settle(dataset, [], rules, scope).lines.filter(({ kind, from_id, to_id, campus_id }) => kind === 'grant'
        && [from_id, to_id, campus_id].some((id) => id !== null && (campuses.has(id) || isOwn(id))));
      return c.json({ ...head, no_rule: false, campuses: lines.map((line) => campusView(line, dataset, { rules, scope })), ...rest }, 200);
    }),
  };
}

function campusView(line: Line, dataset: Dataset, { rules, scope }: { readonly rules: FundingRules; readonly scope: Scope }) {
  const names = new Map([...(dataset.organisations ?? []).map(({ org_id, name }) => [org_id, name] as const), ...(dataset.campuses ?? []).map(({ campus_id, name }) => [campus_id, name] as const)]);
  const party = (id: string) => ({ id, name: names.get(id) ?? null });
  const { campus_id, from_id, to_id, base, ratio, due, paid, outstanding, overdue, outcome, reason, trace } = line;
  const signed = (year: number) => {
    const on = dayIn(year, rules.grant.snapshot);
    return { on, students: (dataset.grant_headcounts ?? []).find((row) => row.campus_id === campus_id && row.on === on)?.students ?? null };
  };
  const yuan = (fen: Fen | null): string | null => (fen === null ? null : yuanText(fen));
  return {
    campus: party(campus_id ?? ''), payer: from_id === null ? null : party(from_id), college: party(to_id), standard_yuan: base === null ? null : exactText(base), previous: signed(scope.fiscal_year - 1), current: signed(scope.fiscal_year), ratio,
    due_yuan: yuan(due), received_yuan: yuan(paid), outstanding_yuan: yuan(outstanding), overdue_yuan: yuan(overdue), in_place: inPlace(paid, due),
    ages: due === null || paid === null ? [] : arrearsByAge(due, paid, rules.grant, scope).map(({ from, to, fen }) => ({ from, to, amount_yuan: yuanText(fen) })),
    outcome, reason: reason === null ? null : LINE_REASONS[reason], due_formula: trace.find(({ figure }) => figure === 'due')?.formula ?? '', overdue_formula: trace.find(({ figure }) => figure === 'overdue')?.formula ?? '',
  };
}
