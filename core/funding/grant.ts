import type { Dataset, Row } from '../exchange/sheets.ts';
import type { Problem } from '../exchange/problem.ts';
import { aboveZero, fenOf, shareOfFen, sumOf, yuanText, type Fen } from '../values/fen.ts';
import type { Exact } from '../values/exact.ts';
import { grantHeads, type GrantHeads } from './grant-heads.ts';
import type { GrantPart, Unsplit } from './grant-receipts.ts';
import { exactText, lineOf, LINE_KINDS, rowsIn, used, type Line, type Missing } from './line.ts';
import { dayIn, type GrantRules } from './rules.ts';
import { periodText, type Scope } from './scope.ts';

/** A campus of the grant: its heads, their weight by months, and the standard of its college; null where not known. */
export interface GrantCampus {
  readonly campus: Row<'campuses'>;
  readonly heads: GrantHeads;
  /** months × heads, not yet divided by the months of a year. */
  readonly weight: bigint | null;
  readonly standard: Row<'grant_standards'> | null;
}

export interface GrantCampuses {
  readonly campuses: readonly GrantCampus[];
  readonly problems: readonly Problem[];
}

export function grantCampuses(dataset: Dataset, rules: GrantRules, scope: Scope): GrantCampuses {
  const headsOf = grantHeads(dataset, rules, scope);
  const standards = new Map((dataset.grant_standards ?? []).flatMap((row) => (row.fiscal_year === scope.fiscal_year ? [[row.college_id, row] as const] : [])));
  const campuses = (dataset.campuses ?? []).map((campus) => {
    const heads = headsOf(campus);
    const { previous: { value: previous }, current: { value: current } } = heads;
    const weight = previous === null || current === null ? null : monthWeight(previous, current, rules);
    return { campus, heads, weight, standard: standards.get(campus.college_id) ?? null };
  });
  return { campuses, problems: campuses.flatMap(({ heads }) => heads.problems) };
}

/** Eight months by last year's heads, four by this year's (B29): a campus that opens on 1 September gets four (B55). */
export function monthWeight(previous: bigint, current: bigint, rules: Pick<GrantRules, 'months_previous' | 'months_current'>): bigint {
  return rules.months_previous * previous + rules.months_current * current;
}

/** M5-d: ⌈standard × weighted heads⌉ in fen. */
export function grantDue(yuan_per_student: Exact, weight: bigint, rules: Pick<GrantRules, 'months_previous' | 'months_current'>): Fen {
  return shareOfFen(fenOf(yuan_per_student), { n: weight, d: monthsOfYear(rules) });
}

function monthsOfYear(rules: Pick<GrantRules, 'months_previous' | 'months_current'>): bigint {
  return rules.months_previous + rules.months_current;
}

/**
 * M5-d, M5-e: what the payer of a campus owes its college for the year, in quarterly parts (B31).
 * The standard is that of the fiscal year, entered for it; another year's never stands in.
 */
export function grantLine(of: GrantCampus, parts: readonly GrantPart[], unsplit: Unsplit | null, rules: GrantRules, scope: Scope): Line {
  const { campus, heads, weight, standard } = of;
  const due = standard === null || weight === null ? null : grantDue(standard.yuan_per_student, weight, rules);
  const received = sumOf(parts, ({ fen }) => fen);
  const paid = unsplit === null ? received : null;
  const instalments = instalmentsDue(rules, scope);
  const dated = due === null ? null : shareOfFen(due, instalments);
  const overdue = dated === null || paid === null ? null : aboveZero(dated - paid);
  const ratio = weight === null ? null : `${weight}/${monthsOfYear(rules)}`;
  return lineOf('grant', {
    from_id: campus.payer_id, to_id: campus.college_id, campus_id: campus.campus_id, period: periodText(scope.fiscal),
    base: standard?.yuan_per_student ?? null, ratio, due, paid, overdue,
    missing: missingOf(of, unsplit), provisional: heads.provisional,
    trace: [
      { figure: 'base', clause: LINE_KINDS.grant.clause, parameters: used(rules.parameters, 'grant.standard'), formula: standard === null ? '?' : exactText(standard.yuan_per_student), evidence: rowsIn('grant_standards', standard === null ? [] : [standard]) },
      {
        figure: 'due', clause: LINE_KINDS.grant.clause, parameters: used(rules.parameters, 'grant.headcount', 'grant.months_previous', 'grant.months_current'),
        formula: `⌈${standard === null ? '?' : exactText(standard.yuan_per_student)} × ${weightFormula(heads, rules)}⌉ = ${due === null ? '?' : yuanText(due)}`,
        evidence: [...heads.previous.evidence, ...(heads.provisional ? [] : heads.current.evidence)],
      },
      { figure: 'paid', clause: 'M5-e', parameters: [], formula: `Σ received = ${yuanText(received)}${unsplit === null ? '' : ' + ?'}`, evidence: rowsIn('grant_receipts', parts.map(({ receipt }) => receipt)) },
      {
        figure: 'overdue', clause: 'M5-e', parameters: used(rules.parameters, 'grant.instalment_days', 'grant.instalment_share'),
        formula: `⌈${instalments.n}/${instalments.d} × due⌉ − ${paid === null ? '?' : yuanText(paid)} → ${overdue === null ? '?' : yuanText(overdue)}`, evidence: [],
      },
    ],
  });
}

function weightFormula({ previous, current }: GrantHeads, rules: GrantRules): string {
  return `(${rules.months_previous} × ${previous.value ?? '?'} + ${rules.months_current} × ${current.value ?? '?'}) ÷ ${monthsOfYear(rules)}`;
}

function missingOf({ campus, weight, standard }: GrantCampus, unsplit: Unsplit | null): Missing[] {
  return [
    ...(campus.payer_id === null ? ['payer_id' as const] : []),
    ...(standard === null ? ['grant_standards' as const] : []),
    ...(weight === null || unsplit === 'grant_headcounts' ? ['grant_headcounts' as const] : []),
  ];
}

/** The part of the year's grant whose days have passed: nothing up to the first day, a quarter up to the second, … */
function instalmentsDue({ instalment_days, instalment_share }: GrantRules, { fiscal_year, as_of }: Scope): Exact {
  const passed = instalment_days.filter((day) => as_of > dayIn(fiscal_year, day)).length;
  return { n: instalment_share.n * BigInt(passed), d: instalment_share.d };
}
