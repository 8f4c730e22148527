import { readCsv } from '../../core/exchange/csv.ts';
import { hasErrors } from '../../core/exchange/problem.ts';
import { createReader } from '../../core/exchange/reader.ts';
import { templateJson } from '../../core/exchange/template.ts';
import { anythingOpen, forecastFrom } from '../../core/forecast/forecast.ts';
import { forecastJson } from '../../core/forecast/forecast-json.ts';
import type { CampusYearJson, ForecastJson, RegionYearJson } from '../../core/forecast/forecast-json.ts';
import { groundOf } from '../../core/forecast/ground.ts';
import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { date } from '../../core/values/plain-date.ts';
import type { Outcome } from '../../core/verdict/verdict.ts';
import { differs, target, targetName, verdicts } from './compare.ts';
import { dressed } from './dress.ts';
import type { CsvTexts } from './dress.ts';
import { madeFuture } from './made-forecast.ts';
import { naiveForecast } from './naive-forecast.ts';
import type { NaiveForecast, NaiveRegionYear, NaiveYear } from './naive-forecast.ts';
import { naiveRows } from './naive-rows.ts';

const template = templateJson().sheets;

/** What a random region is foreseen to be, by both ways. */
export interface ForecastTwin {
  readonly seed: number;
  readonly day: string;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** What differs, in words; empty when both agree. */
  readonly differences: readonly string[];
}

/** Makes the region of a seed and looks ahead by the product and by the second reading of the contract. */
export function forecastTwin(seed: number): ForecastTwin {
  const region = madeFuture(seed);
  const texts = dressed(region, template);
  const { json, open } = productAnswer(texts, region.day, region.to);
  const outcomes = { met: 0, unmet: 0, undetermined: 0, not_applicable: 0 };
  for (const { outcome } of json.rows.flatMap((row) => row.verdicts)) outcomes[outcome] += 1;
  const differences = hasErrors(json.problems)
    ? json.problems.slice(0, 3).map((one) => `refused: ${JSON.stringify(one)}`)
    : compared(json, open, naiveForecast(naiveRows(texts, template), region.day, region.to));
  return { seed, day: region.day, outcomes, differences };
}

function productAnswer(texts: CsvTexts, day: string, to: number): { json: ForecastJson; open: boolean } {
  const reader = createReader();
  for (const [name, text] of Object.entries(texts)) {
    const sheet = reader.sheet(name);
    readCsv(text, (row, cells) => sheet?.row(row, cells));
  }
  const { dataset, problems } = reader.finish();
  if (hasErrors(problems)) return { json: forecastJson(null, problems), open: false };
  const forecast = forecastFrom(groundOf(dataset, DEFAULT_PACK, date(day), to), 'pack');
  return { json: JSON.parse(JSON.stringify(forecastJson(forecast, problems))) as ForecastJson, open: anythingOpen(forecast) };
}

function compared(json: ForecastJson, open: boolean, naive: NaiveForecast): string[] {
  return [
    ...differs('rows', json.rows.map(nameOf).sort(), Object.keys(naive.rows).sort()),
    ...differs('region years', json.region.map(({ year }) => String(year)), Object.keys(naive.region)),
    ...json.rows.flatMap((row) => rowDiffers(row, naive.rows[nameOf(row)])),
    ...json.region.flatMap((row) => regionDiffers(row, naive.region[row.year])),
    ...differs('something open', open, isOpen(naive)),
  ];
}

const nameOf = ({ year, campus_id }: CampusYearJson): string => `${year} ${campus_id}`;

function rowDiffers(found: CampusYearJson, expected: NaiveYear | undefined): string[] {
  if (expected === undefined) return [];
  const where = nameOf(found);
  const { needed } = found;
  return [
    ...differs(`${where} students`, String(found.students), String(expected.students)),
    ...differs(`${where} grades`, [found.grades[4], found.grades[5]], expected.grades ?? [null, null]),
    ...differs(`${where} capacity`, found.capacity, expected.capacity),
    ...differs(`${where} needed`, [needed.teachers, needed.ideology, needed.counsellors, needed.psychologists], expected.needed ?? [null, null, null, null]),
    ...differs(`${where} grant`, found.grant_due_yuan, expected.grant),
    ...differs(`${where} gaps`, found.gaps.map(({ standard }) => standard), found.verdicts.filter(({ gap }) => gap !== null).map(({ standard }) => standard)),
    ...verdicts(where, found.verdicts, expected.verdicts),
  ];
}

function regionDiffers(found: RegionYearJson, expected: NaiveRegionYear | undefined): string[] {
  if (expected === undefined) return [];
  const where = `region ${found.year}`;
  const { '1.2-k': _local, ...targets } = expected.targets;
  return [
    ...differs(`${where} intake`, found.intake, expected.intake),
    ...differs(`${where} intakes`, found.intakes.reduce((sum, { students }) => sum + students, 0), expected.intake),
    ...differs(`${where} grades`, [found.grades[1], found.grades[2], found.grades[3], found.grades[4], found.grades[5]], expected.grades),
    ...differs(`${where} moved`, found.completing === null ? null : [found.completing, found.graduates, found.local, found.leavers], expected.moved),
    ...differs(`${where} targets`, found.targets.map(targetName).sort(), Object.keys(targets).sort()),
    ...found.targets.flatMap((one) => target(one, targets[targetName(one)]).map((text) => `${where} ${text}`)),
  ];
}

function isOpen({ rows, region }: NaiveForecast): boolean {
  const judged = Object.values(rows).flatMap(({ verdicts: all }) => Object.entries(all).filter(([name]) => !name.startsWith('S-')));
  const aims = Object.values(region).flatMap(({ targets }) => Object.entries(targets).filter(([name]) => name !== '1.2-j stretch' && name !== '1.2-k'));
  return [...judged, ...aims].some(([, { outcome }]) => outcome === 'unmet' || outcome === 'undetermined');
}
