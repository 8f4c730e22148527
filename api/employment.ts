import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { qualityOf, qualityRules } from '../core/employment/quality.ts';
import { groupRates, rateRules } from '../core/employment/rates.ts';
import { retentionOf, retentionRules } from '../core/employment/retention.ts';
import { latestBy } from '../core/employment/counts.ts';
import { groupBy } from '../core/facts/campus-rows.ts';
import type { DestinationReport } from '../core/employment/report.ts';
import { yuanText } from '../core/values/fen.ts';
import { yearOf, type PlainDate } from '../core/values/plain-date.ts';
import type { ParametersInForce } from '../core/verdict/parameter.ts';
import { loadCohort, graduationYears, type Cohort } from '../store/employment/cohort.ts';
import { destinationReport, reportPaper, unnumbered } from '../store/employment/report.ts';
import { serviceTotals } from '../store/employment/services.ts';
import { loadRows } from '../store/campus-rows.ts';
import type { Transaction } from '../store/transaction.ts';
import { documentWorkbook } from '../workbook/document-workbook.ts';
import type { Handlers } from './app.ts';
import type { readEmployment } from './contract/employment.ts';
import { XLSX } from './contract/files.ts';
import { parametersOf } from './cooperation-verdicts.ts';
import { dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import type { ApiEnv } from './environment.ts';
import { attachment } from './files.ts';
import { about, keptAnswers } from './kept-verdicts.ts';
import { refuse } from './refuse.ts';
import { knownOf } from './region-verdicts.ts';

type EmploymentHandlers = Pick<Handlers, 'readEmployment' | 'downloadDestinationWorkbook' | 'downloadDestinationPaper'>;
type View = z.infer<(typeof readEmployment.responses)[200]['content']['application/json']['schema']>;

const counted = keptAnswers<Numbers>();

/** The graduates of a year in numbers, for everybody in the pilot, and document 24 for those who keep them. */
export function employmentHandlers(deps: Deps): EmploymentHandlers {
  const report = async (c: Context<ApiEnv>, asked: { readonly school_id: string; readonly year: number; readonly on?: PlainDate | undefined }, write: (tx: Transaction, found: DestinationReport) => Promise<Uint8Array>) =>
    storeOf(deps, c).disclose(async (tx) => {
      const place = await placeOf(tx);
      const { on } = dayOf(deps, place, asked.on === undefined ? {} : { on: asked.on });
      const found = await destinationReport(tx, { ...asked, on, pack: place.pack });
      if (found === null) {
        tx.discard();
        return null;
      }
      await tx.audit({ action: 'destination.report', object: `schools/${asked.school_id}`, detail: { year: asked.year, rows: found.lines.length } });
      return { name: `${found.school} ${found.year}届毕业去向与本地就业统计 ${found.on}`, bytes: await write(tx, found) };
    });
  return {
    readEmployment: (c) => storeOf(deps, c).read(async (tx) => {
      const place = await placeOf(tx);
      const { year, ...query } = c.req.valid('query');
      const day = dayOf(deps, place, query);
      const years = await tx.whole((whole) => graduationYears(whole, day.on));
      const asked = year ?? years[0] ?? yearOf(day.on);
      const numbers = await counted.get(tx, [...about(place.pack, day), String(asked)], async () =>
        numbersOf(await tx.whole((whole) => loadCohort(whole, asked, day.on, knownOf(day))), asked, day.on, parametersOf(place.pack, day.on)));
      const names = await namesOf(tx);
      const services = await tx.whole((whole) => serviceTotals(whole, asked, day.on));
      return c.json({
        on: day.on, year: asked, years, ...numbers,
        groups: numbers.groups.map((one) => ({ ...one, name: names(one.group, one.id) })), services: services.map((one) => ({ ...one, name: names('school', one.school_id) })),
      }, 200);
    }),
    downloadDestinationWorkbook: async (c) => {
      const found = await report(c, c.req.valid('query'), async (tx, one) => documentWorkbook(unnumbered(one), `未编号${(await placeOf(tx)).region.sample ? '　示例数据' : ''}`));
      return found === null ? refuse(c, 'no_graduates') : attachment(c, `${found.name}.xlsx`, XLSX, found.bytes);
    },
    downloadDestinationPaper: async (c) => {
      const found = await report(c, c.req.valid('query'), reportPaper);
      return found === null ? refuse(c, 'no_graduates') : attachment(c, `${found.name}.pdf`, 'application/pdf', found.bytes);
    },
  };
}

type Numbers = Pick<View, 'has_rules' | 'quality' | 'retention'> & { readonly groups: ReturnType<typeof groupRates> };

function numbersOf({ graduates, destinations }: Cohort, year: number, on: PlainDate, parameters: ParametersInForce): Numbers {
  const rules = rateRules(parameters, year);
  if (rules === null) return { has_rules: false, groups: [], quality: null, retention: [] };
  const all = graduates ?? [];
  const [quality, stay] = [qualityRules(parameters, rules.codes), retentionRules(parameters, rules.codes)];
  const latest = [...latestBy(destinations ?? [], on).values()];
  const own = groupBy(destinations ?? [], ({ student_id }) => student_id);
  return {
    has_rules: true, groups: groupRates({ graduates: all, destinations: graduates === null ? null : destinations }, on, rules),
    quality: quality === null ? null : { minimum_wage_yuan: yuanText(quality.minimum_wage_fen), ...qualityOf(latest, quality) },
    retention: stay === null ? [] : retentionOf(all, own, on, stay).map(({ unknown, ...one }) => ({ ...one, unknown: unknown.length })),
  };
}

/** Names of counties, schools and programmes. */
async function namesOf(tx: Transaction): Promise<(group: string, id: string) => string> {
  const { pack, region } = await placeOf(tx);
  const [organisations, programmes] = [await loadRows(tx, 'organisations', {}), await loadRows(tx, 'programmes', {})];
  const schools = new Map(organisations.map(({ org_id, name }) => [org_id, name]));
  const names: Readonly<Record<string, ReadonlyMap<string, string>>> = {
    city: new Map([['', region.name]]), county: new Map(pack.header.counties.map(({ code, name }) => [code, name.zh])), school: schools,
    programme: new Map(programmes.map(({ programme_id, school_id, name }) => [programme_id, `${name}（${schools.get(school_id) ?? school_id}）`])),
  };
  return (group, id) => names[group]?.get(id) ?? id;
}
