import loadHighs from 'highs';
import { sparseOf, type Sparse } from '../core/allocation/sparse.ts';
import type { Answered, Asking, LinearAnswered, Solver, Solvers, SparseAsking } from '../core/allocation/solver.ts';

type Highs = Awaited<ReturnType<typeof loadHighs>>;
const OPTIMAL = 7;
const IMPOSSIBLE: ReadonlySet<number> = new Set([8, 9]);

let loaded: Promise<Highs> | undefined;
const program = (): Promise<Highs> => (loaded ??= loadHighs());

/** HiGHS, compiled for any machine. It holds its thread while it works. */
export const highs: Solver = async (asking) => solve(await program(), asking);

/** All that a model solved in parts asks for, in this thread. */
export const highsInParts: Solvers = {
  solve: highs,
  whole: async (asking) => solveWhole(await program(), asking),
  linear: async (asking) => solveLinear(await program(), asking),
  keep: (models) => async (questions, limits) => {
    const highsProgram = await program();
    return questions.map(({ model, costs }) => solveWhole(highsProgram, { model: kept(models, model), costs, ...limits }));
  },
};

export function kept(models: readonly Sparse[], at: number): Sparse {
  const model = models[at];
  if (model === undefined) throw new Error(`no such model: ${at}`);
  return model;
}

function solve(highsProgram: Highs, { model: { rules, most, costs }, seconds }: Asking): Answered {
  return solveWhole(highsProgram, { model: sparseOf(rules, most), costs: Float64Array.from(costs), seconds, gap: 0 });
}

function solveWhole(highsProgram: Highs, { model, costs, seconds, gap }: SparseAsking): Answered {
  if (costs.length === 0) return model.least.some((least) => least > 0) ? { state: 'impossible', values: null, bound: null } : { state: 'optimal', values: [], bound: 0 };
  return highsProgram.withModel((asked): Answered => {
    asked.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: gap, mip_abs_gap: SMALLEST_DIFFERENCE });
    asked.passModel({ ...dataOf(highsProgram, model, costs), integrality: new Int32Array(costs.length).fill(highsProgram.constants.variableType.integer) });
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

function solveLinear(highsProgram: Highs, { model, costs, seconds }: Pick<SparseAsking, 'model' | 'costs' | 'seconds'>): LinearAnswered | null {
  return highsProgram.withModel((asked): LinearAnswered | null => {
    asked.options.set({ output_flag: false, time_limit: seconds });
    asked.passModel(dataOf(highsProgram, model, costs));
    asked.run();
    if (asked.getModelStatus() !== OPTIMAL) return null;
    const { colValue, rowDual } = asked.getSolution();
    return { cost: colValue.reduce((sum, value, at) => sum + value * (costs[at] ?? 0), 0), values: colValue, prices: rowDual };
  });
}

function dataOf({ infinity }: Highs, { starts, indices, values, least, most }: Sparse, costs: Float64Array) {
  return {
    numCols: costs.length, numRows: least.length, colCost: costs, colLower: new Float64Array(costs.length), colUpper: most,
    rowLower: least, rowUpper: new Float64Array(least.length).fill(infinity),
    matrix: { format: 'csr' as const, numRows: least.length, numCols: costs.length, starts, indices, values },
  };
}

/** Two plans that differ by less than half a fen cost the same. */
const SMALLEST_DIFFERENCE = 0.004;
const FEASIBLE = 2;

function boundOf(bound: number): number | null {
  return Number.isFinite(bound) ? bound : null;
}
