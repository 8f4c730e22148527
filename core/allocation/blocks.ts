import type { Rule } from './model.ts';
import type { Problem } from './problem.ts';
import { sparseOf, type Sparse } from './sparse.ts';

/** A model in parts: what is decided for one place by itself, and the rules in which places meet. */
export interface Parts {
  readonly blocks: readonly Block[];
  /** Rules over several places: aims, what was asked, limits of the office, options of which there are so many in all. */
  readonly links: readonly Rule[];
}

/** The choices of one campus with its school, or of one county, and the rules over them alone. */
export interface Block {
  /** Of the whole model; a choice of the block goes by its place here. */
  readonly choices: readonly number[];
  readonly rules: readonly Rule[];
  readonly model: Sparse;
  readonly cost_yuan: Float64Array;
  /** What a choice adds to a link. */
  readonly shares: readonly { readonly link: number; readonly choice: number; readonly factor: number }[];
}

/** Cuts a model where it hangs together least. Nothing is lost: each choice is in one part, each rule in one or a link. */
export function partsOf({ model: { choices, rules }, ...problem }: Pick<Problem, 'model' | 'levels' | 'holdings' | 'openings'>): Parts {
  const homes = homesOf(problem, rules, choices.length);
  const names = [...new Set(homes)];
  const blockOf = new Map(names.map((name, at) => [name, at]));
  const of = (choice: number) => blockOf.get(homes[choice] ?? '') ?? 0;
  const local = new Map<number, number>();
  const members = names.map((): number[] => []);
  homes.forEach((_, choice) => local.set(choice, (members[of(choice)]?.push(choice) ?? 1) - 1));
  const own = names.map((): Rule[] => []);
  const links: Rule[] = [];
  for (const rule of rules) {
    const places = new Set(rule.factors.map(({ choice }) => of(choice)));
    const [only] = places;
    if (places.size === 1 && only !== undefined) own[only]?.push({ ...rule, factors: rule.factors.map(({ choice, factor }) => ({ choice: local.get(choice) ?? 0, factor })) });
    else links.push(rule);
  }
  const shares = names.map((): { link: number; choice: number; factor: number }[] => []);
  links.forEach(({ factors }, link) => {
    for (const { choice, factor } of factors) shares[of(choice)]?.push({ link, choice: local.get(choice) ?? 0, factor: Number(factor) });
  });
  const blocks = members.map((mine, at): Block => ({
    choices: mine, rules: own[at] ?? [], shares: shares[at] ?? [],
    model: sparseOf(own[at] ?? [], mine.map((choice) => choices[choice]?.most ?? 0)),
    cost_yuan: Float64Array.from(mine, (choice) => yuanOf(choices[choice]?.cost_yuan)),
  }));
  return { blocks, links };
}

function yuanOf(cost: { readonly n: bigint; readonly d: bigint } | undefined): number {
  return cost === undefined ? 0 : Number(cost.n) / Number(cost.d);
}

/** Where each choice belongs: a campus shares its place with its school; what stands for neither follows the first rule that names it. */
function homesOf({ levels, holdings, openings }: Pick<Problem, 'levels' | 'holdings' | 'openings'>, rules: readonly Rule[], count: number): string[] {
  const schools = new Map<string, string>();
  const campuses = new Map<string, string>();
  for (const { programme: { campus_id, school_id } } of levels) {
    if (campus_id === null) continue;
    const home = campuses.get(campus_id) ?? schools.get(school_id) ?? `campus ${campus_id}`;
    campuses.set(campus_id, home);
    schools.set(school_id, home);
  }
  const campusHome = (campus_id: string) => campuses.get(campus_id) ?? `campus ${campus_id}`;
  const homes: (string | undefined)[] = Array.from({ length: count }, () => undefined);
  for (const { choice, programme } of levels) homes[choice] = campusHome(programme.campus_id ?? '');
  for (const { choice, campus_id } of holdings) homes[choice] = campusHome(campus_id);
  for (const { choice, campus_id, division_code } of openings) homes[choice] = campus_id === null ? `county ${division_code}` : campusHome(campus_id);
  for (const { factors } of rules) {
    const first = factors.map(({ choice }) => homes[choice]).find((home) => home !== undefined);
    for (const { choice } of factors) homes[choice] ??= first;
  }
  return homes.map((home, choice) => home ?? `choice ${choice}`);
}
