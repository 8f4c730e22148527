import { writeCampusRules, type Open } from './campus-rules.ts';
import type { Demand } from './demand.ts';
import { writeLevels, type Level } from './levels.ts';
import { writeLimits } from './limit-rules.ts';
import { createDraft, type Model } from './model.ts';
import { offersOf, type Offers } from './offers.ts';
import { writeOpenings, type Opening } from './openings.ts';
import { writeSchoolRules } from './school-rules.ts';
import type { Situation } from './situation.ts';
import { writeStock, type Holding } from './stock.ts';
import { writeAims, writeIntakeRules, type OpenTarget } from './target-rules.ts';
import { wantedIntakes } from './wanted.ts';

/** The question as a model, with what each choice means. */
export interface Problem {
  readonly model: Model;
  readonly demands: readonly Demand[];
  readonly offers: Offers;
  readonly levels: readonly Level[];
  readonly holdings: readonly Holding[];
  readonly openings: readonly Opening[];
  readonly open: readonly Open[];
  readonly open_targets: readonly OpenTarget[];
}

/** S2-a: what is planned is held against all that the campuses have, in every year that it reaches. */
export function problemOf(situation: Situation): Problem {
  const draft = createDraft();
  const offers = offersOf(situation);
  const wanted = wantedIntakes(situation);
  const levels = writeLevels(situation, offers, wanted, draft);
  const holdings = writeStock(situation, offers, draft);
  const openings = writeOpenings(situation, offers, levels, draft);
  const open = [...writeCampusRules(situation, { draft, levels, holdings }), ...writeSchoolRules(situation, levels, draft)];
  writeIntakeRules(situation, wanted, { draft, levels, openings });
  const open_targets = writeAims(situation, { draft, levels, openings });
  writeLimits(situation, { draft, offers, levels, holdings, openings });
  const demands = new Map(draft.rules.flatMap(({ demand }) => (demand === null ? [] : [[demand.key, demand] as const])));
  return { model: { choices: draft.choices, rules: draft.rules }, demands: [...demands.values()], offers, levels, holdings, openings, open, open_targets };
}
