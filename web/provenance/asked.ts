import type { Language } from '../../core/values/bilingual.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { ask, client, Refusal } from '../client.ts';
import { simulateAside } from '../simulation/aside.ts';
import type { BandsAnswer } from './answers.ts';

/** The day that a page is of, as known when, and the language it speaks. */
export interface Asked {
  readonly on: PlainDate;
  readonly known: PlainDate | null;
  readonly language: Language;
}

/** The day as every reading route takes it. */
export function dayOf({ on, known }: Asked): { on: string; known_on?: string } {
  return known === null ? { on } : { on, known_on: known };
}

/** Something that was refused is refused again; only what did not arrive is asked for once more. */
export function retryUnlessRefused(times: number, error: Error): boolean {
  return !(error instanceof Refusal) && times < 1;
}

/** An id in an address: ids are the offices' own and may hold any sign. */
export const inPath = encodeURIComponent;

export function overviewQuery(asked: Asked) {
  const query = dayOf(asked);
  return { queryKey: ['overview', query], queryFn: () => ask(client.api.overview.$get({ query })), retry: retryUnlessRefused };
}

export function campusesQuery(asked: Asked) {
  const query = dayOf(asked);
  return { queryKey: ['campuses', query], queryFn: () => ask(client.api.campuses.$get({ query })), retry: retryUnlessRefused };
}

export function campusQuery(asked: Asked, campus_id: string) {
  const query = dayOf(asked);
  return {
    queryKey: ['campus', campus_id, query],
    queryFn: () => ask(client.api.campuses[':campus_id'].$get({ param: { campus_id: inPath(campus_id) }, query })),
    retry: retryUnlessRefused,
  };
}

/** How far a forecast looks, and by whose rates. */
export interface Ahead {
  readonly years: number;
  readonly rates: 'pack' | 'history';
}

const aheadOf = (asked: Asked, { years, rates }: Ahead) => ({ ...dayOf(asked), years: String(years), rates });

export function forecastQuery(asked: Asked, ahead: Ahead) {
  const query = aheadOf(asked, ahead);
  return { queryKey: ['forecast', query], queryFn: () => ask(client.api.forecast.$get({ query })), retry: retryUnlessRefused };
}

export function campusForecastQuery(asked: Asked, campus_id: string, ahead: Ahead) {
  const query = aheadOf(asked, ahead);
  return {
    queryKey: ['campus-forecast', campus_id, query],
    queryFn: () => ask(client.api.campuses[':campus_id'].forecast.$get({ param: { campus_id: inPath(campus_id) }, query })),
    retry: retryUnlessRefused,
  };
}

/** How many each standard allows, so many years ahead. */
export function capacityQuery(asked: Asked, years: number) {
  const query = { ...dayOf(asked), years: String(years) };
  return { queryKey: ['capacity', query], queryFn: () => ask(client.api.capacity.$get({ query })), retry: retryUnlessRefused };
}

export interface ClassesAsked {
  readonly campus_id: string;
  readonly year: number;
  readonly classes: number;
  readonly size: number;
}

export function classNeedQuery(asked: Asked, { campus_id, year, classes, size }: ClassesAsked) {
  const query = { ...dayOf(asked), year: String(year), classes: String(classes), size: String(size) };
  return {
    queryKey: ['class-need', campus_id, query],
    queryFn: () => ask(client.api.campuses[':campus_id']['class-need'].$get({ param: { campus_id: inPath(campus_id) }, query })),
    retry: retryUnlessRefused,
  };
}

/** Bands of the forecast; the sums stop when nobody waits for them. */
/** Bands as the server works them out. */
export function bandsQuery(asked: Asked, ahead: Ahead) {
  const query = aheadOf(asked, ahead);
  return { queryKey: ['forecast-bands', query], queryFn: ({ signal }: { signal: AbortSignal }) => ask(client.api.forecast.bands.$get({ query }, { init: { signal } })), retry: retryUnlessRefused };
}

/** The same for whoever may know what the runs need: they run beside the page, which goes on; whatever is asked next ends them. */
export function ownBandsQuery(asked: Asked, ahead: Ahead) {
  const query = aheadOf(asked, ahead);
  return {
    queryKey: ['forecast-bands', query, 'here'],
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<BandsAnswer> => {
      const { on, back_tests, ...inputs } = await ask(client.api.forecast['band-inputs'].$get({ query }, { init: { signal } }));
      const { rates, ...bands } = await simulateAside(inputs, signal);
      return { on, ...bands, back_tests, rates: rates.filter(({ programme_id }) => programme_id === null) };
    },
    retry: retryUnlessRefused,
  };
}

/** What a plan is asked for: the last year to decide for, and the intake to reach, if any. */
export interface PlanAsked {
  readonly to: number;
  readonly target: number | null;
  /** Values that are tried, as `key=value;key=value`; empty for none. */
  readonly tried: string;
}

/** `run`: what the plan is called while it is worked out. */
export function allocationQuery(asked: Asked, { to, target, tried }: PlanAsked, run: string) {
  const query = { ...dayOf(asked), to: String(to), ...(target !== null && { target: String(target) }), ...(tried !== '' && { tried }) };
  return { queryKey: ['allocation', query], queryFn: ({ signal }: { signal: AbortSignal }) => ask(client.api.allocation.$get({ query: { ...query, run } }, { init: { signal } })), retry: false as const };
}

const RUN_EVERY_MS = 1000;

export function planRunQuery(run: string) {
  return { queryKey: ['plan-run', run], queryFn: () => ask(client.api.allocation.runs[':run'].$get({ param: { run } })), retry: false as const, refetchInterval: RUN_EVERY_MS, gcTime: 0 };
}

/** The plan that is being worked out is answered with the best so far. */
export function stopPlan(run: string) {
  return ask(client.api.allocation.runs[':run'].stop.$post({ param: { run } }));
}

export function scenariosQuery() {
  return { queryKey: ['scenarios'], queryFn: () => ask(client.api.scenarios.$get()), retry: retryUnlessRefused };
}

/** A plan that was kept: its number, and of an earlier version that after a dot. */
export function scenarioQuery(which: string) {
  const [scenario_id = '', version] = which.split('.');
  const asked = { param: { scenario_id: inPath(scenario_id) }, query: version === undefined ? {} : { version } };
  return { queryKey: ['scenario', asked], queryFn: () => ask(client.api.scenarios[':scenario_id'].$get(asked)), retry: retryUnlessRefused };
}

export function parametersQuery(asked: Asked) {
  const query = dayOf(asked);
  return { queryKey: ['parameters', query], queryFn: () => ask(client.api.parameters.$get({ query })), retry: retryUnlessRefused };
}

/** What other values of law would change up to a year: on a day, or on the later of today and the first day of a draft. */
export interface TriedAsked {
  readonly on: PlainDate | { readonly from: string };
  readonly known: PlainDate | null;
  readonly to: number;
  /** `key=value;key=value`. */
  readonly tried: string;
}

export function policyImpactQuery({ on, known, to, tried }: TriedAsked) {
  const query = { ...(typeof on === 'string' ? { on } : on), ...(known !== null && { known_on: known }), to: String(to), tried };
  return { queryKey: ['policy-impact', query], queryFn: ({ signal }: { signal: AbortSignal }) => ask(client.api['policy-impact'].$get({ query }, { init: { signal } })), retry: retryUnlessRefused };
}

/** A campus and what is left of its school, judged with values of law that are tried. */
export function triedCampusQuery({ on, known }: Pick<Asked, 'on' | 'known'>, campus_id: string, tried: readonly { readonly key: string; readonly value: string }[]) {
  const json = { campus_id, on, ...(known !== null && { known_on: known }), changes: {}, tried: [...tried] };
  return { queryKey: ['tried-campus', json], queryFn: () => ask(client.api['what-if'].$post({ json })), retry: retryUnlessRefused, staleTime: 30_000 };
}
