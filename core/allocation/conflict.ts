import type { Demand } from './demand.ts';

/** Whether a plan exists that keeps the demands given, and whatever can never be given up. */
export type CanKeep = (demands: readonly Demand[]) => Promise<boolean>;

/**
 * Demands that cannot all be kept, of which each is needed for that: give up any one and the rest can be. Halves
 * are left out at once as long as what remains still conflicts, so that few questions find few demands among many.
 */
export async function irreducibleConflict(demands: readonly Demand[], canKeep: CanKeep): Promise<readonly Demand[]> {
  if (!await canKeep([])) return [];
  // One that nothing can keep is the whole answer, and is found by small questions.
  for (const one of demands) if (!await canKeep([one])) return [one];
  return narrowed([], [], demands, canKeep);
}

/** The same where even a small question is a long one: single demands are not asked before. */
export async function narrowedConflict(demands: readonly Demand[], canKeep: CanKeep): Promise<readonly Demand[]> {
  return await canKeep([]) ? narrowed([], [], demands, canKeep) : [];
}

/** The least of `among` that conflicts together with `kept`; `added` says what `kept` grew by since it was last asked. */
async function narrowed(kept: readonly Demand[], added: readonly Demand[], among: readonly Demand[], canKeep: CanKeep): Promise<readonly Demand[]> {
  if (added.length > 0 && !await canKeep(kept)) return [];
  if (among.length <= 1) return among;
  const half = Math.floor(among.length / 2);
  const [left, right] = [among.slice(0, half), among.slice(half)];
  const ofRight = await narrowed([...kept, ...left], left, right, canKeep);
  const ofLeft = await narrowed([...kept, ...ofRight], ofRight, left, canKeep);
  return [...ofLeft, ...ofRight];
}
