import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { latestBy } from '../../../core/employment/counts.ts';
import { percentOf } from '../../../core/employment/percent.ts';
import { exact, toFixed } from '../../../core/values/exact.ts';
import { date } from '../../../core/values/plain-date.ts';
import type { EvidenceRows, ProvenanceView, ReadingLine } from '../../components/ProvenancePanel/provenance-view.ts';
import type { ProvenanceSource } from '../../components/ProvenancePanel/ProvenanceProvider.tsx';
import { parametersQuery } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useMay } from '../../shell/session.ts';
import { employmentWords } from '../../words/employment.ts';
import { formatDate } from '../../words/format.ts';
import { plainOrigin } from '../forecast/origin.ts';
import { codeLabel } from './code-label.ts';
import { graduatesQuery, type Graduate, type GroupRates, type Quality, type Rate, type RatesOnDay, type Retention } from './queries.ts';

/** The three denominators, the default first (B41). */
export const READINGS = ['without_set_aside', 'all_graduates', 'employed'] as const;
type Reading = (typeof READINGS)[number];
type Area = 'city' | 'county';

const RATE_KEYS = ['target.local_rate', 'destination.reported_by', 'local_rate.year_end'];
const QUALITY = {
  contract: { clause: 'S2-j', keys: [] }, wage: { clause: 'S2-j', keys: ['employment.minimum_wage'] }, match: { clause: '1.2-n', keys: [] }, city_industry: { clause: '1.1-d', keys: ['employment.city_industries'] },
} as const;

/** Where each figure of employment comes from; looked up when it is opened. */
export function useEmploymentOrigins(year: number) {
  const asked = useAsked();
  const queries = useQueryClient();
  const may = useMay();
  const seesGraduates = may('employment.read');
  return useMemo(() => {
    const { language } = asked;
    const say = employmentWords[language];
    const inForce = () => queries.fetchQuery({ ...parametersQuery(asked), staleTime: 60_000 });
    const kept = new Map<string, ProvenanceSource>();
    const once = (key: string, source: ProvenanceSource): ProvenanceSource => {
      const known = kept.get(key) ?? source;
      kept.set(key, known);
      return known;
    };
    const rows = async (group: GroupRates, { day }: RatesOnDay): Promise<EvidenceRows[]> => {
      if (!seesGraduates || group.group === 'county') return [];
      const answer = await queries.fetchQuery({ ...graduatesQuery(asked, { year: String(year), ...(group.group === 'school' && { school_id: group.id }) }), staleTime: 30_000 });
      const own = answer.graduates.filter(({ programme }) => group.group !== 'programme' || group.name.startsWith(`${programme}（`));
      return [{
        sheet: say.rows, total: own.length, columns: [say.student, say.name, say.destination, say.workplace, say.recordedOn, say.recordedBy].map((label) => ({ label })),
        rows: own.map((one) => ({ row: null, cells: cellsOf(one, day, language) })),
      }];
    };
    const told = (one: RatesOnDay): string => say.rateNote(one.counts.graduates, one.counts.set_aside, one.counts.employed, one.counts.recorded);
    return {
      rate: (group: GroupRates, one: RatesOnDay, area: Area, reading: Reading): ProvenanceSource => once(JSON.stringify([group, one.key, area, reading]), async (): Promise<ProvenanceView> => {
        const rate = one[area][reading];
        const title = say.ofGroup(area === 'county' ? say.inCountyRate : say[reading], group.name, formatDate(one.day, language));
        const view = plainOrigin(asked, { title, clause: '1.2-k', computed: computedOf(rate, say), note: told(one), keys: RATE_KEYS }, await inForce());
        return { ...view, readings: readingsOf(one, area, reading, say), rows: await rows(group, one) };
      }),
      count: (group: GroupRates, one: RatesOnDay, what: 'graduates' | 'recorded' | 'local'): ProvenanceSource => once(JSON.stringify([group, one.key, what]), async (): Promise<ProvenanceView> => {
        const label = { graduates: say.heads, recorded: say.recorded, local: say.local }[what];
        const view = plainOrigin(asked, { title: say.ofGroup(label, group.name, formatDate(one.day, language)), clause: what === 'local' ? '1.2-k' : 'M10-b', computed: told(one), note: say.countNote, keys: RATE_KEYS.slice(1) }, await inForce());
        return { ...view, rows: await rows(group, one) };
      }),
      retention: ({ months, local, known, reached }: Retention): ProvenanceSource => once(`retention ${months} ${local} ${known} ${reached}`, async () => plainOrigin(asked, {
        title: `${say.retention} ${say.monthsOf(months)}`, clause: '1.2-c', computed: say.retentionHow(local, known, reached), note: say.retentionLead, keys: ['employment.retention_months', 'employment.retention_window'],
      }, await inForce())),
      share: (measure: keyof typeof QUALITY, title: string, { yes, known, of }: Quality['contract']): ProvenanceSource => once(`share ${measure} ${title} ${yes} ${known} ${of}`, async () => plainOrigin(asked, {
        title, clause: QUALITY[measure].clause, computed: say.shareHow(yes, known, of), keys: QUALITY[measure].keys,
      }, await inForce())),
    };
  }, [asked, queries, seesGraduates, year]);
}

type Say = (typeof employmentWords)['zh'];
const RATIO_DECIMALS = 4;

function computedOf({ numerator, denominator, outcome }: Rate, say: Say): string {
  if (outcome === 'undetermined') return say.rateUnknown;
  const percent = percentOf(numerator, denominator);
  return percent === null ? say.rateNone : say.rateHow(numerator, denominator, percent);
}

/** The readings used, and what the others would answer. */
function readingsOf(one: RatesOnDay, area: Area, reading: Reading, say: Say): ReadingLine[] {
  const answer = (label: string, { numerator, denominator, outcome }: Rate) => ({ label, value: denominator === 0 ? null : toFixed(exact(numerator, denominator), RATIO_DECIMALS, 'down'), unit: 'ratio', outcome: outcome === 'edge' ? 'unmet' as const : outcome });
  const other = area === 'city' ? 'county' : 'city';
  const area_of = { city: say.areaCity, county: say.areaCounty };
  return [
    { id: 'B41', question: `B41 ${say.readingAside}`, chosen: say[reading], unverified: false, alternatives: READINGS.filter((name) => name !== reading).map((name) => answer(say[name], one[area][name])) },
    { id: 'B40', question: `B40 ${say.readingArea}`, chosen: area_of[area], unverified: false, alternatives: [answer(area_of[other], one[other][reading])] },
  ];
}

function cellsOf({ student_id, name, destinations }: Graduate, day: string, language: 'zh' | 'en'): string[] {
  const latest = latestBy(destinations.map((one) => ({ ...one, student_id, recorded_on: date(one.recorded_on) })), date(day)).get(student_id);
  return [student_id, name, ...(latest === undefined ? ['–', '', '', ''] : [codeLabel(latest.code, language), latest.workplace_division ?? '', formatDate(latest.recorded_on, language), latest.recorded_by])];
}
