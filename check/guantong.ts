import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startProgram, type StartedProgram } from './program.ts';

const MAIN = join(fileURLToPath(new URL('..', import.meta.url)), 'cli', 'main.ts');

/** What a command of ours came to. */
export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  readonly ms: number;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment of a test's programs: that of the tests without what would change them. */
export function cleanEnvironment(more: Environment = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => name !== 'DATABASE_URL' && !name.startsWith('GUANTONG_'));
  return { ...Object.fromEntries(kept), ...more };
}

/** Runs `guantong …` to its end. */
export function guantong(args: readonly string[], environment: Environment = {}): Promise<Ran> {
  const started = performance.now();
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { env: cleanEnvironment(environment), maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => {
      resolve({ status: error === null ? 0 : Number(error.code), out, err, ms: performance.now() - started });
    });
  });
}

/** A `guantong serve` that is running. */
export interface Serving extends StartedProgram {
  /** `http://127.0.0.1:40123`, once it answers as it should. */
  readonly ready: () => Promise<string>;
}

/** Starts `guantong serve` on a free port. `before`: what to put before the command, such as `unshare`. */
export function serveGuantong(data: string, args: readonly string[] = [], environment: Environment = {}, before: readonly string[] = []): Serving {
  const [command = '', ...rest] = [...before, process.execPath, MAIN, 'serve', '--data', data, '--port', '0', ...args];
  const program = startProgram(command, rest, { env: cleanEnvironment(environment) });
  return { ...program, ready: async () => /https?:\/\/[\w.[\]:-]+/.exec(await program.line(/: https?:/))?.[0] ?? '' };
}
