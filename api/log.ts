import { appendFileSync } from 'node:fs';

/** One line of the log. Never holds names, ids of people or what a request carried. */
export interface LogEntry {
  readonly event: string;
  readonly [detail: string]: string | number | boolean | null;
}

export type Log = (entry: LogEntry) => void;

/** Structured lines to stderr, or to a file where one is given. */
export function openLog(file: string | null): Log {
  return (entry) => {
    const line = `${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`;
    if (file === null) process.stderr.write(line);
    else appendFileSync(file, line, { mode: 0o600 });
  };
}
