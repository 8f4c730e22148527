import { mkdir, open, readdir, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readLine } from './checkpoint-line.ts';
import type { Checkpoint } from './checkpoint-line.ts';

/** The checkpoint file of a region. */
export function checkpointFile(directory: string, region_id: number): string {
  return join(directory, `${region_id}.jsonl`);
}

/** Nothing where the file or folder is not there; every other failure stays one. */
function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

/** The numbers of the regions that have checkpoints in this directory. */
export async function regionsWithCheckpoints(directory: string): Promise<number[]> {
  const names = await readdir(directory).catch(absent) ?? [];
  return names.flatMap((name) => /^(\d{1,9})\.jsonl$/.exec(name)?.[1] ?? []).map(Number).sort((a, b) => a - b);
}

/** Adds one line at the end and waits until the disk has it. @throws when the file cannot be written. */
export async function appendLine(file: string, line: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'a+', 0o600);
  try {
    const { size } = await handle.stat();
    // The torn end of a write that never finished gets a line of its own.
    const torn = size > 0 && (await readAt(handle, size - 1, 1)).toString() !== '\n';
    await handle.appendFile(torn ? `\n${line}` : line);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer;
}

const BLOCK = 64 * 1024;

/** The last whole checkpoint of a file; null when there is none. */
export async function lastCheckpoint(file: string): Promise<Checkpoint | null> {
  const handle = await open(file, 'r').catch(absent);
  if (handle === null) return null;
  try {
    let tail = Buffer.alloc(0);
    for (let start = (await handle.stat()).size; start > 0;) {
      const length = Math.min(BLOCK, start);
      start -= length;
      tail = Buffer.concat([await readAt(handle, start, length), tail]);
      const found = lastLineIn(tail, start === 0);
      if (found !== null) return found;
    }
    return null;
  } finally {
    await handle.close();
  }
}

/** The last checkpoint in the end of a file; its first piece is a line only where the file begins there. */
function lastLineIn(tail: Buffer, whole: boolean): Checkpoint | null {
  const lines = tail.toString('utf8').split('\n');
  for (let at = lines.length - 1; at >= (whole ? 0 : 1); at -= 1) {
    const line = lines[at] as string;
    const checkpoint = line === '' ? null : readLine(line);
    if (checkpoint !== null) return checkpoint;
  }
  return null;
}

/** The lines of a file one after the other, each as a checkpoint or null where it is none. Nothing without the file. */
export async function* checkpointsIn(file: string): AsyncGenerator<Checkpoint | null> {
  const handle = await open(file, 'r').catch(absent);
  if (handle === null) return;
  try {
    for await (const line of linesOf(handle)) if (line !== '') yield readLine(line);
  } finally {
    await handle.close();
  }
}

/** Lines end with a line feed and nothing else: what readers of lines take for one more (U+2028, U+2029) may stand in a text. */
async function* linesOf(handle: FileHandle): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of handle.createReadStream({ encoding: 'utf8', autoClose: false })) {
    const lines = (rest + String(piece)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}
