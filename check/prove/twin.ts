import { anythingOpen, check } from '../../core/check/check.ts';
import { checkJson } from '../../core/check/check-json.ts';
import type { CheckJson } from '../../core/check/check-json.ts';
import { judgingOn } from '../../core/check/judging.ts';
import { hasErrors } from '../../core/exchange/problem.ts';
import { templateJson } from '../../core/exchange/template.ts';
import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { parsePlainDate } from '../../core/values/plain-date.ts';
import { differences } from './compare.ts';
import { dressed } from './dress.ts';
import type { CsvTexts } from './dress.ts';
import { flawed } from './made-flaws.ts';
import type { FlawedRegion } from './made-flaws.ts';
import { madeRegion } from './made-region.ts';
import { naiveCheck } from './naive-check.ts';
import { naiveRows } from './naive-rows.ts';
import { readDressed } from './read-dressed.ts';

const template = templateJson().sheets;
const FLAWED_EVERY = 13;

/** What a random region answers by both ways. */
export interface Twin {
  readonly seed: number;
  readonly day: string;
  readonly texts: CsvTexts;
  readonly verdicts: CheckJson['summary'];
  /** What differs, in words; empty when both agree. */
  readonly differences: readonly string[];
}

/** Makes the region of a seed, writes it as CSV in one of the encodings, and judges it by the product and by the second reading. */
export function twin(seed: number): Twin {
  const region = madeRegion(seed);
  if (seed % FLAWED_EVERY === 0) return refusedTwin(flawed(region));
  const texts = dressed(region, template);
  const { json, open } = productAnswer(texts, region.day, seed);
  const errors = json.problems.filter(({ severity }) => severity === 'error');
  const found = hasErrors(errors)
    ? errors.slice(0, 3).map((one) => `refused: ${JSON.stringify(one)}`)
    : differences(json, open, naiveCheck(naiveRows(texts, template), region.day));
  return { seed, day: region.day, texts, verdicts: json.summary, differences: found };
}

/** A region with an error is refused as a whole: the error is named, the lists are empty, the summary is zero. */
function refusedTwin(region: FlawedRegion): Twin {
  const texts = dressed(region, template);
  const { json } = productAnswer(texts, region.day, region.seed);
  const codes = json.problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  const judged = [...json.campuses, ...json.schools, ...json.targets].length + Object.values(json.summary).reduce((a, b) => a + b, 0);
  return {
    seed: region.seed, day: region.day, texts, verdicts: json.summary,
    differences: [
      ...(codes.some((code) => code === region.code) ? [] : [`${region.code} is not among the errors: ${codes.join(', ')}`]),
      ...(judged === 0 ? [] : ['a region with errors was judged']),
    ],
  };
}

/** The product's own way: bytes → text → reader → check → JSON. */
function productAnswer(texts: CsvTexts, day: string, seed: number): { json: CheckJson; open: boolean } {
  const { dataset, problems } = readDressed(texts, seed);
  const on = parsePlainDate(day);
  if (on === null) throw new Error(`not a date: ${day}`);
  const result = check(dataset, problems, judgingOn(DEFAULT_PACK, on));
  return { json: JSON.parse(JSON.stringify(checkJson(result))) as CheckJson, open: anythingOpen(result) };
}
