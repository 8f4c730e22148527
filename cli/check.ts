import { extname } from 'node:path';
import { anythingOpen, check, type CheckResult } from '../core/check/check.ts';
import { checkJson, headsOf, verdictView, type CheckJson, type VerdictView } from '../core/check/check-json.ts';
import { judgingOn } from '../core/check/judging.ts';
import { consequenceText, formulaText, OUTCOMES } from '../core/check/phrases.ts';
import { describeProblem } from '../core/exchange/describe.ts';
import { hasErrors } from '../core/exchange/problem.ts';
import type { Language } from '../core/values/bilingual.ts';
import { readDatasetPath } from '../workbook/read-dataset.ts';
import { EXIT, onlyPositional, print, printJson, readOptions, Refused, refusalText, writeNamed, type Command } from './command.ts';

const USAGE = 'guantong check DATA [-o report.xlsx|report.html]';
const REPORT_EXTENSIONS: readonly string[] = ['.xlsx', '.html'];

/** `check DATA`: judges every standard of a workbook or folder. No database is needed. */
export const command: Command = async (args) => {
  const { options, values, positionals } = readOptions(args, { output: { type: 'string', short: 'o' } });
  const path = onlyPositional(positionals, USAGE);
  if (values.output !== undefined && !REPORT_EXTENSIONS.includes(extname(values.output))) {
    throw new Refused(`报告须为 .xlsx 或 .html / the report must end in .xlsx or .html: ${values.output}`);
  }
  const read = await readDatasetPath(path);
  if ('refused' in read) throw new Refused(refusalText(read));
  const result = check(read.dataset, read.problems, judgingOn(options.pack, options.as_of));
  if (options.json) printJson(checkJson(result));
  else printResult(result, options.lang);
  if (hasErrors(result.problems)) return EXIT.refused;
  if (values.output !== undefined) {
    const { reportOf, writeReport } = await import('../workbook/report.ts');
    const file = values.output;
    await writeNamed(file, () => writeReport(file, reportOf(read.dataset, result, options.pack)));
    process.stderr.write(`${options.lang === 'zh' ? '已写入' : 'Written'} ${values.output}\n`);
  }
  return anythingOpen(result) ? EXIT.open : EXIT.done;
};

function printResult(result: CheckResult, lang: Language): void {
  const json = checkJson(result);
  for (const problem of json.problems) process.stderr.write(`${describeProblem(problem, lang)}\n`);
  if (hasErrors(json.problems)) {
    process.stderr.write(lang === 'zh' ? '数据有错误，未作评判。\n' : 'The data has errors; nothing was judged.\n');
    return;
  }
  for (const campus of result.campuses) {
    print(`${campus.name} (${campus.campus_id})  N = ${headsOf(campus.facts?.students.value ?? null) ?? '?'}`);
    for (const verdict of [...campus.verdicts, ...campus.composites]) print(`  ${verdictLine(verdictView(verdict), lang)}`);
  }
  for (const target of json.targets) {
    const part = target.part === null ? '' : ` ${target.part}`;
    print(`${OUTCOMES[target.outcome].mark} ${target.standard}${part}  ${target.measured.value ?? '?'} ${target.required.op} ${target.required.value ?? '?'}`);
  }
  printSummary(json, lang);
}

function verdictLine(verdict: VerdictView, lang: Language): string {
  const { mark, [lang]: word } = OUTCOMES[verdict.outcome];
  return [`${mark} ${verdict.standard.padEnd(5)} ${word}`, formulaText(verdict.measured, lang), consequenceText(verdict, lang)]
    .filter((text) => text !== '')
    .join('  ');
}

function printSummary(json: CheckJson, lang: Language): void {
  const outcomes = ['met', 'unmet', 'undetermined', 'not_applicable'] as const;
  print(outcomes.map((o) => `${OUTCOMES[o][lang]} ${json.summary[o]}`).join(lang === 'zh' ? '，' : ', '));
}
