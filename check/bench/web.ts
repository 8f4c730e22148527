import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answerFacts, judgingOn } from '../../core/check/judging.ts';
import { campusOnTheLine, readTyped } from '../../core/check/made-dataset.ts';
import { verdictView } from '../../core/check/check-json.ts';
import { applyChanges } from '../../core/check/what-if.ts';
import { campusFacts } from '../../core/facts/campus-facts.ts';
import { campusRowsOf } from '../../core/facts/campus-rows.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { decimal } from '../../core/values/exact.ts';
import { date } from '../../core/values/plain-date.ts';
import { weighBundle } from '../web/bundle.ts';
import { buildPages } from '../web/delivered.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FIRST_LOAD_KB = 280;
const WHAT_IF_MS = 4;

/** What a first visit loads, and how long an answer of the what-if screen takes to be ready for the page. */
export async function benchWeb(print: (line: string) => void = console.log): Promise<void> {
  buildPages();
  const bundle = await weighBundle(join(ROOT, 'dist/web'));
  const kb = bundle.first_bytes / 1000;
  print(`web first load of script, gzip: ${kb.toFixed(1)} kB (limit ${FIRST_LOAD_KB} kB) ${kb <= FIRST_LOAD_KB ? 'reached' : 'MISSED'}`);
  const ms = whatIfMilliseconds();
  print(`web what-if answer of one campus, as text for the page: ${ms.toFixed(3)} ms (limit ${WHAT_IF_MS} ms) ${ms <= WHAT_IF_MS ? 'reached' : 'MISSED'}`);
}

function whatIfMilliseconds(): number {
  const judging = judgingOn(quzhou2024, date('2025-10-31'));
  const [rows] = campusRowsOf(readTyped(campusOnTheLine()).dataset);
  if (rows === undefined || judging.rules === null) throw new Error('the campus on the line is gone');
  const facts = campusFacts(rows, judging.on, judging.rules);
  const answer = (students: number) => {
    const { verdicts, composites } = answerFacts(applyChanges(facts, { students, teachers: 2, teaching_area_m2: decimal('300') }), judging);
    return [...verdicts, ...composites].map(verdictView);
  };
  for (let i = 0; i < 200; i += 1) answer(i);
  const start = process.hrtime.bigint();
  for (let i = 0; i < 200; i += 1) answer(i);
  return Number(process.hrtime.bigint() - start) / 200 / 1e6;
}
