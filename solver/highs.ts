import loadHighs from 'highs';
import type { Answered, Asking, Solver } from '../core/allocation/solver.ts';

type Highs = Awaited<ReturnType<typeof loadHighs>>;
const OPTIMAL = 7;
const IMPOSSIBLE: ReadonlySet<number> = new Set([8, 9]);

let loaded: Promise<Highs> | undefined;

/** HiGHS, compiled for any machine. It holds its thread while it works. */
export const highs: Solver = async (asking) => solve(await (loaded ??= loadHighs()), asking);

function solve(program: Highs, asking: Asking): Answered {
  const { model: { rules, most, costs }, seconds } = asking;
  if (most.length === 0) return rules.some(({ least }) => least > 0n) ? { state: 'impossible', values: null, bound: null } : { state: 'optimal', values: [], bound: 0 };
  return program.withModel((asked): Answered => {
    asked.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: SMALLEST_DIFFERENCE });
    asked.passModel({
      numCols: most.length,
      numRows: rules.length,
      colCost: Float64Array.from(costs),
      colLower: new Float64Array(most.length),
      colUpper: Float64Array.from(most),
      rowLower: Float64Array.from(rules, ({ least }) => Number(least)),
      rowUpper: new Float64Array(rules.length).fill(program.infinity),
      matrix: matrixOf(asking),
      integrality: new Int32Array(most.length).fill(program.constants.variableType.integer),
    });
    asked.run();
    const status = asked.getModelStatus();
    if (IMPOSSIBLE.has(status)) return { state: 'impossible', values: null, bound: null };
    const found = Number(asked.info.get('primal_solution_status')) === FEASIBLE;
    return {
      state: status === OPTIMAL ? 'optimal' : 'stopped',
      values: found ? Array.from(asked.getSolution().colValue, Math.round) : null,
      bound: boundOf(Number(asked.info.get('mip_dual_bound'))),
    };
  });
}

/** Two plans that differ by less than half a fen cost the same. */
const SMALLEST_DIFFERENCE = 0.004;
const FEASIBLE = 2;

function boundOf(bound: number): number | null {
  return Number.isFinite(bound) ? bound : null;
}

function matrixOf({ model: { most, rules } }: Asking) {
  const starts = new Int32Array(rules.length + 1);
  rules.forEach(({ factors }, at) => { starts[at + 1] = (starts[at] ?? 0) + factors.length; });
  return {
    format: 'csr' as const, numRows: rules.length, numCols: most.length, starts,
    indices: Int32Array.from(rules.flatMap(({ factors }) => factors.map(({ choice }) => choice))),
    values: Float64Array.from(rules.flatMap(({ factors }) => factors.map(({ factor }) => Number(factor)))),
  };
}
