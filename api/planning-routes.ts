import * as allocation from './contract/allocation.ts';
import * as scenarios from './contract/scenarios.ts';

/** Plans that reach a target, and those that were kept. */
export const planningRoutes = {
  readForecastBands: allocation.readForecastBands,
  readAllocation: allocation.readAllocation,
  listScenarios: scenarios.listScenarios,
  keepScenario: scenarios.keepScenario,
  readScenario: scenarios.readScenario,
  repeatScenario: scenarios.repeatScenario,
} as const;
