import type { Progress } from '../core/allocation/decompose.ts';
import type { Asker } from './environment.ts';

/** A plan that is being worked out for somebody who waits: how far it has come, and whether they want the best so far. */
export interface PlanRun {
  progress: Progress | null;
  stopping: boolean;
}

/** Those under way here. Each is known to the account that asked, by the name that it gave. */
export interface PlanRuns {
  readonly begin: (asker: Asker, run: string | undefined) => { readonly run: PlanRun; readonly end: () => void };
  readonly of: (asker: Asker, run: string) => PlanRun | null;
}

export function createPlanRuns(): PlanRuns {
  const runs = new Map<string, PlanRun>();
  const keyOf = ({ actor: { region_id, account } }: Asker, run: string) => JSON.stringify([region_id, account, run]);
  return {
    begin: (asker, name) => {
      const run: PlanRun = { progress: null, stopping: false };
      if (name === undefined) return { run, end: () => undefined };
      const key = keyOf(asker, name);
      runs.set(key, run);
      return { run, end: () => { if (runs.get(key) === run) runs.delete(key); } };
    },
    of: (asker, name) => runs.get(keyOf(asker, name)) ?? null,
  };
}
