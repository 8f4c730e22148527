import { availableParallelism } from 'node:os';
import { allocate, isSolvedInParts, type Allocation } from '../core/allocation/allocate.ts';
import type { Progress } from '../core/allocation/decompose.ts';
import { percentOff } from '../core/allocation/phrases.ts';
import type { Situation } from '../core/allocation/situation.ts';
import { groupWhole } from '../core/check/phrases.ts';
import type { Language } from '../core/values/bilingual.ts';
import { highsInParts } from '../solver/highs.ts';
import { withOptimisers } from '../solver/threaded.ts';

const MOST_THREADS = 4;

/** A city in one go; a province in parts, with its progress on stderr until the time is over or somebody interrupts, with the best so far. */
export async function solved(situation: Situation, seconds: number, lang: Language): Promise<Allocation> {
  if (!isSolvedInParts(situation)) return allocate(situation, highsInParts, { seconds });
  let interrupted = false;
  const interrupt = (): void => { interrupted = true; };
  const end = Date.now() + seconds * 1000;
  const stopped = (): boolean => interrupted;
  process.once('SIGINT', interrupt);
  try {
    process.stderr.write(`${HINT[lang]}\n`);
    const threads = Math.min(MOST_THREADS, availableParallelism());
    return await withOptimisers({ signal: new AbortController().signal, threads, stopped }, (solvers) =>
      allocate(situation, solvers, { seconds, stopped, late: () => Date.now() >= end, tell: (progress) => process.stderr.write(`${progressText(progress, lang)}\n`) }));
  } finally {
    process.off('SIGINT', interrupt);
  }
}

const HINT: Readonly<Record<Language, string>> = {
  zh: '校区较多，按校区分解求解；按 Ctrl+C 停下，取目前最好的方案。',
  en: 'There are many campuses, so each is solved by itself; Ctrl+C stops with the best plan so far.',
};

function progressText({ rounds, cost_yuan, bound_yuan, impossible = false }: Progress, lang: Language): string {
  if (impossible) return lang === 'zh' ? `没有可行方案，正在找出互相冲突的要求（第 ${rounds} 轮）` : `no plan is possible; looking for what conflicts (round ${rounds})`;
  const yuan = (amount: number | null) => (amount === null ? '–' : groupWhole(Math.floor(amount).toFixed(2)));
  const off = cost_yuan === null || bound_yuan === null ? '–' : percentOff(cost_yuan, bound_yuan);
  return lang === 'zh' ? `第 ${rounds} 轮：目前最好 ${yuan(cost_yuan)} 元，至少需要 ${yuan(bound_yuan)} 元，最多相差 ${off}`
    : `round ${rounds}: best so far ${yuan(cost_yuan)} yuan, at least ${yuan(bound_yuan)} yuan needed, at most ${off} apart`;
}
