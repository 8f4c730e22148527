import { canariesIn } from './canary.ts';
import { CASES } from './cases.ts';
import type { Answer, MatrixClient } from './client.ts';
import { kindOfSheet, mayAsk, mayWith, refused, unitOf, type Cell, type Expected, type RouteCase, type Where } from './matrix-case.ts';
import { holds, openTo } from './policy-oracle.ts';
import type { World } from './world.ts';

/** A cell whose answer is not what was agreed. */
export interface Wrong {
  readonly cell: string;
  readonly what: string;
}

export const nameOf = ({ route, asking, relation, state, sheet }: Cell): string => `${route} as ${asking.account}: ${relation}, ${state}, ${sheet}`;

/** Which line of defence is asked: both, the application without row security, or row security without the application. */
export type Defence = 'both' | 'application' | 'database';

export interface Matrix {
  readonly wrongIn: (cell: Cell) => Promise<Wrong[]>;
}

export function matrixOf(world: World, client: MatrixClient, defence: Defence = 'both'): Matrix {
  const allowed = new Map<string, ReadonlySet<string>>();
  const absent = new Map<string, Promise<string>>();
  const seenBy = (cell: Cell): ReadonlySet<string> => {
    const known = allowed.get(cell.asking.account) ?? readable(world, cell);
    allowed.set(cell.asking.account, known);
    return known;
  };
  const absentText = async (where: Where, routeCase: RouteCase): Promise<string> => {
    const { cell } = where;
    const key = `${cell.route} ${cell.asking.account} ${cell.sheet}`;
    const before = absent.get(key);
    if (before !== undefined) return before;
    const nowhere: Cell = { ...cell, relation: 'absent', state: routeCase.states?.[0] ?? 'any' };
    const asked = Promise.resolve(routeCase.ask({ ...where, cell: nowhere, unit: unitOf(nowhere) }))
      .then((ask) => client.ask(cell.asking, ask)).then(({ text }) => bare(text));
    absent.set(key, asked);
    return asked;
  };
  return {
    wrongIn: async (cell) => {
      const routeCase = CASES[cell.route] as RouteCase;
      const where: Where = { world, client, cell, unit: unitOf(cell) };
      const ask = await routeCase.ask(where);
      const answer = await client.ask(cell.asking, ask);
      const said = canariesIn(JSON.stringify([ask.path, ask.json, await formText(ask.form), routeCase.says?.(where)]));
      const unseen = foreign(answer.text, seenBy(cell), said).filter((one) => defence !== 'database' || !AS_PROGRAM.has(cell.route) && !ON_THE_MAP.test(one) && !ON_A_PAPER.get(cell.route)?.test(one));
      const found = [...unseen.length === 0 ? [] : [`foreign: ${unseen.slice(0, MOST_SHOWN).join(', ')} of ${unseen.length}`], ...overstepped(where, answer)];
      if (defence === 'database') found.push(...unlawful(where, routeCase, answer));
      else {
        const expected = expectedOf(where, routeCase);
        found.push(...await compared(expected, answer));
        if (expected.asAbsent === true && cell.relation !== 'absent' && bare(answer.text) !== await absentText(where, routeCase)) {
          found.push(`not answered as what is not there: ${answer.text.slice(0, 400)} | ${(await absentText(where, routeCase)).slice(0, 400)}`);
        }
      }
      return found.map((what) => ({ cell: nameOf(cell), what }));
    },
  };
}

/** Without the number by which an administrator finds an incident. */
const bare = (text: string): string => text.replace(/"incident":"[^"]*"/, '').replace(/"upload_id":"[^"]*"/, '');

async function formText(form: FormData | undefined): Promise<string> {
  const texts: string[] = [];
  for (const [, value] of form ?? []) texts.push(typeof value === 'string' ? value : `${value.name} ${await value.text()}`);
  return texts.join('\n');
}

/** The canaries of everything that somebody may read. */
function readable({ records, imports, cooperation, admissions, agreements, internships, tests }: World, { asking }: Cell): ReadonlySet<string> {
  const own = records.filter((one) => mayWith(asking, kindOfSheet(one.sheet), 'r', one.labels)).flatMap(({ canaries }) => [...canaries]);
  const open = openTo(asking, 'imports', 'r');
  const brought = imports.filter(({ scopes }) => holds(open, scopes)).flatMap(({ by, file }) => [...canariesIn(file), `Zq.${by.account.replace('.', '-')}.mapping.constant.qZ`]);
  const admitted = admissions.filter(({ labels }) => mayWith(asking, 'students', 'r', labels)).map(({ name }) => name);
  const together = cooperation.flatMap(({ terms, names, agreement, promotion, management }) => [
    ...mayWith(asking, 'partners', 'r', agreement) ? terms : [], ...mayWith(asking, 'teams', 'r', promotion) ? names : [], ...mayWith(asking, 'teams', 'r', management) ? names.slice(0, 1) : [],
  ]);
  const agreed = agreements.filter(({ labels }) => mayWith(asking, 'agreements', 'r', labels)).flatMap(({ canaries }) => [...canaries]);
  const interns = internships.flatMap(({ labels, canaries, policy, insurer, claim, claimant }) => [...mayWith(asking, 'benefits', 'r', claim) ? claimant : [], ...mayWith(asking, 'placements', 'r', labels) ? canaries : [], ...mayWith(asking, 'policies', 'r', policy) ? [insurer] : []]);
  const appealed = tests.flatMap(({ decided }) => decided).filter(({ appeal_id, labels }) => appeal_id !== null && mayWith(asking, 'appeals', 'r', labels)).flatMap(({ student_id }) => [...canariesIn(student_id)]);
  return new Set([...own, ...brought, ...admitted, ...together, ...agreed, ...interns, ...appealed]);
}

function foreign(text: string, seen: ReadonlySet<string>, said: ReadonlySet<string>): string[] {
  return [...canariesIn(text)].filter((one) => !seen.has(one) && !said.has(one));
}

const MOST_SHOWN = 4;

/** Records that would be kept and are not the asker's to write. */
function overstepped({ cell: { asking, route } }: Where, { effect }: Answer): string[] {
  if (AS_PROGRAM.has(route) || BY_DECISION.has(route)) return [];
  return effect.touched.filter(({ table, scopes }) => !mayWith(asking, kindOfSheet(table.replace('register_', '') as Cell['sheet']), 'w', scopes))
    .map(({ table, scopes }) => `wrote ${table} of ${scopes.join(' ')}`);
}

function expectedOf(where: Where, routeCase: RouteCase): Expected {
  const { asking, sheet } = where.cell;
  // Whoever is appointed to nothing is signed in no more.
  if (asking.places.length === 0 && routeCase.asks !== 'open') return refused(401, 'sign_in_first');
  return mayAsk(asking, routeCase.asks, sheet) ? routeCase.expected(where) : refused(403, 'not_allowed');
}

async function compared(expected: Expected, answer: Answer): Promise<string[]> {
  const { status, problem, keeps, contents } = expected;
  const [type] = /urn:guantong:problem:\w+/.exec(answer.text) ?? [];
  const wanted = problem === undefined ? undefined : `urn:guantong:problem:${problem}`;
  if (answer.status !== status || type !== wanted) return [`answered ${answer.status} ${type ?? ''} instead of ${status} ${wanted ?? ''}: ${answer.text.slice(0, 300)}`];
  const wrote = Object.keys(answer.effect.tables).length > 0;
  const effect = keeps === undefined || keeps === wrote ? [] : [`kept ${JSON.stringify(answer.effect.tables)}`];
  const inside = await contents?.(answer);
  return inside == null ? effect : [...effect, inside];
}

/**
 * Where the database alone is asked: nothing is kept by whom nothing of the kind may be. What it refuses the
 * application does not understand, and says that it is at fault; that is no answer, and no harm.
 */
function unlawful({ cell: { asking, sheet, route } }: Where, { asks }: RouteCase, { effect }: Answer): string[] {
  if (AS_PROGRAM.has(route) || mayAsk(asking, asks, sheet)) return [];
  // Whoever may write an account may end its sessions, by whichever route.
  const kept = Object.keys(effect.tables).filter((table) => table !== 'accounts' || openTo(asking, 'accounts', 'w') === null);
  return kept.length > 0 ? [`kept ${JSON.stringify(effect.tables)}`] : [];
}

/** Here the program itself acts or reads, whoever asked it to; what it tells is for the application to cut. */
const AS_PROGRAM: ReadonlySet<string> = new Set(['removeSample', 'listPlaces']);

/** What is signed and done of an internship is told to the register by the act itself, whoever of its parties acts. */
const BY_DECISION: ReadonlySet<string> = new Set(['actOnInternships', 'signInternships']);

/** Where campuses stand is drawn on the region's map with the parks; both are public: programmes name the one, parks are reference. */
const ON_THE_MAP = /\.(campus\.id|park\.id|parks\.name)\./;

/** The name that a row carries with its paper is for the application to cut, from whoever reads the paper and not the roll. */
const ON_A_PAPER: ReadonlyMap<string, RegExp> = new Map([['listDiplomas', /\.students\.name\./]]);

/** Asks all cells, a few at a time; answers what is wrong, and how many were asked. */
export async function askAll(matrix: Matrix, asked: readonly Cell[], stopAt = Number.POSITIVE_INFINITY): Promise<Wrong[]> {
  const wrong: Wrong[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < asked.length && wrong.length < stopAt) wrong.push(...await matrix.wrongIn(asked[next++] as Cell));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return wrong;
}

const AT_ONCE = 6;
