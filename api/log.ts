import { appendFileSync, renameSync, statSync } from 'node:fs';

/** One line of the log. Never holds names, ids of people or what a request carried. */
export interface LogEntry {
  readonly event: string;
  readonly [detail: string]: string | number | boolean | null;
}

export type Log = (entry: LogEntry) => void;

const MOST_BYTES = 16 * 1024 * 1024;

/** Structured lines to stderr, or to a file of which one older part is kept once it has grown large. */
export function openLog(file: string | null): Log {
  let bytes = file === null ? 0 : (statSync(file, { throwIfNoEntry: false })?.size ?? 0);
  return (entry) => {
    const line = `${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`;
    if (file === null) {
      process.stderr.write(line);
      return;
    }
    if (bytes > MOST_BYTES) {
      renameSync(file, `${file}.1`);
      bytes = 0;
    }
    appendFileSync(file, line, { mode: 0o600 });
    bytes += Buffer.byteLength(line);
  };
}
