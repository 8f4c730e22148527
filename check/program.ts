import { spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** A program started by a test, and the lines that it writes. */
export interface StartedProgram {
  readonly process: ChildProcess;
  /** The first line that fits, of standard output or standard error; rejects when the program ends without it. */
  readonly line: (fits: RegExp) => Promise<string>;
  /** Everything written so far. */
  readonly output: () => string;
  /** Sends the signal and waits for the end; answers the exit status, or the signal that ended it. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number | NodeJS.Signals>;
  readonly ended: Promise<number | NodeJS.Signals>;
}

/** Starts a program whose output a test reads line by line. */
export function startProgram(command: string, args: readonly string[], options: SpawnOptions = {}): StartedProgram {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const wake = (): void => { for (const check of [...waiting]) check(); };
  for (const stream of [child.stdout, child.stderr] as Readable[]) {
    createInterface({ input: stream }).on('line', (line) => { lines.push(line); wake(); });
  }
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals);
  const line = (fits: RegExp): Promise<string> => new Promise((resolve, reject) => {
    const check = (): void => {
      const found = lines.find((one) => fits.test(one));
      if (found === undefined) return;
      waiting.delete(check);
      resolve(found);
    };
    waiting.add(check);
    check();
    ended.then(() => { check(); reject(new Error(`the program ended without ${fits}:\n${lines.join('\n')}`)); }, reject);
  });
  const end = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<number | NodeJS.Signals> => {
    child.kill(signal);
    return ended;
  };
  return { process: child, line, output: () => lines.join('\n'), end, ended };
}
