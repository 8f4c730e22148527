import { allocate } from '../../core/allocation/allocate.ts';
import { situationOf } from '../../core/allocation/situation.ts';
import { readTyped } from '../../core/check/made-dataset.ts';
import { date } from '../../core/values/plain-date.ts';
import { highsInParts } from '../../solver/highs.ts';
import { allowed, costOf, keeper, packFor, slotsIn } from './allocation-twin.ts';
import { madeAllocation, type MadeAllocation } from './made-allocation.ts';
import type { Act } from './naive-allocation.ts';

/** The plan of a random region, as acts; null where there is none. */
export interface MadePlan {
  readonly made: MadeAllocation;
  readonly acts: readonly Act[];
}

export async function planOfSeed(seed: number): Promise<MadePlan | null> {
  const made = madeAllocation(seed);
  const { dataset } = readTyped(made.sheets);
  const { answer } = await allocate(situationOf(dataset, { pack: packFor(made), on: date(made.day), to: made.to, target: made.target, rates: 'pack' }), highsInParts, { seconds: 60 });
  if (answer.state !== 'proven') return null;
  const acts = answer.plan.decisions.map(({ year, option: { option_id }, count, campus_id, programme_id, division_code }): Act => ({
    option: (made.sheets.options ?? []).find((one) => one['option_id'] === option_id) ?? {}, year, count,
    campus_id: campus_id ?? '', programme_id: programme_id ?? '', division_code: division_code ?? String((made.sheets.campuses ?? []).find((one) => one['campus_id'] === campus_id)?.['division_code'] ?? ''),
  }));
  return { made, acts };
}

const sameSlot = (a: Omit<Act, 'count'>, b: Omit<Act, 'count'>): boolean =>
  a.option === b.option && a.year === b.year && a.campus_id === b.campus_id && a.programme_id === b.programme_id && (a.option['kind'] !== 'campus' || a.division_code === b.division_code);

/** Every plan that is one step away: one less of something that it does, one more of anything that could be done, and one of them in the place of another. */
export function neighboursOf({ made, acts }: MadePlan): Act[][] {
  const slots = (made.sheets.options ?? []).flatMap(slotsIn(made, packFor(made)));
  const less = acts.map((one) => acts.flatMap((act) => (act !== one ? [act] : act.count === 1 ? [] : [{ ...act, count: act.count - 1 }])));
  const withOneMore = (plan: readonly Act[]) => slots.flatMap((slot): Act[][] => {
    const taken = plan.filter(({ option }) => option === slot.option).reduce((sum, { count }) => sum + count, 0);
    if (taken >= Number(slot.option['max'])) return [];
    return [plan.some((act) => sameSlot(act, slot)) ? plan.map((act) => (sameSlot(act, slot) ? { ...act, count: act.count + 1 } : act)) : [...plan, { ...slot, count: 1 }]];
  });
  return [...less, ...withOneMore(acts), ...less.flatMap(withOneMore)];
}

const FEN = 0.01;

/** Those of its neighbours that cost less and keep everything: none, where the plan is the cheapest. No solver is asked. */
export function cheaperNeighbours(plan: MadePlan): { readonly asked: number; readonly cheaper: readonly (readonly Act[])[] } {
  const { made, acts } = plan;
  const keeps = keeper(made, packFor(made));
  const own = costOf(made, acts);
  const all = neighboursOf(plan);
  return { asked: all.length, cheaper: all.filter((one) => costOf(made, one) < own - FEN && allowed(made, one) && keeps(one)) };
}
