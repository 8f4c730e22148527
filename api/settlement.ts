import type { Dataset } from '../core/exchange/sheets.ts';
import { LINE_LABELS, LINE_REASONS } from '../core/funding/labels.ts';
import { STUDENTS, type Line } from '../core/funding/line.ts';
import { fundingRules } from '../core/funding/rules.ts';
import { scopeOf, type Scope } from '../core/funding/scope.ts';
import { settle, type Settlement } from '../core/funding/settle.ts';
import { lineJson, settlementJson } from '../core/funding/settlement-json.ts';
import type { Pack } from '../core/policy/pack.ts';
import { academicYearOf, type PlainDate } from '../core/values/plain-date.ts';
import { fundsInReach, type FundsInReach } from '../store/funds-in-reach.ts';
import { loadSettlementRows } from '../store/settlement-rows.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import { dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import { evidencePage } from './evidence.ts';
import { about, keptAnswers } from './kept-verdicts.ts';
import { refuse } from './refuse.ts';
import { knownOf, type AskedDay } from './region-verdicts.ts';

interface Settled {
  readonly settlement: Settlement;
  readonly organisations: ReadonlyMap<string, string>;
}

/** The settlement that `guantong settle` makes, of the records of the region; nothing is stored. */
export function settlementHandlers(deps: Deps): Pick<Handlers, 'readSettlement' | 'listSettlementEvidence'> {
  return {
    readSettlement: (c) => storeOf(deps, c).read(async (tx) => {
      const { pack, scope, settled } = await settledYears(deps, tx, c.req.valid('query'));
      const head = { on: scope.as_of, pack: pack.header.id, academic_year: scope.academic_year, fiscal_year: scope.fiscal_year };
      if ('no_rule_on' in settled) return c.json({ ...head, no_rule_on: settled.no_rule_on, errors: [], lines: [], books: null }, 200);
      const { settlement, organisations } = settled;
      const reach = await reachOver(tx, settlement);
      return c.json({
        ...head, no_rule_on: null, errors: errorsBySheet(settlement),
        lines: settlement.lines.filter((line) => isInReach(line, reach)).map((line) => lineView(line, reach, organisations)),
        books: tx.actor.reach.get('funds.read') === '*' ? booksView(settlement) : null,
      }, 200);
    }),
    listSettlementEvidence: (c) => storeOf(deps, c).read(async (tx) => {
      const query = c.req.valid('query');
      const { settled } = await settledYears(deps, tx, query);
      if ('no_rule_on' in settled) return refuse(c, 'unknown_line');
      const reach = await reachOver(tx, settled.settlement);
      const line = settled.settlement.lines.find((one) => one.kind === query.kind && (one.from_id ?? '') === (query.from_id ?? '') && one.to_id === query.to_id
        && (one.campus_id ?? '') === (query.campus_id ?? '') && isInReach(one, reach));
      if (line === undefined) return refuse(c, 'unknown_line');
      return c.json(await evidencePage(tx, line.trace.filter(({ figure }) => figure === query.figure).flatMap(({ evidence }) => evidence), query), 200);
    }),
  };
}

interface AskedYears extends Partial<AskedDay> {
  readonly academic_year?: number | undefined;
  readonly fiscal_year?: number | undefined;
}

/** The years asked about, those that the day lies in where none are. */
async function settledYears(deps: Deps, tx: Transaction, query: AskedYears) {
  const place = await placeOf(tx);
  const day = dayOf(deps, place, query);
  const scope = scopeOf(query.academic_year ?? academicYearOf(day.on), day.on, query.fiscal_year);
  return { pack: place.pack, scope, settled: await settledOf(tx, place.pack, day, scope) };
}

const kept = keptAnswers<Settled>();

/** The whole region is settled, and kept while nothing in it changes; what of it is told is for the caller to cut. */
async function settledOf(tx: Transaction, pack: Pack, day: AskedDay, scope: Scope): Promise<Settled | { readonly no_rule_on: PlainDate }> {
  const rules = fundingRules(pack.parameters, scope);
  if ('no_rule_on' in rules) return rules;
  return kept.get(tx, [...about(pack, day), String(scope.academic_year), String(scope.fiscal_year)], async () => {
    const dataset: Dataset = await tx.whole((whole) => loadSettlementRows(whole, knownOf(day)));
    return { settlement: settle(dataset, [], rules, scope), organisations: new Map(dataset.organisations?.map(({ org_id, name }) => [org_id, name])) };
  });
}

function reachOver(tx: Transaction, { lines }: Settlement): Promise<FundsInReach> {
  return fundsInReach(tx, lines.filter(({ kind }) => kind === 'lecture_fee').map(({ to_id }) => to_id));
}

/** A line is for its parties; one with a teacher for those who may read the teacher, too. */
function isInReach({ kind, from_id, to_id, campus_id }: Line, { campuses, isOwn, persons }: FundsInReach): boolean {
  const parties = [from_id, kind === 'lecture_fee' ? null : to_id, campus_id];
  return parties.some((id) => id !== null && id !== STUDENTS && (campuses.has(id) || isOwn(id))) && (kind !== 'lecture_fee' || persons.has(to_id));
}

function lineView(line: Line, { campuses, persons }: FundsInReach, organisations: ReadonlyMap<string, string>) {
  const { from_id, to_id, campus_id, reason, trace, ...figures } = lineJson(line);
  const party = (id: string) => ({ id, name: organisations.get(id) ?? campuses.get(id) ?? persons.get(id) ?? null });
  return {
    ...figures, label: LINE_LABELS[line.kind], reason: reason === null ? null : LINE_REASONS[reason],
    from: from_id === null ? null : party(from_id), to: party(to_id), campus: campus_id === null ? null : party(campus_id),
    trace: trace.map(({ evidence, ...step }) => ({ ...step, evidence: evidence.map(({ sheet, rows }) => ({ sheet, many: rows.length })) })),
  };
}

function booksView(settlement: Settlement) {
  const { debit_yuan, credit_yuan, clearing } = settlementJson(settlement).trial_balance;
  return { debit_yuan, credit_yuan, agree: settlement.conserved, clearing };
}

function errorsBySheet({ problems }: Settlement) {
  const counts = new Map<string, number>();
  for (const { sheet, severity } of problems) if (severity === 'error') counts.set(sheet, (counts.get(sheet) ?? 0) + 1);
  return [...counts].map(([sheet, many]) => ({ sheet, many }));
}
