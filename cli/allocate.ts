import { allocationJson, isOpen, refusedJson, type AllocationJson } from '../core/allocation/allocation-json.ts';
import { lpText } from '../core/allocation/lp-text.ts';
import { faultsIn } from '../core/allocation/offers.ts';
import { problemOf } from '../core/allocation/problem.ts';
import { isEmptyRegion, situationOf, type Question } from '../core/allocation/situation.ts';
import { describeProblem } from '../core/exchange/describe.ts';
import { hasErrors, type Problem } from '../core/exchange/problem.ts';
import type { Dataset } from '../core/exchange/sheets.ts';
import { readDatasetPath } from '../workbook/read-dataset.ts';
import { writeFile } from 'node:fs/promises';
import { allocationLines } from './allocate-text.ts';
import { EXIT, onlyPositional, print, printJson, readOptions, Refused, refusalText, writeNamed, type Command, type CommonOptions, type Exit } from './command.ts';
import { sourceOf, yearAfter } from './forecast-options.ts';
import { solved } from './solving.ts';

const USAGE = 'guantong allocate DATA --to YEAR [--target N] [--rates pack|history] [--seconds S] [-o MODEL.lp]';
const MOST_STUDENTS = 10_000_000;
const SECONDS = 60;

/** `allocate DATA --to YEAR [--target N]`: the cheapest plan that meets the aims, or why there is none. */
export const command: Command = async (args) => {
  const { options, values, positionals } = readOptions(signed(args), {
    to: { type: 'string' }, target: { type: 'string' }, rates: { type: 'string' }, seconds: { type: 'string' }, output: { type: 'string', short: 'o' },
  });
  const path = onlyPositional(positionals, USAGE);
  const question: Question = { pack: options.pack, on: options.as_of, to: yearAfter(values.to, options.as_of, USAGE), target: targetOf(values.target), rates: sourceOf(values.rates) };
  const seconds = secondsOf(values.seconds);
  const read = await readDatasetPath(path);
  if ('refused' in read) throw new Refused(refusalText(read));
  const problems = [...read.problems, ...faultsIn(read.dataset).map(faultOf)];
  for (const problem of options.json ? [] : problems) process.stderr.write(`${describeProblem(problem, options.lang)}\n`);
  if (hasErrors(problems)) return answered(refusedJson(question.to, question.target, problems), read.dataset, options);
  requireSomething(read.dataset);
  const situation = situationOf(read.dataset, question);
  if (values.output !== undefined) {
    const file = values.output;
    await writeNamed(file, () => writeFile(file, lpText(problemOf(situation).model)));
  }
  return answered(allocationJson(await solved(situation, seconds, options.lang), problems), read.dataset, options);
};

function answered(json: AllocationJson, dataset: Dataset, options: CommonOptions): Exit {
  if (options.json) printJson(json);
  else if (json.status === 'refused') process.stderr.write(options.lang === 'zh' ? '数据有错误，未作规划。\n' : 'The data has errors; nothing was planned.\n');
  else for (const line of allocationLines(json, dataset, options.lang)) print(line);
  if (json.status === 'refused') return EXIT.refused;
  return isOpen(json) ? EXIT.open : EXIT.done;
}

/** A number below zero is an answer to be named, not another option. */
function signed(args: readonly string[]): string[] {
  return args.flatMap((word, at) => {
    const before = args[at - 1];
    if (before === '--target' && /^-\d/.test(word)) return [];
    return word === '--target' && /^-\d/.test(args[at + 1] ?? '') ? [`--target=${args[at + 1]}`] : [word];
  });
}

function targetOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^-\d/.test(text)) throw new Refused(`--target: 目标不能小于零 / a target is not below zero: ${text}`);
  if (!/^\d+$/.test(text)) throw new Refused(`--target: 目标须为整数人数 / a whole number of students: ${text}`);
  if (Number(text) > MOST_STUDENTS) throw new Refused(`--target: 最多 ${MOST_STUDENTS} 人 / at most ${MOST_STUDENTS}: ${text}`);
  return Number(text);
}

function secondsOf(text: string | undefined): number {
  if (text === undefined) return SECONDS;
  const seconds = Number(text);
  if (!/^\d+$/.test(text) || seconds < 1) throw new Refused(`--seconds: 每次求解最多用的秒数，至少 1 / whole seconds for each question, at least 1: ${text}`);
  return seconds;
}

function faultOf({ row, column, value }: ReturnType<typeof faultsIn>[number]): Problem {
  return { sheet: 'options', row, column, code: 'not_allowed', value, severity: 'error' };
}

function requireSomething(dataset: Dataset): void {
  if (!isEmptyRegion(dataset)) return;
  throw new Refused('数据中没有校区、专业、招生和学生，无从规划：请先填写这些表。\nThe data has no campuses, programmes, intakes or students, so there is nothing to plan for: fill in these sheets first.');
}
