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
import { triedChanges } from '../core/policy/tried-changes.ts';
import type { KeptForecast } from '../core/simulation/kept-forecast.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { parametersOn } from '../core/verdict/parameter.ts';
import { withOptimisers } from '../solver/threaded.ts';
import { loadParameterChanges } from '../store/changed-parameters.ts';
import { loadDecisionPackRows, mayTakeOut } from '../store/decision-pack-rows.ts';
import { papersOf, type ScenarioPapers } from '../store/scenarios/matter-papers.ts';
import { readRegion } from '../store/regions.ts';
import { readScenario, type ScenarioHead } from '../store/scenarios/scenarios.ts';
import type { Transaction } from '../store/transaction.ts';
import { packFiles, type PackFile } from '../workbook/decision-pack.ts';
import { readDatasetFiles } from '../workbook/read-dataset.ts';
import type { PlanningHandlers } from './app-planning.ts';
import { storeOf, type Deps } from './deps.ts';
import { attachment } from './files.ts';
import { valueText } from './parameters.ts';
import { packPapers } from './pack-papers.ts';
import { finalGradeOn, type ScenarioAnswer } from './scenario-answers.ts';
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
      await storeOf(deps, c).disclose((tx) => auditPack(tx, read, content_hash));
      return attachment(c, packName(read.kept), 'application/zip', archive);
    },
  };
}

export const packName = ({ scenario_id, version }: ScenarioHead): string => `决策包-${scenario_id}-${version}.zip`;

/** Written down before it is handed over: who took which pack, by its content hash, and which papers with it. */
export function auditPack(tx: Transaction, { kept: { scenario_id, version }, papers }: PackSource, content_hash: string): Promise<void> {
  const numbers = papers.matters.flatMap(({ documents }) => documents.map(({ number, version: edition }) => `${number}.${edition}`));
  return tx.audit({ action: 'scenario.pack', object: `scenarios/${scenario_id}`, detail: { version, content: content_hash, ...(numbers.length > 0 && { papers: numbers }) } });
}

export interface PackSource {
  readonly kept: ScenarioHead & { readonly answer: ScenarioAnswer };
  /** Of the matters at which it stands. */
  readonly papers: ScenarioPapers;
  readonly region: { readonly code: string; readonly name: string };
  readonly pack: Pack;
  /** What the region decided, and what is tried beside. */
  readonly decided: readonly ParameterChange[];
  readonly tried: readonly ParameterChange[];
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
  const papers = await papersOf(tx, scenario_id, kept.version);
  const known = changedPack(pack, decided);
  const final_year = kept.kind === 'policy' ? { on, final_grade: finalGradeOn(known, on) } : null;
  return {
    kept, papers, region: { code: region.code, name: region.name }, pack, decided, tried: triedChanges({ pack: known, on }, question.tried),
    dataset: await tx.whole((whole) => loadDecisionPackRows(whole, { known_on }, final_year)),
  };
}

/** Works everything out from the very files that go into it, so that whoever unpacks it comes to the same. */
export async function makePack({ kept, papers, region, pack: document, decided, tried, dataset }: PackSource, solvers: Solvers, program: string): Promise<{ archive: Buffer; content_hash: string }> {
  const data = dataFiles(withoutPeople(dataset));
  const read = await readDatasetFiles(data.map(({ name, bytes }) => ({ name: name.slice(DATA.length), bytes })));
  if ('refused' in read || hasErrors(read.problems)) throw new Error(`records that are not read again: ${'refused' in read ? read.refused : JSON.stringify(read.problems.slice(0, 3))}`);
  const pack = changedPack(document, [...decided, ...tried]);
  const { on, known_on, answer, ...head } = kept;
  const question = questionOf(kept);
  const { packed, files } = packPapers(papers);
  const answers = await answersOf(read, pack, question, solvers, SECONDS);
  const manifest: Manifest = {
    format: FORMAT, program, pack: document.header.id, region, subject: { scenario_id: String(head.scenario_id), version: head.version, name: head.name, matters: packed.matters.map(({ matter_id }) => matter_id) }, papers: packed,
    question, known_on, facts_hash: head.facts_hash, answer_hash: head.answer_hash, commands: commandsOf(question, document.header.id), left_out: COLUMNS_LEFT_OUT,
  };
  return packFiles([
    ...data, ...files,
    ...texts({
      [PART.manifest]: printed(manifest), [PART.readme]: PACK_README, [PART.changes]: printed([...decided, ...tried]), [PART.decided]: printed(decided), [PART.parameters]: parametersText(pack, on),
      [PART.scenario]: printed({ ...head, on, known_on, answer }), [PART.check]: answers.check, [PART.forecast]: answers.forecast,
      ...(answers.allocate !== null && { [PART.allocate]: answers.allocate }),
    }),
  ]);
}

/** What is asked, with all that the answer depends on beside records and values. */
function questionOf({ kind, on, question: { to, target, rates, tried }, answer }: PackSource['kept']): PackQuestion {
  const { seed, runs } = answer as KeptForecast;
  return { kind, on, to, rates, tried, plan: kind === 'plan' ? { target } : null, bands: kind === 'forecast' ? { seed, runs } : null };
}

/** The values of law on a day, as the file of a pack holds them. */
export function parametersText(pack: Pack, on: PlainDate): string {
  return printed([...parametersOn(pack.parameters, on).values()].map((parameter) => ({ ...parameter, value: valueText(parameter.value) })));
}

function dataFiles(dataset: Dataset): PackFile[] {
  return sheetNames.flatMap((name) => {
    const rows = dataset[name];
    return rows === undefined ? [] : texts({ [`${DATA}${name}.csv`]: BYTE_ORDER_MARK + [...csvLines(name, rows as Iterable<Row<SheetName>>)].join('') });
  });
}

const texts = (files: Readonly<Record<string, string>>): PackFile[] => Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
