import { paidYuan } from '../../../core/allocation/kept-answer.ts';
import { demandText, kindText, placeNames } from '../../../core/allocation/phrases.ts';
import { groupWhole } from '../../../core/check/phrases.ts';
import { LINE_LABELS } from '../../../core/funding/labels.ts';
import type { Language } from '../../../core/values/bilingual.ts';
import type { ScenarioAnswer } from '../../provenance/answers.ts';
import { groupDigits } from '../../words/format.ts';
import type { forecastWords } from '../../words/forecast.ts';
import type { policyWords } from '../../words/policy.ts';
import type { scenarioWords } from '../../words/scenarios.ts';

type Lines = [label: string, value: string][];
const text = (n: number | null): string => (n === null ? '?' : groupDigits(String(n)));

/** What of a plan is laid beside that of another. */
export function planLines({ answer, campuses }: Pick<ScenarioAnswer, 'answer' | 'campuses'>, say: (typeof scenarioWords)['zh'], language: Language): Lines {
  if (answer === null) return [];
  const sums = new Map<string, number>();
  for (const { year, kind, count } of answer.plan) sums.set(`${year} ${kindText(kind, language)}`, (sums.get(`${year} ${kindText(kind, language)}`) ?? 0) + count);
  return [
    [say.result, say[answer.status]], [say.cost, answer.proof.cost_yuan === null ? '—' : groupWhole(paidYuan(answer) ?? answer.proof.cost_yuan)],
    ...answer.intakes.map(({ year, intake }): [string, string] => [say.intakeOf(year), String(intake)]),
    ...[...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([label, count]): [string, string] => [label, String(count)]),
    [say.binds, answer.binding.map((demand) => demandText(demand, language, placeNames(campuses))).join(say.separator)], [say.conflicts, answer.conflict.map((demand) => demandText(demand, language, placeNames(campuses))).join(say.separator)],
  ];
}

export function forecastLines(forecast: ScenarioAnswer['forecast'], say: (typeof forecastWords)['zh']): Lines {
  if (forecast === null) return [];
  return forecast.region.flatMap(({ year, intake, grades, graduates, local }): Lines => {
    const rows = forecast.rows.filter((row) => row.year === year);
    const band = forecast.bands.find((one) => one.year === year)?.higher;
    return [
      [say.origin(say.intake, year), text(intake)], [say.origin(say.higher, year), `${text(grades[4] + grades[5])}${band === undefined ? '' : ` (${text(band.p05)}–${text(band.p95)})`}`],
      [say.origin(say.graduates, year), text(graduates)], [say.origin(say.local, year), text(local)], [say.origin(say.open, year), text(rows.reduce((sum, { open }) => sum + open.length, 0))],
    ];
  });
}

export function impactLines(impact: ScenarioAnswer['impact'], say: (typeof policyWords)['zh'], language: Language): Lines {
  if (impact === null) return [];
  const last = impact.sums.at(-1);
  return [
    [say.verdicts, text(impact.verdicts.length)], [say.heads, text(impact.heads)],
    [say.graduation, text(impact.graduation.changes.reduce((sum, { students }) => sum + students, 0))],
    [say.turned, text(impact.years.reduce((sum, { fails }) => sum + fails.length, 0))],
    ...(last === undefined ? [] : [[say.teachersOf(last.year), `${text(last.needed.teachers.before)} → ${text(last.needed.teachers.after)}`] as [string, string]]),
    ...impact.money.lines.map(({ kind, year, before_yuan, after_yuan }): [string, string] => [`${year} ${LINE_LABELS[kind][language]}`, `${groupWhole(before_yuan ?? '?')} → ${groupWhole(after_yuan ?? '?')}`]),
  ];
}
