import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { openPackage, unpack } from './package-directory.ts';
import { Refused } from './refusal.ts';
import { BatchWriter, buffersOf } from './row-batch.ts';
import type { RowBatch } from './row-batch.ts';
import { SharedStrings } from './shared-strings.ts';
import { SheetCells } from './sheet-cells.ts';
import type { SheetContext } from './sheet-cells.ts';
import type { Answer, FromThread, ThreadInput } from './thread-messages.ts';
import { readParts } from './workbook-parts.ts';
import { XmlScanner } from './xml-scanner.ts';

/** Batches on their way before the thread waits: enough to keep both sides busy, few enough to stay small. */
const IN_FLIGHT = 3;

/** The other side, with answers taken in the order they come. */
class Door {
  readonly #port: MessagePort;
  readonly #answers: Answer[] = [];
  #wake: (() => void) | null = null;
  #owed = 0;

  constructor(port: MessagePort) {
    this.#port = port;
    port.on('message', (answer: Answer) => {
      this.#answers.push(answer);
      this.#wake?.();
    });
  }

  tell(message: FromThread): void {
    this.#port.postMessage(message);
  }

  async ask(message: FromThread): Promise<Answer> {
    await this.settle(0);
    this.#port.postMessage(message);
    return this.#next();
  }

  give(batch: RowBatch): void {
    this.#port.postMessage({ kind: 'rows', batch } satisfies FromThread, buffersOf(batch));
    this.#owed++;
  }

  /** Waits until at most so many batches are not yet taken. */
  async settle(most: number): Promise<void> {
    for (; this.#owed > most; this.#owed--) await this.#next();
  }

  close(): void {
    this.#port.close();
  }

  async #next(): Promise<Answer> {
    for (let answer = this.#answers.shift(); ; answer = this.#answers.shift()) {
      if (answer !== undefined) return answer;
      await new Promise<void>((resolve) => { this.#wake = resolve; });
      this.#wake = null;
    }
  }
}

async function read(input: ThreadInput, door: Door): Promise<void> {
  const pack = await openPackage(input.source);
  const parts = await readParts(pack);
  door.tell({ kind: 'begin', from1904: parts.from1904 });
  const shared = new SharedStrings((texts) => door.tell({ kind: 'texts', texts }));
  if (parts.sharedStrings !== null) {
    const scanner = new XmlScanner(shared);
    for await (const chunk of unpack(pack.zip, parts.sharedStrings)) scanner.push(chunk);
    scanner.end();
    shared.flush();
  }
  const context: SheetContext = { shared, styles: parts.styles, cells: 0, characters: 0 };
  for (const [index, sheet] of parts.sheets.entries()) {
    const { wanted } = await door.ask({ kind: 'sheet', index, name: sheet.name });
    const rows = wanted ? new BatchWriter(index, (batch) => door.give(batch)) : null;
    const scanner = new XmlScanner(new SheetCells(context, rows));
    for await (const chunk of unpack(pack.zip, sheet.part)) {
      scanner.push(chunk);
      await door.settle(IN_FLIGHT);
    }
    scanner.end();
    rows?.flush();
    await door.settle(0);
  }
  pack.zip.close();
}

if (parentPort !== null) {
  const door = new Door(parentPort);
  try {
    await read(workerData as ThreadInput, door);
    door.tell({ kind: 'done' });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    door.tell({ kind: 'refused', code: error.code, detail: error.message });
  } finally {
    door.close();
  }
}
