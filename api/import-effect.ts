import { summaryOf } from '../core/check/check.ts';
import type { JudgedRegion } from './region-verdicts.ts';
import { valueOf } from './verdict-view.ts';

/** How many verdicts have each outcome; all zero where nothing was judged. */
export function judgedOutcomes(judged: JudgedRegion | null) {
  return judged === null ? summaryOf([]) : judged.result.summary;
}

/** The campuses whose verdicts or figures an import changes, and how. */
export function changedCampuses(before: JudgedRegion, after: JudgedRegion) {
  const known = new Map(before.result.campuses.map((campus) => [campus.campus_id, campus]));
  return after.result.campuses.flatMap((campus) => {
    const was = new Map((known.get(campus.campus_id)?.verdicts ?? []).map((v) => [v.standard, v]));
    const verdicts = campus.verdicts.flatMap((verdict) => {
      const old = was.get(verdict.standard);
      const value_before = old === undefined ? null : valueOf(old);
      const value_after = valueOf(verdict);
      if (old?.outcome === verdict.outcome && value_before === value_after) return [];
      return [{ standard: verdict.standard, before: old?.outcome ?? null, after: verdict.outcome, value_before, value_after }];
    });
    return verdicts.length === 0 ? [] : [{ campus_id: campus.campus_id, name: campus.name, verdicts }];
  });
}
