import { sheetNames } from '../../core/exchange/sheets.ts';
import { EVERYBODY } from './actors.ts';
import { CASES, cells, type Few } from './cases.ts';
import type { MatrixClient } from './client.ts';
import { askAll, matrixOf } from './matrix.ts';
import { kindOfSheet, type Cell, type RouteCase } from './matrix-case.ts';
import { mutantName, withPolicy, type Mutant } from './policy-change.ts';
import type { Act } from './policy-oracle.ts';
import type { World } from './world.ts';

const ACTS: Readonly<Record<Mutant['action'], Act>> = { read: 'r', write: 'w', export: 'e', reveal: 'v', approve: 'a' };

/** The names of the mutants that no question of the matrix notices. */
export async function survivors(world: World, client: MatrixClient, tried: readonly Mutant[], few: Few): Promise<string[]> {
  const left: string[] = [];
  for (const mutant of tried) {
    const noticed = await withPolicy({ [mutant.role]: mutant.rules }, async () => {
      const matrix = matrixOf(world, client);
      return (await askAll(matrix, near(mutant, few), 1)).length > 0;
    });
    if (!noticed) left.push(mutantName(mutant));
  }
  return left;
}

/** Questions about the line that was changed, those first that notice most; then what is made of everything in reach. */
function near(mutant: Mutant, few: Few): Cell[] {
  const holders = EVERYBODY.filter(({ places }) => places.some(({ role }) => role === mutant.role));
  const asking = few.random.shuffled(cells(holders).filter((cell) => asksOf(cell, mutant) && !(CASES[cell.route] as RouteCase).slow));
  const telling = asking.filter(({ route, relation }) => route === 'listRecords' || route === 'addRecord' && relation !== 'absent');
  return [...telling.slice(0, MOST), ...asking.slice(0, MOST), ...cells(holders, few).filter((cell) => WIDE.includes(cell.route))];
}

/**
 * Whether any route asks of the line at all; approving and revealing are asked of few kinds. What may be taken out is
 * cut to what may be read, and so is what may be revealed or decided on: more of it changes nothing. In a matter is written
 * what was decided. Of kinds that the world of these questions has no record of, nothing can be noticed: whose they are is tried with their stores.
 */
const NOT_IN_WORLD: ReadonlySet<string> = new Set(['appeals', 'tests', 'posts', 'placements', 'policies', 'benefits', 'courses', 'employment']);

export function isAsked({ kind, action, what }: Mutant): boolean {
  if (NOT_IN_WORLD.has(kind)) return false;
  if (action === 'export' && (what === 'widened' || what === 'added' && kind !== 'verdicts')) return false;
  if (what === 'widened' && (kind === 'grants' || kind === 'matters' && action === 'write' || action === 'reveal' || action === 'approve')) return false;
  return (Object.values(CASES) as RouteCase[]).some(({ asks, sheets = sheetNames }) => {
    if (typeof asks === 'string') return false;
    const [of, act] = asks;
    return act === ACTS[action] && (of === kind || (of === 'any' || of === 'sheet') && sheets.some((sheet) => kindOfSheet(sheet) === kind));
  });
}

const MOST = 60;
/** Routes whose answers are made of everything in reach. */
const WIDE: readonly string[] = ['listRegisters', 'downloadExport', 'readOverview', 'listImports', 'listMappings', 'readSession'];

function asksOf({ route, sheet }: Cell, { kind, action }: Mutant): boolean {
  const { asks } = CASES[route] as RouteCase;
  if (typeof asks === 'string') return false;
  const [of, act] = asks;
  return act === ACTS[action] && (of === kind || of === 'any' || of === 'sheet' && kindOfSheet(sheet) === kind);
}
