import { check } from '../check/check.ts';
import { headsOf, measuredJson, requiredJson, targetJson } from '../check/check-json.ts';
import { judgingOn } from '../check/judging.ts';
import type { Dataset } from '../exchange/sheets.ts';
import type { Pack } from '../policy/pack.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Outcome, Verdict } from '../verdict/verdict.ts';

/** What a verdict says, as far as another value changes it. */
export interface Said {
  readonly outcome: Outcome;
  readonly value: string | null;
  readonly required: string | null;
}

/** A verdict that comes out otherwise: of a campus with its students, or of what is left of a school. */
export interface VerdictChange {
  readonly campus_id: string | null;
  readonly school_id: string | null;
  readonly standard: string;
  readonly clause: string;
  readonly students: number | null;
  readonly before: Said;
  readonly after: Said;
}

export interface TargetChange {
  readonly standard: string;
  readonly part: string | null;
  readonly clause: string;
  readonly year: number | null;
  readonly before: Said;
  readonly after: Said;
}

export interface VerdictChanges {
  readonly campuses: number;
  readonly verdicts: readonly VerdictChange[];
  readonly targets: readonly TargetChange[];
}

/** What the same records answer on a day by two packs. Targets also where only what they ask for differs: they are not due yet. */
export function verdictChanges(dataset: Dataset, before: Pack, after: Pack, on: PlainDate): VerdictChanges {
  const [was, is] = [check(dataset, [], judgingOn(before, on)), check(dataset, [], judgingOn(after, on))];
  const campuses = was.campuses.flatMap(({ campus_id, facts, verdicts }, at) => changesOf(verdicts, is.campuses[at]?.verdicts ?? [])
    .map((change) => ({ campus_id, school_id: null, students: headsOf(facts?.students.value ?? null), ...change })));
  const schools = was.schools.flatMap(({ school_id, verdicts }, at) => changesOf(verdicts, is.schools[at]?.verdicts ?? []).map((change) => ({ campus_id: null, school_id, students: null, ...change })));
  const targets = was.targets.flatMap((target, at): TargetChange[] => {
    const [one, other] = [targetJson(target), is.targets[at] === undefined ? null : targetJson(is.targets[at])];
    if (other === null) return [];
    const said = (of: typeof one): Said => ({ outcome: of.outcome, value: of.measured.value, required: of.required.value });
    const { standard, part, clause, year } = one;
    return same(said(one), said(other)) ? [] : [{ standard, part, clause, year, before: said(one), after: said(other) }];
  });
  return { campuses: was.campuses.length, verdicts: [...campuses, ...schools], targets };
}

const same = (a: Said, b: Said): boolean => a.outcome === b.outcome && a.value === b.value && a.required === b.required;

/** Those whose outcome differs. */
function changesOf(before: readonly Verdict[], after: readonly Verdict[]) {
  return before.flatMap((verdict, at) => {
    const other = after[at];
    return other === undefined || other.outcome === verdict.outcome ? [] : [{ standard: verdict.standard, clause: verdict.clause, before: saidBy(verdict), after: saidBy(other) }];
  });
}

function saidBy({ outcome, measured, required }: Verdict): Said {
  return { outcome, value: measuredJson(measured, required.op).value, required: requiredJson(required).value };
}
