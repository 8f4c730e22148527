import { matterKind } from '../core/approvals/matters.ts';
import type { Dataset } from '../core/exchange/sheets.ts';
import { dimensionsOf } from '../core/office/dimensions.ts';
import type { LogKind } from '../core/office/log.ts';
import { fiveParties } from '../core/office/whole-process.ts';
import type { MatterCounts, ReportFacts, TargetLine } from '../core/office/report.ts';
import { fenOf, sumOf, yuanText } from '../core/values/fen.ts';
import { academicYearOf, date, yearOf, type PlainDate } from '../core/values/plain-date.ts';
import { loadRows } from '../store/campus-rows.ts';
import { listDutyGroups } from '../store/duties.ts';
import { loadLog, standingEntries } from '../store/coordination/log.ts';
import { loadMatters } from '../store/matters/matter.ts';
import { loadReportedRows } from '../store/reported-rows.ts';
import type { Transaction } from '../store/transaction.ts';
import { dueDays, OFFICE_KINDS, officeMatters, type OfficeMatter } from './coordination-view.ts';
import { judgedRegion } from './kept-verdicts.ts';
import { matterHeads, type MatterHead, type Seen } from './matter-view.ts';
import { pilotLogView } from './pilot-log-view.ts';
import { shownTarget } from './verdict-view.ts';

/** Everything that a briefing or a yearly report of the region is drafted from, for whoever sees the region as a whole. */
export async function reportFacts(tx: Transaction, { first, last }: { readonly first: PlainDate; readonly last: PlainDate }, seen: Seen): Promise<ReportFacts> {
  const { region, pack } = seen.place;
  const { result } = await judgedRegion(tx, pack, { on: last });
  const dataset = await tx.whole((whole) => loadReportedRows(whole, ['students', 'certificates', 'credits', 'destinations', 'budgets', 'grant_receipts'], {}));
  const matters = await officeMatters(tx, seen);
  const log = await pilotLogView(tx, academicYearOf(last), seen);
  const entries = standingEntries(await loadLog(tx)).filter(({ on }) => on >= first && on <= last);
  const kinds = new Map((await loadRows(tx, 'organisations', {})).map(({ org_id, kind }) => [org_id, kind]));
  const ofKind = (kind: LogKind): number => entries.filter((one) => one.kind === kind).length;
  const years = log.programmes.flatMap((one) => one.years);
  return {
    region: region.name, office: region.office_name, first, last, targets: result.targets.map(targetLine),
    campuses: result.campuses.map(({ campus_id, name, verdicts }) => ({ campus_id, name, ...outcomes(verdicts) })),
    matters: { ...Object.fromEntries(OFFICE_KINDS.map((kind) => [kind, countsOf(matters.filter((one) => one.kind === kind), { first, last })])), finding: await findingCounts(tx, { first, last }, seen) } as ReportFacts['matters'],
    decisions: matters.flatMap(({ matter_id, title, decision, name, subject, due, kind, state }) => (decision === null || decision.on < first || decision.on > last ? []
      : [{ matter_id, title: title ?? matter_id, number: decision.number, body: name ?? subject, due: due === null ? null : date(due), state: matterKind(kind)?.states[state]?.label.zh ?? state }])),
    duties_late: (await listDutyGroups(tx, { late_on: last })).reduce((all, { many }) => all + many, 0),
    log: { activity: ofKind('activity'), publicity: ofKind('publicity'), initiative: ofKind('initiative') }, reach: entries.reduce((all, { reach }) => all + (reach ?? 0), 0),
    initiatives: entries.flatMap(({ title, clause }) => (clause === null ? [] : [{ title, clause }])),
    five_parties: fiveParties(entries.filter(({ kind }) => kind === 'activity'), kinds),
    years: years.length, years_covered: years.filter(({ outcome }) => outcome === 'met').length, dormant: log.firms.filter(({ dormant }) => dormant).length,
    dimensions: dimensionsOf(dataset, last),
    cases: matters.flatMap(({ kind, state, matter_id, title, name, subject }) => (kind === 'model_case' && state === 'published' ? [{ matter_id, title: title ?? matter_id, body: name ?? subject }] : [])),
    ...moneyOf(dataset, last),
  };
}

function targetLine(verdict: Parameters<typeof shownTarget>[0]): TargetLine {
  const { label, clause, standard, part, notice, due, outcome, measured, required, missing } = shownTarget(verdict);
  // What asks for all of something is told as so many of so many.
  const all = measured.unit === 'ratio' && required.value === '1';
  return { label: label.zh, clause, standard, part, notice, due: due as PlainDate | null, outcome, unit: measured.unit, value: all ? measured.numerator : measured.value, of: all ? measured.denominator : null, required: required.value, op: required.op, missing };
}

function outcomes(verdicts: readonly { readonly outcome: string }[]) {
  const many = (outcome: string): number => verdicts.filter((one) => one.outcome === outcome).length;
  return { met: many('met'), unmet: many('unmet'), undetermined: many('undetermined') };
}

function countsOf(matters: readonly Pick<OfficeMatter, 'opened_on' | 'moved_on' | 'open' | 'late'>[], { first, last }: { readonly first: PlainDate; readonly last: PlainDate }): MatterCounts {
  const within = (day: string): boolean => day >= first && day <= last;
  return {
    opened: matters.filter(({ opened_on }) => within(opened_on)).length, closed: matters.filter(({ open, moved_on }) => !open && within(moved_on)).length,
    open: matters.filter(({ open }) => open).length, late: matters.filter(({ open, late }) => open && late).length,
  };
}

async function findingCounts(tx: Transaction, period: { readonly first: PlainDate; readonly last: PlainDate }, seen: Seen): Promise<MatterCounts> {
  const [stored, dueOf] = [await loadMatters(tx, { kind: 'finding' }), await dueDays(tx, seen)];
  const heads = await matterHeads(tx, stored);
  return countsOf(stored.map((one, at) => ({ ...heads[at] as MatterHead, late: (dueOf(one) ?? seen.today) < seen.today })), period);
}

function moneyOf(dataset: Dataset, last: PlainDate): Pick<ReportFacts, 'budget_yuan' | 'received_yuan'> {
  const year = yearOf(last);
  const total = (rows: readonly { readonly fiscal_year: number; readonly amount_yuan: Parameters<typeof fenOf>[0] }[] | undefined): string | null => (rows === undefined ? null : yuanText(sumOf(rows.filter(({ fiscal_year }) => fiscal_year === year), ({ amount_yuan }) => fenOf(amount_yuan))));
  return { budget_yuan: total(dataset.budgets), received_yuan: total(dataset.grant_receipts?.filter(({ received_on }) => received_on <= last)) };
}
