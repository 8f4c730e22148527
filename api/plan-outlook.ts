import type { z } from '@hono/zod-openapi';
import { RATE_NAMES } from '../core/forecast/rates.ts';
import { rateText } from '../core/forecast/forecast-json.ts';
import { planRules } from '../core/plans/higher-line.ts';
import type { DraftLine } from '../core/plans/line.ts';
import { planOutlook } from '../core/plans/outlook.ts';
import { parametersOn } from '../core/verdict/parameter.ts';
import { planGround, type PlanGround } from '../store/plan-ground.ts';
import type { Transaction } from '../store/transaction.ts';
import type { askPlanOutlook } from './contract/plans.ts';
import { figuresOf } from './forecast.ts';
import { keptAnswers } from './kept-verdicts.ts';
import type { Seen } from './matter-view.ts';
import { shown } from './verdict-view.ts';

export type OutlookView = z.infer<(typeof askPlanOutlook.responses)[200]['content']['application/json']['schema']>;

interface OfPlan {
  readonly college_id: string;
  readonly year: number;
}

/** The rules on plans of the day; a plan cannot be opened where none is in force. */
export function rulesOfDay({ place, today }: Seen) {
  const rules = planRules(parametersOn(place.pack.parameters, today));
  if (rules === null) throw new Error('no rule on plans is in force');
  return rules;
}

const kept = keptAnswers<PlanGround>();

/** What a plan is looked ahead from, read once for each state of the region: lines are tried while they are typed. */
export function groundOfPlan(tx: Transaction, { college_id, year }: OfPlan, seen: Seen): Promise<PlanGround> {
  const { place: { pack }, today } = seen;
  const { lag } = rulesOfDay(seen);
  return kept.get(tx, [pack.header.id, today, college_id, String(year)], () => tx.whole((whole) => planGround(whole, college_id, { pack, today, year, lag })));
}

/** S2-a: the campuses of these lines in the years of their step up and the one after, with what each verdict stands on. */
export async function outlookOf(tx: Transaction, plan: OfPlan, lines: readonly Pick<DraftLine, 'programme_id' | 'secondary_heads'>[], seen: Seen): Promise<OutlookView> {
  const { place: { pack }, today } = seen;
  const { ground, programmes } = await groundOfPlan(tx, plan, seen);
  const outlook = planOutlook(ground, { year: plan.year, lag: rulesOfDay(seen).lag, lines, programmes: programmes.map(({ programme_id }) => programme_id) });
  const days = new Map(ground.rules.map(({ year, on }) => [year, on]));
  const rates = RATE_NAMES.map((name) => ({ name, value: rateText(ground.pack_rates[name]), origin: 'pack' as const, programme_id: null }));
  const led = new Set(lines.map(({ programme_id }) => outlook.campus_of.get(programme_id) ?? null));
  const schools = new Map(ground.campuses.map(({ campus }) => [campus.campus_id, campus.school_id]));
  return {
    campuses: outlook.campuses.filter(({ campus_id }) => led.has(campus_id)).map(({ campus_id, name, fit, years }) => ({
      fit,
      forecast: {
        on: today, pack: pack.header.id, campus_id, name, school_id: schools.get(campus_id) ?? '', rates,
        rows: years.map((row) => ({ ...figuresOf(row), on: days.get(row.year) ?? today, grades: row.grades, verdicts: row.verdicts.map((verdict) => shown(verdict, pack)) })),
      },
    })),
    lines: lines.map(({ programme_id }) => ({ programme_id, campus_id: outlook.campus_of.get(programme_id) ?? null, fit: outlook.fits.get(programme_id) ?? 'unknown' })),
  };
}
