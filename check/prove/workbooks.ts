import { readDatasetBytes } from '../../workbook/read-dataset.ts';
import { makeZip } from '../../workbook/made-files.ts';
import { isRefusal } from '../../workbook/refusal.ts';
import { startAlone } from './alone.ts';
import { damaged, sampleParts, type Damaged } from './made-workbooks.ts';
import type { Proof } from './proof.ts';
import { randomFrom } from './random.ts';
import { serveSample, type SampleServer } from './sample-server.ts';

/** What became of damaged workbooks. */
export interface ReadWorkbooks {
  /** Refused as files, by why. */
  readonly refused: Readonly<Record<string, number>>;
  /** Read, with problems of cells, rows or sheets named. */
  readonly withProblems: number;
  /** Read, the damage being where nothing is read from. */
  readonly read: number;
  /** Anything else: a crash, no answer in time, a 5xx. */
  readonly faults: readonly string[];
}

const AT_ONCE = 2;
const PATIENCE_MS = 60_000;
const CHINESE = /[\u4e00-\u9fff]/;

/** Reads so many damaged workbooks as an import would. */
export async function readDamaged({ seed, count }: { readonly seed: number; readonly count: number }): Promise<ReadWorkbooks> {
  return tryAll({ seed, count }, async ({ name, bytes }) => {
    const read = await inTime(readDatasetBytes(name, bytes));
    if (!isRefusal(read)) return read.problems.length > 0 ? 'problems' : 'read';
    if (!CHINESE.test(read.message.zh) || read.message.en === '' || !CHINESE.test(read.advice.zh)) throw new Error('a refusal without words');
    return `refused ${read.refused}`;
  });
}

/** Uploads so many of them to be previewed. */
export async function previewDamaged({ origin, cookieOf, log }: SampleServer, { seed, count }: { readonly seed: number; readonly count: number }): Promise<ReadWorkbooks> {
  const cookie = await cookieOf('office');
  const tried = await tryAll({ seed, count }, async ({ name, bytes }) => {
    const form = new FormData();
    form.append('files', new File([new Uint8Array(bytes)], name));
    const reply = await fetch(`${origin}/api/imports/preview?on=2025-10-31`, { method: 'POST', headers: { cookie }, body: form, signal: AbortSignal.timeout(PATIENCE_MS) });
    const body = await reply.json() as { readonly type?: string; readonly problems?: readonly unknown[]; readonly detail?: string };
    if (reply.status === 200) return (body.problems ?? []).length > 0 ? 'problems' : 'read';
    if (reply.status !== 422 && reply.status !== 400) throw new Error(`answered ${reply.status} ${JSON.stringify(body).slice(0, 300)}`);
    if (!CHINESE.test(body.detail ?? '')) throw new Error('a refusal without words');
    return `refused ${body.type ?? ''}`;
  });
  return { ...tried, faults: [...tried.faults, ...log.filter(({ event }) => event === 'fault').map((entry) => JSON.stringify(entry))] };
}

async function tryAll({ seed, count }: { readonly seed: number; readonly count: number }, attempt: (one: Damaged) => Promise<string>): Promise<ReadWorkbooks> {
  const random = randomFrom(seed);
  const parts = sampleParts();
  const whole = makeZip(parts);
  const refused: Record<string, number> = {};
  const faults: string[] = [];
  const came = { problems: 0, read: 0 };
  let done = 0;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (done < count) {
      const number = done;
      done += 1;
      const one = damaged(parts, whole, random);
      try {
        const outcome = await attempt(one);
        if (outcome === 'problems' || outcome === 'read') came[outcome] += 1;
        else refused[outcome] = (refused[outcome] ?? 0) + 1;
      } catch (error) {
        faults.push(`${number} ${one.how} ${one.name}: ${String(error)} ${error instanceof Error ? error.stack ?? '' : ''}`);
      }
    }
  }));
  return { refused, withProblems: came.problems, read: came.read, faults };
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new Error('no end in time')), PATIENCE_MS); });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

const COUNT = 2000;
/** One in so many is also uploaded. */
const PREVIEWED = 10;

/** Damaged workbooks, read as an import would and, fewer of them, uploaded. */
export const workbooks: Proof = {
  name: 'workbooks',
  run: async ({ seed, count, say }) => {
    const many = count ?? COUNT;
    const reading = await readDamaged({ seed, count: many });
    const alone = await startAlone();
    try {
      const served = await serveSample(await alone.newDatabase());
      const previewed = await previewDamaged(served, { seed: seed + 1, count: Math.ceil(many / PREVIEWED) });
      await served.stop();
      const faults = [...reading.faults, ...previewed.faults];
      for (const fault of faults) say(`fault: ${fault}`);
      const told = ({ refused, withProblems, read }: ReadWorkbooks): string =>
        `${Object.values(refused).reduce((sum, times) => sum + times, 0)} refused, ${withProblems} with problems, ${read} whole`;
      return { holds: faults.length === 0, figures: `${many} damaged workbooks (seed ${seed}): ${told(reading)}; ${Math.ceil(many / PREVIEWED)} previewed: ${told(previewed)}; ${faults.length} faults` };
    } finally {
      await alone.stop();
    }
  },
};
