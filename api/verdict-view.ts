import type { z } from '@hono/zod-openapi';
import { headsOf, measuredJson, targetJson, verdictJson, verdictView } from '../core/check/check-json.ts';
import { summaryOf, type CampusResult } from '../core/check/check.ts';
import type { Row } from '../core/exchange/sheets.ts';
import type { Pack } from '../core/policy/pack.ts';
import type { Bilingual } from '../core/values/bilingual.ts';
import type { TargetVerdict } from '../core/verdict/target.ts';
import type { Verdict } from '../core/verdict/verdict.ts';
import type { campusHead, campusRow } from './contract/overview.ts';
import type { schoolVerdicts, shortVerdict, shownVerdict, target, trendPoint } from './contract/verdict.ts';

/** What verdicts look like in answers: `check --json`, with the labels and marks that a screen adds. */

export type TrendPoint = z.infer<typeof trendPoint>;
/** The values of earlier snapshots, by `<campus or school>/<standard>`. */
export type Trends = ReadonlyMap<string, readonly TrendPoint[]>;
export const NO_TRENDS: Trends = new Map();

export function shown(verdict: Verdict, pack: Pack, trend: readonly TrendPoint[] = []): z.infer<typeof shownVerdict> {
  const composite = pack.composites.find((c) => c.id === verdict.standard);
  const standard = [...pack.standards, ...pack.schoolStandards].find((s) => s.id === verdict.standard);
  return {
    ...verdictView(verdict),
    label: (composite ?? standard)?.label ?? { zh: verdict.standard, en: verdict.standard },
    parameter: verdict.required.parameter,
    composite: composite !== undefined,
    notice: standard?.notice ?? false,
    trend,
  };
}

export function shownAll(of: string, verdicts: readonly Verdict[], pack: Pack, trends: Trends) {
  return verdicts.map((v) => shown(v, pack, trends.get(`${of}/${v.standard}`)));
}

export function short(verdict: Verdict): z.infer<typeof shortVerdict> {
  const { standard, outcome, measured, gap, reason, missing } = verdictJson(verdict);
  return { standard, outcome, value: measured.value, gap, reason, missing };
}

export function shownTarget(verdict: TargetVerdict): z.infer<typeof target> {
  return { ...targetJson(verdict), label: verdict.label, parameter: verdict.required.parameter };
}

/** What gives names to ids on the screens. */
export interface Names {
  readonly organisations: ReadonlyMap<string, Row<'organisations'>>;
  readonly parks: ReadonlyMap<string, Row<'parks'>>;
  readonly counties: ReadonlyMap<string, Bilingual>;
}

export function headOf(campus: Row<'campuses'>, result: CampusResult, { organisations, parks, counties }: Names): z.infer<typeof campusHead> {
  const { campus_id, name, school_id, college_id, division_code, park_id, form, status } = campus;
  return {
    campus_id, name, school_id, college_id, division_code, park_id, form, status,
    school: organisations.get(school_id)?.name ?? school_id,
    college: organisations.get(college_id)?.name ?? college_id,
    county: counties.get(division_code) ?? null,
    park: park_id === null ? null : (parks.get(park_id)?.name ?? null),
    students: headsOf(result.facts?.students.value ?? null),
  };
}

export function campusLine(campus: Row<'campuses'>, result: CampusResult, names: Names): z.infer<typeof campusRow> {
  return {
    ...headOf(campus, result, names),
    summary: summaryOf(result.verdicts),
    verdicts: [...result.verdicts, ...result.composites].map(short),
  };
}

export function schoolView(
  school: { readonly school_id: string; readonly verdicts: readonly Verdict[] }, organisations: Names['organisations'], pack: Pack, trends: Trends,
): z.infer<typeof schoolVerdicts> {
  const { school_id, verdicts } = school;
  return { school_id, name: organisations.get(school_id)?.name ?? school_id, verdicts: shownAll(school_id, verdicts, pack, trends) };
}

export function valueOf(verdict: Verdict): string | null {
  return measuredJson(verdict.measured, verdict.required.op).value;
}
