import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { COMPILE_CACHE, PINNED_NODE, ROOT } from './project.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const REPEAT_AFTER_MS = 1000;
const ORPHAN_CHECK_MS = 500;

/**
 * Calls back once when npm, or the shell it put between, is gone: a SIGTERM to npm ends that shell and would
 * otherwise leave us serving. Without npm above us nobody is missed. The answer stops watching.
 */
function whenNpmIsGone(callback) {
  if (process.env.npm_lifecycle_event === undefined) return () => undefined;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, ORPHAN_CHECK_MS);
  return () => clearInterval(timer);
}

/**
 * Runs a program to its end with our input and output; answers its exit status. Ctrl-C reaches us from the
 * terminal and once more from npm: the program, in a session of its own, hears it once and ends in order.
 */
export function run(command, args, { env = {}, cwd = ROOT, ownSession = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd, env: { ...process.env, ...env }, stdio: [ownSession ? 'ignore' : 'inherit', 'inherit', 'inherit'], detached: ownSession,
    });
    let heard = 0;
    const forward = (signal) => {
      if (Date.now() - heard < REPEAT_AFTER_MS) return;
      heard = Date.now();
      child.kill(signal);
    };
    for (const signal of SIGNALS) process.on(signal, forward);
    const unwatch = whenNpmIsGone(() => child.kill('SIGTERM'));
    const done = (status) => {
      unwatch();
      for (const signal of SIGNALS) process.removeListener(signal, forward);
      resolve(status);
    };
    child.on('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`);
      done(127);
    });
    child.on('close', (code, signal) => done(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** Runs a TypeScript program of the project on the pinned Node. */
export function runPinned(args, options = {}) {
  return run(PINNED_NODE, args, { ...options, env: { NODE_COMPILE_CACHE: COMPILE_CACHE, ...options.env } });
}
