import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openStore, type OpenStore } from '../../cli/open-store.ts';
import { MADE_CONTENTS } from '../../core/documents/made-contents.ts';
import { issueDocument } from '../../store/documents.ts';
import { isFileOf } from '../../store/document-statement.ts';
import { readFile } from '../../store/files.ts';
import { seriesStates } from '../../store/number-series.ts';
import { programActor } from '../../store/program-actor.ts';
import { createRegion } from '../../store/regions.ts';
import { attachmentKind } from '../../workbook/attachment-kind.ts';
import { MADE_JPEG, MADE_PDF, MADE_PNG, madePackage } from '../../workbook/made-attachments.ts';
import { randomFrom, type Random } from './random.ts';
import type { Proof } from './proof.ts';

const ISSUER = fileURLToPath(new URL('./issuer.ts', import.meta.url));
const NUMBERS = 1000;
/** Programs at once, each with five issuers. */
const PROGRAMS = 4;
const [SHORTEST_MS, LONGEST_MS] = [6000, 20_000];
const MIXED_FILES = 5000;

/** Numbers under twenty issuers, rollbacks and SIGKILL; every byte of a document; files that are two things at once. */
export const documents: Proof = {
  name: 'documents',
  run: async ({ seed, count, say }) => {
    const random = randomFrom(seed);
    const dataDir = mkdtempSync(join(tmpdir(), 'guantong-documents-'));
    const store = await openStore({ dataDir, log: () => undefined });
    try {
      const { region_id } = await createRegion(store.database, { code: '330800', name: '测试市', office_name: '测试办', counties: [], pack: 'quzhou-2024', sample: false });
      const told = await issueUnderFire(dataDir, count ?? NUMBERS, random, say);
      const wrong = await wrongNumbers(store, region_id, told.committed);
      const { bytes, held } = await flippedBytes(store, region_id);
      const taken = await mixedFiles(random);
      return {
        holds: wrong.length === 0 && held === 0 && taken === 0,
        figures: `seed ${seed}: ${told.committed.length} numbers acknowledged by ${PROGRAMS * 5} issuers, ${told.letGo} let go, ${told.kills} programs killed, ${wrong.length} wrong${wrong.length === 0 ? '' : ` (${wrong.slice(0, 5).join('; ')})`}; ${bytes} bytes flipped one by one, ${held} unnoticed; ${MIXED_FILES} mixed files, ${taken} taken`,
      };
    } finally {
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};

interface Told {
  readonly committed: string[];
  letGo: number;
  kills: number;
}

async function issueUnderFire(dataDir: string, wanted: number, random: Random, say: (line: string) => void): Promise<Told> {
  const told: Told = { committed: [], letGo: 0, kills: 0 };
  const running = new Set<ChildProcess>();
  const start = (): void => {
    const child = spawn(process.execPath, [ISSUER, dataDir, String(random.whole(1, 1_000_000))], { stdio: ['ignore', 'pipe', 'inherit'] });
    running.add(child);
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('committed ')) told.committed.push(line.slice('committed '.length));
      else told.letGo += 1;
    });
  };
  const kill = async (child: ChildProcess): Promise<void> => {
    const ended = once(child, 'close');
    child.kill('SIGKILL');
    await ended;
    running.delete(child);
  };
  for (let at = 0; at < PROGRAMS; at += 1) start();
  while (told.committed.length < wanted) {
    await sleep(random.whole(SHORTEST_MS, LONGEST_MS));
    await kill(random.pick([...running]));
    told.kills += 1;
    start();
    if (told.kills % 5 === 0) say(`${told.kills} kills, ${told.committed.length} numbers acknowledged`);
  }
  await Promise.all([...running].map(kill));
  return told;
}

/** What of the numbers is missing, there twice or unknown; a document that was committed and not acknowledged is no fault. */
async function wrongNumbers({ database }: OpenStore, region_id: number, committed: readonly string[]): Promise<string[]> {
  const as = database.as(programActor(region_id));
  const states = await as.read((tx) => tx.whole(seriesStates));
  const stored = (await as.read((tx) => tx.arrays('select number_text from documents where region_id = $1', [region_id]))).map(([number]) => number as string);
  return [
    ...states.flatMap(({ series, gaps, beyond, last_number, documents: many }) => (gaps.length > 0 || beyond || last_number !== many ? [`${series}: last ${last_number}, documents ${many}, gaps ${gaps.join()}`] : [])),
    ...(new Set(stored).size === stored.length ? [] : ['a number is stored twice']),
    ...(new Set(committed).size === committed.length ? [] : ['a number was acknowledged twice']),
    ...committed.filter((number) => !stored.includes(number)).map((number) => `${number} was acknowledged and is not there`),
  ];
}

/** Every byte of a document flipped in one bit: how many there are, and of how many it was not noticed. */
async function flippedBytes({ database }: OpenStore, region_id: number): Promise<{ readonly bytes: number; readonly held: number }> {
  const as = database.as(programActor(region_id));
  const issued = await as.write((tx) => issueDocument(tx, 'campus_recognition', MADE_CONTENTS.campus_recognition, { object: 'campuses/C', thing: 'campus:C' }));
  const file = await as.read((tx) => readFile(tx, issued.file_hash));
  const pdf = Uint8Array.from(file?.bytes ?? []);
  let held = pdf.length > 0 && isFileOf(pdf, issued.file_hash) ? 0 : 1;
  for (let at = 0; at < pdf.length; at += 1) {
    pdf[at] = (pdf[at] as number) ^ (1 << (at % 8));
    if (isFileOf(pdf, issued.file_hash)) held += 1;
    pdf[at] = (pdf[at] as number) ^ (1 << (at % 8));
  }
  return { bytes: pdf.length, held };
}

/** Two formats in one file, in either order, under any name: how many were taken. */
async function mixedFiles(random: Random): Promise<number> {
  const plain = [MADE_PDF, MADE_PNG, MADE_JPEG, Buffer.from('<!doctype html><script>alert(1)</script>'), Buffer.from('<svg><script>alert(1)</script></svg>'), Buffer.from('MZ program')];
  const packages = [madePackage('word/document.xml'), madePackage('xl/workbook.xml'), madePackage('OFD.xml')];
  const names = ['a.pdf', 'a.png', 'a.jpg', 'a.docx', 'a.xlsx', 'a.ofd', 'a.html', 'a.svg', '../../a.png', 'a'];
  let taken = 0;
  for (let at = 0; at < MIXED_FILES; at += 1) {
    const first = random.pick(plain);
    const second = random.pick([...plain, ...packages].filter((one) => one !== first));
    const parts = random.oneIn(3) ? [first, Buffer.alloc(random.whole(1, 64), random.whole(1, 255)), second] : [first, second];
    if (typeof (await attachmentKind(random.pick(names), Buffer.concat(parts))) === 'string') taken += 1;
  }
  return taken;
}
