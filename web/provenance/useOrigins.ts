import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ProvenanceSource } from '../components/ProvenancePanel/ProvenanceProvider.tsx';
import { useSettings } from '../settings/SettingsProvider.tsx';
import type { CountedCampus, OverviewAnswer, ShownVerdict, TargetAnswer } from './answers.ts';
import { campusQuery, overviewQuery, parametersQuery, type Asked } from './asked.ts';
import { countyOrigin, headCountOrigin, verdictCountOrigin, yearOrigin } from './plain-origins.ts';
import type { Subject } from './records.ts';
import { targetOrigin, verdictOrigin } from './verdict-origin.ts';

/** Where each kind of figure on a page comes from; looked up when the figure is opened. */
export interface Origins {
  readonly verdict: (subject: Subject, verdict: ShownVerdict) => ProvenanceSource;
  /** Of a verdict of which only the outcome is at hand, as in the matrix. */
  readonly cell: (campus_id: string, standard: string) => ProvenanceSource;
  readonly target: (target: TargetAnswer) => ProvenanceSource;
  readonly headCount: (campus_id: string, students: number | null) => ProvenanceSource;
  readonly verdictCount: (standards: OverviewAnswer['standards'], campuses: readonly CountedCampus[], outcome: ShownVerdict['outcome']) => ProvenanceSource;
  readonly year: (pack: string, of: 'schools' | 'intake', year: OverviewAnswer['years'][number]) => ProvenanceSource;
  readonly county: (code: string) => ProvenanceSource;
}

/** The day and language of the page, as routes and origins take them. */
export function useAsked(): Asked {
  const { on, known, language } = useSettings().settings;
  return useMemo(() => ({ on, known, language }), [on, known, language]);
}

/** The same figure has the same source as long as day and language stay, so that an open figure is known again. */
export function useOrigins(): Origins {
  const asked = useAsked();
  const queries = useQueryClient();
  return useMemo(() => originsOf(asked, queries), [asked, queries]);
}

function originsOf(asked: Asked, queries: QueryClient): Origins {
  const once = sourceKeeper();
  const inForce = () => queries.fetchQuery({ ...parametersQuery(asked), staleTime: 60_000 });
  const campus = (id: string) => queries.fetchQuery({ ...campusQuery(asked, id), staleTime: 30_000 });
  const overview = () => queries.fetchQuery({ ...overviewQuery(asked), staleTime: 30_000 });
  return {
    verdict: (subject, verdict) => once(verdict, '', async () => verdictOrigin(asked, subject, verdict, await inForce())),
    cell: (campus_id, standard) =>
      once(null, `${campus_id} ${standard}`, async () => {
        const verdict = (await campus(campus_id)).verdicts.find((v) => v.standard === standard);
        if (verdict === undefined) throw new Error(`no verdict of ${standard}`);
        return verdictOrigin(asked, { of: 'campus', id: campus_id }, verdict, await inForce());
      }),
    target: (target) => once(target, '', async () => targetOrigin(asked, target, await inForce())),
    headCount: (id, students) => once(null, `heads ${id} ${students}`, async () => headCountOrigin(asked, id, students, (await inForce()).pack)),
    verdictCount: (standards, campuses, outcome) => {
      const of = campuses.length === 1 ? (campuses[0] ?? standards) : campuses;
      return once(of, outcome, verdictCountOrigin({ standards }, campuses, outcome, asked.language));
    },
    year: (pack, of, year) => once(year, of, () => yearOrigin(asked, pack, of, year)),
    county: (code) => once(null, `county ${code}`, async () => countyOrigin(asked, await overview(), code)),
  };
}

/** Keeps the source of a thing and key as long as the thing is kept; things without an object are kept by key alone. */
function sourceKeeper() {
  const byThing = new WeakMap<object, Map<string, ProvenanceSource>>();
  const page = {};
  return (thing: object | null, key: string, source: ProvenanceSource): ProvenanceSource => {
    const sources = byThing.get(thing ?? page) ?? new Map<string, ProvenanceSource>();
    byThing.set(thing ?? page, sources);
    const kept = sources.get(key) ?? source;
    sources.set(key, kept);
    return kept;
  };
}
