import { checkRows, type CheckResult } from '../core/check/check.ts';
import { judgingOn } from '../core/check/judging.ts';
import type { Pack } from '../core/policy/pack.ts';
import { parseExact, toDecimalText } from '../core/values/exact.ts';
import { parametersOn, type Parameter } from '../core/verdict/parameter.ts';
import type { Handlers } from './app.ts';
import { dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import { judgeRegion, type JudgedRegion } from './region-verdicts.ts';

export function parameterHandlers(deps: Deps): Pick<Handlers, 'listParameters' | 'listEffects'> {
  return {
    listParameters: (c) => storeOf(deps, c).read(async (tx) => {
      const place = await placeOf(tx);
      const { on } = dayOf(deps, place, c.req.valid('query'));
      const parameters = [...parametersOn(place.pack.parameters, on).values()].map((p) => ({ ...p, value: valueText(p.value) }));
      return c.json({ on, pack: place.pack.header.id, parameters }, 200);
    }),
    listEffects: (c) => storeOf(deps, c).read(async (tx) => {
      const place = await placeOf(tx);
      const day = dayOf(deps, place, c.req.valid('query'));
      const judged = await judgeRegion(tx, place.pack, day);
      return c.json({ on: day.on, effects: effectsOf(judged, place.pack) }, 200);
    }),
  };
}

/** A decimal where there is one, else the fraction. */
export function valueText(value: Parameter['value']): string {
  return typeof value === 'object' ? (toDecimalText(value) ?? `${value.n}/${value.d}`) : String(value);
}

/** What each choice of each reading in force would answer instead, judged anew over the same rows. */
function effectsOf({ result, judging, rows, campuses }: JudgedRegion, pack: Pack) {
  return [...judging.parameters.values()].flatMap((parameter) => {
    const { key, reading } = parameter;
    if (reading === null) return [];
    const now = valueText(parameter.value);
    return reading.options.map(({ value, label }) => {
      const chosen = value === now;
      const given = chosen ? null : valueLike(parameter, value);
      const changes = given === null ? [] : differences(result, checkRows(
        { region_code: null, campuses, region: rows }, judgingOn(pack, judging.on, new Map([[key, given]])),
      ));
      return { reading: reading.id, key, value, label, chosen, changes };
    });
  });
}

/** An option as a value of the kind that the parameter holds; null where it can not be one. */
function valueLike({ value }: Parameter, option: string): Parameter['value'] | null {
  if (option === 'true' || option === 'false') return option === 'true';
  if (typeof value === 'object') return parseExact(option);
  return parseExact(option) ?? option;
}

function differences(before: CheckResult, after: CheckResult) {
  return before.campuses.flatMap((campus, at) => campus.verdicts.flatMap((verdict, index) => {
    const other = after.campuses[at]?.verdicts[index];
    if (other === undefined || other.outcome === verdict.outcome) return [];
    return [{ campus_id: campus.campus_id, campus: campus.name, standard: verdict.standard, before: verdict.outcome, after: other.outcome }];
  }));
}
