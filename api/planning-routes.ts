import * as allocation from './contract/allocation.ts';
import * as bands from './contract/bands.ts';
import * as capacity from './contract/capacity.ts';
import * as scenarios from './contract/scenarios.ts';

/** What campuses can hold, plans that reach a target, and those that were kept. */
export const planningRoutes = {
  readForecastBands: bands.readForecastBands,
  readBandInputs: bands.readBandInputs,
  readAllocation: allocation.readAllocation,
  readPlanRun: allocation.readPlanRun,
  stopPlanRun: allocation.stopPlanRun,
  readCapacity: capacity.readCapacity,
  downloadCapacityWorkbook: capacity.downloadCapacityWorkbook,
  readClassNeed: capacity.readClassNeed,
  listScenarios: scenarios.listScenarios,
  keepScenario: scenarios.keepScenario,
  readScenario: scenarios.readScenario,
  repeatScenario: scenarios.repeatScenario,
  readPolicyImpact: scenarios.readPolicyImpact,
  readMatterScenarios: scenarios.readMatterScenarios,
  attachScenario: scenarios.attachScenario,
  downloadScenarioWorkbook: scenarios.downloadScenarioWorkbook,
  downloadScenarioPaper: scenarios.downloadScenarioPaper,
  downloadScenarioModel: scenarios.downloadScenarioModel,
  downloadDecisionPack: scenarios.downloadDecisionPack,
} as const;
