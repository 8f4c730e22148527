import type { Context } from 'hono';
import { placeNames } from '../core/allocation/phrases.ts';
import { lpText } from '../core/allocation/lp-text.ts';
import { problemOf } from '../core/allocation/problem.ts';
import { situationOf } from '../core/allocation/situation.ts';
import type { Block, Sheet } from '../core/documents/sheet.ts';
import type { PolicyImpact } from '../core/policy-impact/policy-impact.ts';
import { scenarioSheet } from '../core/scenarios/scenario-sheet.ts';
import { forecastTables, planTables, policyTables, type PaperFor } from '../core/scenarios/scenario-tables.ts';
import { SCENARIO_WORDS } from '../core/scenarios/scenario-words.ts';
import type { KeptForecast } from '../core/simulation/kept-forecast.ts';
import type { Language } from '../core/values/bilingual.ts';
import { scenarioPaper } from '../store/scenarios/scenario-paper.ts';
import { readScenario, type ScenarioHead } from '../store/scenarios/scenarios.ts';
import type { Transaction } from '../store/transaction.ts';
import { documentWorkbook } from '../workbook/document-workbook.ts';
import type { PlanningHandlers } from './app-planning.ts';
import { XLSX } from './contract/files.ts';
import { placeOf, storeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { attachment } from './files.ts';
import { namesInReach, packOf, planGround, type SolvedPlan } from './planning.ts';
import { refuse } from './refuse.ts';
import { idOf } from './registers.ts';
import type { ScenarioAnswer } from './scenario-answers.ts';

type Kept = ScenarioHead & { readonly answer: ScenarioAnswer };
interface Asked {
  readonly scenario_id: string;
  readonly version?: number | undefined;
  /** Of whoever takes it along; a model has none. */
  readonly lang?: Language | undefined;
}

/** Kept scenarios to take along: as a workbook, on paper, and a plan as the problem that any optimiser reads. Whoever takes one is written down. */
export function scenarioFileHandlers(deps: Deps): Pick<PlanningHandlers, 'downloadScenarioWorkbook' | 'downloadScenarioPaper' | 'downloadScenarioModel'> {
  return {
    downloadScenarioWorkbook: (c) => taken(deps, c, { ...c.req.valid('param'), ...c.req.valid('query') }, 'xlsx', async (tx, kept, lang) => documentWorkbook(await sheetOf(tx, kept, lang), numberOf(kept, lang), lang)),
    downloadScenarioPaper: (c) => taken(deps, c, { ...c.req.valid('param'), ...c.req.valid('query') }, 'pdf', async (tx, kept, lang) => scenarioPaper(tx, await sheetOf(tx, kept, lang), { number: numberOf(kept, lang), issued_at: kept.recorded_at, lang })),
    downloadScenarioModel: (c) => taken(deps, c, { ...c.req.valid('param'), ...c.req.valid('query') }, 'lp', async (tx, kept) => (kept.kind === 'plan' ? Buffer.from(await modelOf(tx, kept)) : null)),
  };
}

const TYPES = { xlsx: XLSX, pdf: 'application/pdf', lp: 'application/octet-stream' } as const;
const numberOf = ({ scenario_id, version }: ScenarioHead, lang: Language): string => `${SCENARIO_WORDS[lang].number} ${scenario_id}.${version}`;

async function taken(deps: Deps, c: Context<ApiEnv>, { scenario_id, version, lang = 'zh' }: Asked, as: keyof typeof TYPES, write: (tx: Transaction, kept: Kept, lang: Language) => Promise<Uint8Array | null>) {
  const found = await storeOf(deps, c).disclose(async (tx) => {
    const kept = await readScenario<ScenarioAnswer>(tx, idOf(scenario_id), version ?? null);
    const bytes = kept === null ? null : await write(tx, kept, lang);
    if (kept === null || bytes === null) {
      tx.discard();
      return null;
    }
    await tx.audit({ action: 'scenario.download', object: `scenarios/${kept.scenario_id}`, detail: { version: kept.version, as } });
    return { bytes, name: `${kept.name} ${kept.scenario_id}.${kept.version}.${as}` };
  });
  return found === null ? refuse(c, 'unknown_scenario') : attachment(c, found.name, TYPES[as], found.bytes);
}

/** The paper of a scenario, with the names of campuses and schools that the asker may be told. */
async function sheetOf(tx: Transaction, kept: Kept, language: Language): Promise<Sheet> {
  const [names, { pack }] = [await namesInReach(tx, kept), await placeOf(tx, kept)];
  return scenarioSheet(kept, packOf({ pack, on: kept.on }, kept.question.tried), tablesOf(kept, { language, names: placeNames(names) }), language);
}

function tablesOf({ kind, answer }: Kept, whose: PaperFor): Block[] {
  if (kind === 'plan') return planTables(answer as SolvedPlan, whose);
  return kind === 'forecast' ? forecastTables(answer as KeptForecast, whose) : policyTables(answer as PolicyImpact, whose);
}

/** The plan as LP text, of the records as they were known then. */
async function modelOf(tx: Transaction, { on, known_on, question: { to, target, rates, tried } }: Kept): Promise<string> {
  const ground = await planGround(tx, () => ({ on, known_on }));
  if (ground === null) throw new Error('a kept plan that is read without reading planning');
  return lpText(problemOf(situationOf(ground.dataset, { pack: packOf(ground, tried), on, to, target, rates })).model);
}
