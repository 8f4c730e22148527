import { auditGraduation, anybodyOpen, type GraduationOutcome, type GraduationResult } from '../core/graduation/audit.ts';
import { graduationJsonText } from '../core/graduation/graduation-json.ts';
import { auditTexts, GRADUATION_OUTCOMES, REQUIREMENTS } from '../core/graduation/phrases.ts';
import { REQUIREMENT_NAMES } from '../core/graduation/requirement.ts';
import { OUTCOMES } from '../core/check/phrases.ts';
import { describeProblem } from '../core/exchange/describe.ts';
import { hasErrors } from '../core/exchange/problem.ts';
import type { Bilingual, Language } from '../core/values/bilingual.ts';
import { parametersOn } from '../core/verdict/parameter.ts';
import { readDatasetPath } from '../workbook/read-dataset.ts';
import { EXIT, onlyPositional, print, printParts, readOptions, Refused, refusalText, type Command } from './command.ts';

/** So many students are put into text at a time. */
const AT_A_TIME = 1000;
const USAGE = 'guantong graduation DATA';

/** `graduation DATA`: who of the final grade graduates, and what the others lack, line by line. No database is needed. */
export const command: Command = async (args) => {
  const { options, positionals } = readOptions(args, {});
  const read = await readDatasetPath(onlyPositional(positionals, USAGE));
  if ('refused' in read) throw new Refused(refusalText(read));
  const parameters = parametersOn(options.pack.parameters, options.as_of);
  const result = auditGraduation(read.dataset, read.problems, { on: options.as_of, parameters });
  if (options.json) printParts(graduationJsonText(result, AT_A_TIME));
  else printResult(result, options.lang);
  if (hasErrors(result.problems)) return EXIT.refused;
  return anybodyOpen(result) ? EXIT.open : EXIT.done;
};

function printResult(result: GraduationResult, lang: Language): void {
  for (const problem of result.problems) process.stderr.write(`${describeProblem(problem, lang)}\n`);
  if (hasErrors(result.problems)) {
    process.stderr.write(lang === 'zh' ? '数据有错误，未作审核。\n' : 'The data has errors; nobody was audited.\n');
    return;
  }
  print(headline(result, lang));
  for (const outcome of ['incomplete', 'completed', 'undetermined', 'graduated'] as const) printGroup(result, outcome, lang);
  if (result.students.length > 0) printRequirements(result, lang);
}

function headline({ as_of, has_rules, students, summary }: GraduationResult, lang: Language): string {
  if (!has_rules) return lang === 'zh' ? `${as_of} 当日没有生效的规定，未作审核。` : `No rule is in force on ${as_of}; nobody was audited.`;
  if (students.length === 0) return lang === 'zh' ? `${as_of} 没有待审核的毕业年级在校生。` : `Nobody of the final grade is at school on ${as_of}.`;
  return lang === 'zh'
    ? `${as_of} 毕业资格审核 ${students.length} 人，其中经批准免除证书 ${summary.exempted} 人`
    : `${as_of} audited: ${students.length}, of whom exempted from the certificate: ${summary.exempted}`;
}

/** The students of one outcome, those together who lack the same; of students with nothing to say only how many there are. */
function printGroup({ students, summary }: GraduationResult, outcome: GraduationOutcome, lang: Language): void {
  if (summary[outcome] === 0) return;
  print(withHeads(GRADUATION_OUTCOMES[outcome][lang], summary[outcome], lang));
  const groups = new Map<string, string[]>();
  for (const student of students) {
    if (student.outcome !== outcome) continue;
    const { deciding, shown } = auditTexts(student, lang);
    if (deciding.length + shown.length === 0) continue;
    const heading = list(deciding, lang);
    const { student_id, name, class_id } = student.roll;
    const line = [student_id, name, class_id ?? '', shown.length === 0 ? '' : ` ${SHOWN[lang]}${list(shown, lang)}`];
    const lines = groups.get(heading) ?? [];
    lines.push(line.filter((text) => text !== '').join(' '));
    groups.set(heading, lines);
  }
  for (const [heading, lines] of groups) {
    if (heading !== '') print(`  ${withHeads(heading, lines.length, lang)}`);
    for (const line of lines) print(`    ${line}`);
  }
}

const SHOWN: Bilingual = { zh: '另：', en: 'beside: ' };

function withHeads(text: string, heads: number, lang: Language): string {
  return lang === 'zh' ? `${text}  ${heads} 人` : `${text}: ${heads}`;
}

function list(texts: readonly string[], lang: Language): string {
  return texts.join(lang === 'zh' ? '；' : '; ');
}

/** How many students meet each line, so that a clerk sees where work waits. */
function printRequirements({ students }: GraduationResult, lang: Language): void {
  for (const [index, name] of REQUIREMENT_NAMES.entries()) {
    const lines = students.flatMap(({ requirements }) => requirements[index] ?? []);
    const counted = (['met', 'unmet', 'undetermined', 'not_applicable'] as const)
      .map((outcome) => [OUTCOMES[outcome][lang], lines.filter((one) => one.outcome === outcome).length] as const)
      .filter(([, many]) => many > 0);
    print(`${REQUIREMENTS[name][lang]} ${lines[0]?.clause ?? ''}  ${counted.map(([word, many]) => `${word} ${many}`).join(lang === 'zh' ? '，' : ', ')}`);
  }
}
