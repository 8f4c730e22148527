import type { Role } from '../../core/access/roles.ts';
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
      // What the drawn questions do not notice is asked of all that there are.
      return (await askAll(matrix, near(mutant, few), 1)).length > 0 || (await askAll(matrix, about(mutant), 1)).length > 0;
    });
    if (!noticed) left.push(mutantName(mutant));
  }
  return left;
}

const holdersOf = ({ role }: Mutant): typeof EVERYBODY => EVERYBODY.filter(({ places }) => places.some((one) => one.role === role));

/** Every question about the line that was changed. */
const about = (mutant: Mutant): Cell[] => cells(holdersOf(mutant)).filter((cell) => asksOf(cell, mutant));

/** Questions about the line that was changed, those first that notice most; then what is made of everything in reach. */
function near(mutant: Mutant, few: Few): Cell[] {
  const holders = holdersOf(mutant);
  const all = few.random.shuffled(about(mutant));
  const [slow, asking] = [all.filter(({ route }) => (CASES[route] as RouteCase).slow === true), all.filter(({ route }) => (CASES[route] as RouteCase).slow !== true)];
  const hasQuick = asking.some(({ route }) => (CASES[route] as RouteCase).asks[0] === mutant.kind);
  const telling = asking.filter(({ route, relation }) => route === 'listRecords' || route === 'addRecord' && relation !== 'absent');
  return [...telling.slice(0, MOST), ...asking.slice(0, MOST), ...hasQuick ? [] : slow.slice(0, MOST_SLOW), ...cells(holders, few).filter((cell) => WIDE.includes(cell.route))];
}

/**
 * Whether any route asks of the line at all; approving and revealing are asked of few kinds. What may be taken out is
 * cut to what may be read, and so is what may be revealed or decided on: more of it changes nothing. In a matter is written
 * what was decided.
 */
export function isAsked({ role, kind, action, what }: Mutant): boolean {
  if (action === 'export' && (what === 'widened' || what === 'added' && kind !== 'verdicts')) return false;
  if (what === 'widened' && (action === 'reveal' || action === 'approve' || (CUT[`${kind}.${action}`] ?? []).some((one) => one === 'everybody' || one === role))) return false;
  return (Object.values(CASES) as RouteCase[]).some(({ asks, sheets = sheetNames }) => {
    if (typeof asks === 'string') return false;
    const [of, act] = asks;
    return act === ACTS[action] && (of === kind || (of === 'any' || of === 'sheet') && sheets.some((sheet) => kindOfSheet(sheet) === kind));
  });
}

/** Lines of which more changes nothing, as something else cuts what they open, and for whom. */
const CUT: Readonly<Record<string, readonly (Role | 'everybody')[]>> = {
  'grants.write': ['everybody'], 'matters.write': ['everybody'],
  // Everybody answers for themselves, whatever is in reach.
  'surveys.write': ['everybody'],
  // Found by reading first, and so cut to what may be read.
  'agreements.write': ['everybody'], 'placements.write': ['everybody'], 'courses.write': ['everybody'],
  // Read with the season that they are of, which is cut to tests in reach; one's own and one's wards' are asked by number.
  'appeals.read': ['everybody'],
  // Nobody of the world has graduated, so that a department has no claim to grant.
  'benefits.write': ['department'],
};

const MOST = 60;
/** Of a kind of which every route answers slowly. */
const MOST_SLOW = 12;
/** Routes whose answers are made of everything in reach. */
const WIDE: readonly string[] = ['listRegisters', 'downloadExport', 'readOverview', 'listImports', 'listMappings', 'readSession'];

function asksOf({ route, sheet }: Cell, { kind, action }: Mutant): boolean {
  const { asks } = CASES[route] as RouteCase;
  if (typeof asks === 'string') return false;
  const [of, act] = asks;
  return act === ACTS[action] && (of === kind || of === 'any' || of === 'sheet' && kindOfSheet(sheet) === kind);
}
