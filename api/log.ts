import { appendFileSync, renameSync, statSync } from 'node:fs';
import { pino } from 'pino';

/** One line of the log. Never holds names, ids of people or what a request carried. */
export interface LogEntry {
  readonly event: string;
  readonly [detail: string]: string | number | boolean | null;
}

export interface Log {
  (entry: LogEntry): void;
  /** How many lines could not be written. */
  readonly lost?: () => number;
}

const MOST_BYTES = 16 * 1024 * 1024;
/** What must not come here in the first place, and is struck out if it does. */
const STRUCK_OUT = ['password', 'passphrase', 'token', 'secret', 'cookie', 'authorization', 'name', 'display_name', 'phone', 'id_number', 'account', 'address', 'body', 'query'];

/**
 * Structured lines to standard error, or to a file of which one older part is kept once it has grown large. A line
 * that cannot be written (a full disk) is lost, never the request that it is about; `lost` says how many were.
 */
export function openLog(file: string | null): Log {
  let lost = 0;
  const write = file === null ? (line: string) => { process.stderr.write(line); } : rotating(file);
  const safely = (line: string): void => {
    try {
      write(line);
    } catch {
      lost += 1;
    }
  };
  const logger = pino({
    base: null, messageKey: 'said', timestamp: () => `,"at":"${new Date().toISOString()}"`,
    formatters: { level: (level) => ({ level }) }, redact: { paths: STRUCK_OUT, censor: '…' },
  }, { write: safely });
  return Object.assign((entry: LogEntry) => logger[entry.event === 'fault' ? 'error' : 'info'](entry), { lost: () => lost });
}

function rotating(file: string): (line: string) => void {
  let bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return (line) => {
    if (bytes > MOST_BYTES) {
      renameSync(file, `${file}.1`);
      bytes = 0;
    }
    appendFileSync(file, line, { mode: 0o600 });
    bytes += Buffer.byteLength(line);
  };
}

const FRAMES = 12;
const FIELDS = ['code', 'constraint', 'table', 'column', 'routine'] as const;

/**
 * What the log keeps of an exception: its kind, the database's name for it, and where it came from. Its message is
 * left out, for it may quote what somebody typed (`invalid input syntax for type date: "…"`).
 */
export function traceOf(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, FRAMES).map((line) => line.trim());
  const known = FIELDS.flatMap((field) => {
    const value = (error as unknown as Readonly<Record<string, unknown>>)[field];
    return typeof value === 'string' && /^[\w. -]{1,80}$/.test(value) ? [[field, value]] : [];
  });
  const cause = error.cause === undefined ? {} : Object.fromEntries(Object.entries(traceOf(error.cause)).map(([key, value]) => [`cause_${key}`, value]));
  return { kind: error.constructor.name, ...Object.fromEntries(known) as Record<string, string>, at_code: frames.join(' | '), ...cause };
}
