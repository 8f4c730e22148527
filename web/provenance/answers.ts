import type { z } from 'zod';
import type { listScenarios, readPolicyImpact, readScenario } from '../../api/contract/scenarios.ts';
import type { readAllocation } from '../../api/contract/allocation.ts';
import type { readForecastBands } from '../../api/contract/bands.ts';
import type { listEvidence, readCampus } from '../../api/contract/campuses.ts';
import type { readCapacity, readClassNeed } from '../../api/contract/capacity.ts';
import type { readCampusForecast, readForecast } from '../../api/contract/forecast.ts';
import type { readOverview } from '../../api/contract/overview.ts';
import type { listParameters } from '../../api/contract/parameters.ts';
import type { shownVerdict, target } from '../../api/contract/verdict.ts';

/** What the routes answer, by the names that the screens use. */

type Answer<R extends { readonly responses: { readonly 200: { readonly content: { readonly 'application/json': { readonly schema: z.ZodType } } } } }> =
  z.infer<R['responses'][200]['content']['application/json']['schema']>;

export type CampusAnswer = Answer<typeof readCampus>;
export type OverviewAnswer = Answer<typeof readOverview>;
export type ParametersAnswer = Answer<typeof listParameters>;
export type EvidenceAnswer = Answer<typeof listEvidence>;

export type ForecastAnswer = Answer<typeof readForecast>;
export type CampusForecastAnswer = Answer<typeof readCampusForecast>;

export type CapacityAnswer = Answer<typeof readCapacity>;
export type ClassNeedAnswer = Answer<typeof readClassNeed>;
export type BandsAnswer = Answer<typeof readForecastBands>;
export type ScenariosAnswer = Answer<typeof listScenarios>;
export type ScenarioAnswer = Answer<typeof readScenario>;
export type PolicyImpactAnswer = Answer<typeof readPolicyImpact>;
export type AllocationAnswer = Answer<typeof readAllocation>;

export type CampusRow = OverviewAnswer['campuses'][number];
/** A campus as far as its verdicts are counted. */
export type CountedCampus = Pick<CampusRow, 'campus_id' | 'name' | 'verdicts'>;
export type SchoolVerdicts = OverviewAnswer['schools'][number];
export type EvidenceRecord = EvidenceAnswer['rows'][number];
export type ParameterAnswer = ParametersAnswer['parameters'][number];
export type ShownVerdict = z.infer<typeof shownVerdict>;
export type TargetAnswer = z.infer<typeof target>;
export type Summary = OverviewAnswer['summary'];
