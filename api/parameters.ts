import { campusResult, type CampusResult } from '../core/check/check.ts';
import { answerCampus, answerFacts, judgingOn, type Judging } from '../core/check/judging.ts';
import { valueLike } from '../core/policy/changed-pack.ts';
import type { Pack } from '../core/policy/pack.ts';
import { toDecimalText } from '../core/values/exact.ts';
import { parametersOn, type Parameter } from '../core/verdict/parameter.ts';
import type { Outcome, Verdict } from '../core/verdict/verdict.ts';
import { loadCampusRows, loadRows } from '../store/campus-rows.ts';
import { loadParameterChanges } from '../store/changed-parameters.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import { dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import { inReach } from './in-reach.ts';
import { about, keptAnswers } from './kept-verdicts.ts';
import { knownOf, type AskedDay } from './region-verdicts.ts';

const kept = keptAnswers<Effect[]>();

export function parameterHandlers(deps: Deps): Pick<Handlers, 'listParameters' | 'listEffects'> {
  return {
    listParameters: (c) => storeOf(deps, c).read(async (tx) => {
      const place = await placeOf(tx, c.req.valid('query'));
      const { on } = dayOf(deps, place, c.req.valid('query'));
      const parameters = [...parametersOn(place.pack.parameters, on).values()].map((p) => ({ ...p, value: valueText(p.value) }));
      return c.json({ on, pack: place.pack.header.id, parameters, changes: await loadParameterChanges(tx, c.req.valid('query').known_on) }, 200);
    }),
    listEffects: (c) => storeOf(deps, c).read(async (tx) => {
      const place = await placeOf(tx, c.req.valid('query'));
      const day = dayOf(deps, place, c.req.valid('query'));
      const effects = await kept.get(tx, about(place.pack, day), () => tx.whole((whole) => effectsOf(whole, place.pack, day)));
      const { campuses } = await inReach(tx, knownOf(day));
      return c.json({ on: day.on, effects: effects.map((effect) => ({ ...effect, changes: effect.changes.filter(({ campus_id }) => campuses.has(campus_id)) })) }, 200);
    }),
  };
}

/** A decimal where there is one, else the fraction. */
export function valueText(value: Parameter['value']): string {
  return typeof value === 'object' ? (toDecimalText(value) ?? `${value.n}/${value.d}`) : String(value);
}

type Effect = ReturnType<typeof choicesOf>[number] & { readonly changes: Difference[] };

/** What each choice of each reading in force would answer instead: each campus is loaded once and judged anew. */
async function effectsOf(tx: Transaction, pack: Pack, day: AskedDay): Promise<Effect[]> {
  const known = knownOf(day);
  const judging = judgingOn(pack, day.on);
  const effects = choicesOf(judging).map((choice) => ({ ...choice, changes: [] as Difference[] }));
  const others = effects.flatMap((effect) => {
    const parameter = judging.parameters.get(effect.key);
    const given = effect.chosen || parameter === undefined ? null : valueLike(parameter, effect.value);
    return given === null ? [] : [{ effect, other: judgingOn(pack, day.on, new Map([[effect.key, given]])) }];
  });
  for (const { campus_id } of await loadRows(tx, 'campuses', known)) {
    const rows = await loadCampusRows(tx, campus_id, known);
    const now = rows && campusResult(rows, judging);
    if (rows === null || now === null) continue;
    for (const { effect, other } of others) {
      // A reading that does not say what is counted is judged from the facts that are there.
      const { verdicts } = sameRules(judging, other) ? answerFacts(now.facts, other) : answerCampus(rows, other);
      effect.changes.push(...differences(now, verdicts));
    }
  }
  return effects;
}

function choicesOf({ parameters }: Judging) {
  return [...parameters.values()].flatMap(({ key, value: now, reading }) => (reading === null ? [] : reading.options.map(({ value, label }) => (
    { reading: reading.id, key, value, label, chosen: value === valueText(now) }))));
}

function sameRules(a: Judging, b: Judging): boolean {
  const text = ({ rules }: Judging): string => Object.values(rules ?? {})
    .map((rule: unknown) => (rule instanceof Set || Array.isArray(rule) ? [...rule as Iterable<unknown>].join() : valueText(rule as Parameter['value'])))
    .join('|');
  return text(a) === text(b);
}

interface Difference {
  readonly campus_id: string;
  readonly campus: string;
  readonly standard: string;
  readonly before: Outcome;
  readonly after: Outcome;
}

function differences({ campus_id, name, verdicts }: CampusResult, others: readonly Verdict[]): Difference[] {
  return verdicts.flatMap((verdict, at) => {
    const after = others[at]?.outcome ?? verdict.outcome;
    return after === verdict.outcome ? [] : [{ campus_id, campus: name, standard: verdict.standard, before: verdict.outcome, after }];
  });
}
