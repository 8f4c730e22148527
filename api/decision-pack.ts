import type { Solvers } from '../core/allocation/solver.ts';
import { answersOf, printed, type PackQuestion } from '../core/decision-pack/answers.ts';
import { commandsOf, DATA, FORMAT, PART, type Manifest } from '../core/decision-pack/manifest.ts';
import { COLUMNS_LEFT_OUT, withoutPeople } from '../core/decision-pack/without-people.ts';
import { hasErrors } from '../core/exchange/problem.ts';
import { sheetNames, type Dataset, type Row, type SheetName } from '../core/exchange/sheets.ts';
import { csvLines } from '../core/exchange/write.ts';
import { changedPack, type ParameterChange } from '../core/policy/changed-pack.ts';
import { packs } from '../core/policy/packs.ts';
import type { Pack } from '../core/policy/pack.ts';
import { parametersOn } from '../core/verdict/parameter.ts';
import { withOptimisers } from '../solver/threaded.ts';
import { loadParameterChanges } from '../store/changed-parameters.ts';
import { loadDecisionPackRows, mayTakeOut } from '../store/decision-pack-rows.ts';
import { mattersWith } from '../store/scenarios/matter-scenarios.ts';
import { readRegion } from '../store/regions.ts';
import { readScenario, type ScenarioHead } from '../store/scenarios/scenarios.ts';
import type { Transaction } from '../store/transaction.ts';
import { packFiles, type PackFile } from '../workbook/decision-pack.ts';
import { readDatasetFiles } from '../workbook/read-dataset.ts';
import type { PlanningHandlers } from './app-planning.ts';
import { storeOf, type Deps } from './deps.ts';
import { attachment } from './files.ts';
import { valueText } from './parameters.ts';
import { triedChanges } from './planning.ts';
import type { ScenarioAnswer } from './scenario-answers.ts';
import { PACK_README } from './pack-readme.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';

const BYTE_ORDER_MARK = '\ufeff';
const SECONDS = 30;

export function decisionPackHandlers(deps: Deps): Pick<PlanningHandlers, 'downloadDecisionPack'> {
  return {
    downloadDecisionPack: async (c) => {
      const read = await storeOf(deps, c).read((tx) => packSource(tx, idOf(c.req.valid('param').scenario_id), c.req.valid('query').version ?? null));
      if (typeof read === 'string') return refuse(c, read);
      const { archive, content_hash } = await withOptimisers({ signal: c.req.raw.signal, threads: 1 }, (solvers) => makePack(read, solvers, deps.version));
      await storeOf(deps, c).disclose((tx) => auditPack(tx, read.kept, content_hash));
      return attachment(c, packName(read.kept), 'application/zip', archive);
    },
  };
}

export const packName = ({ scenario_id, version }: ScenarioHead): string => `决策包-${scenario_id}-${version}.zip`;

/** Written down before it is handed over: who took which pack, by its content hash. */
export function auditPack(tx: Transaction, { scenario_id, version }: ScenarioHead, content_hash: string): Promise<void> {
  return tx.audit({ action: 'scenario.pack', object: `scenarios/${scenario_id}`, detail: { version, content: content_hash } });
}

export interface PackSource {
  readonly kept: ScenarioHead & { readonly answer: ScenarioAnswer };
  /** Matters in reach at which it stands. */
  readonly matters: readonly string[];
  readonly region: { readonly code: string; readonly name: string };
  readonly pack: Pack;
  /** Of the region, then those that are tried. */
  readonly changes: readonly ParameterChange[];
  readonly dataset: Dataset;
}

/** What a pack is made of, as known when the plan was kept. */
export async function packSource(tx: Transaction, scenario_id: number, version: number | null): Promise<PackSource | 'not_allowed' | 'unknown_scenario'> {
  if (!mayTakeOut(tx)) return 'not_allowed';
  const [kept, region] = await Promise.all([readScenario<ScenarioAnswer>(tx, scenario_id, version), readRegion(tx)]);
  const pack = packs.get(region?.pack ?? '');
  if (kept === null || region === null || pack === undefined) return 'unknown_scenario';
  const { on, known_on, question } = kept;
  const decided = await loadParameterChanges(tx, known_on);
  return {
    kept, matters: await mattersWith(tx, scenario_id, kept.version), region: { code: region.code, name: region.name }, pack, changes: [...decided, ...triedChanges({ pack: changedPack(pack, decided), on }, question.tried)],
    dataset: await tx.whole((whole) => loadDecisionPackRows(whole, { known_on })),
  };
}

/** Works everything out from the very files that go into it, so that whoever unpacks it comes to the same. */
export async function makePack({ kept, matters, region, pack: document, changes, dataset }: PackSource, solvers: Solvers, program: string): Promise<{ archive: Buffer; content_hash: string }> {
  const data = dataFiles(withoutPeople(dataset));
  const read = await readDatasetFiles(data.map(({ name, bytes }) => ({ name: name.slice(DATA.length), bytes })));
  if ('refused' in read || hasErrors(read.problems)) throw new Error(`records that are not read again: ${'refused' in read ? read.refused : JSON.stringify(read.problems.slice(0, 3))}`);
  const pack = changedPack(document, changes);
  const { on, known_on, question: { to, target, rates }, answer, ...head } = kept;
  const question: PackQuestion = { on, to, rates, plan: head.kind === 'plan' ? { target } : null };
  const answers = await answersOf(read, pack, question, solvers, SECONDS);
  const manifest: Manifest = {
    format: FORMAT, program, pack: document.header.id, region, subject: { scenario_id: String(head.scenario_id), version: head.version, name: head.name, matters },
    question, known_on, facts_hash: head.facts_hash, answer_hash: head.answer_hash, commands: commandsOf(question, document.header.id), left_out: COLUMNS_LEFT_OUT,
  };
  const parameters = [...parametersOn(pack.parameters, on).values()].map((parameter) => ({ ...parameter, value: valueText(parameter.value) }));
  return packFiles([
    ...data,
    ...texts({
      [PART.manifest]: printed(manifest), [PART.readme]: PACK_README, [PART.changes]: printed(changes), [PART.parameters]: printed(parameters),
      [PART.scenario]: printed({ ...head, on, known_on, question: kept.question, answer }), [PART.check]: answers.check, [PART.forecast]: answers.forecast,
      ...(answers.allocate !== null && { [PART.allocate]: answers.allocate }),
    }),
  ]);
}

function dataFiles(dataset: Dataset): PackFile[] {
  return sheetNames.flatMap((name) => {
    const rows = dataset[name];
    return rows === undefined ? [] : texts({ [`${DATA}${name}.csv`]: BYTE_ORDER_MARK + [...csvLines(name, rows as Iterable<Row<SheetName>>)].join('') });
  });
}

const texts = (files: Readonly<Record<string, string>>): PackFile[] => Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
