/** Something that must not outlive the program. */
export interface StoppedWithProgram {
  /** In order, while there is time. */
  readonly stop: () => Promise<void>;
  /** At once, when the program is already ending. */
  readonly stopNow: () => void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const living = new Set<StoppedWithProgram>();

function onExit(): void {
  for (const one of living) one.stopNow();
}

/** A signal that the program itself listens to is left to it: it will call `stop` when its own work is done. */
function onSignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  void Promise.allSettled([...living].map((one) => one.stop())).then(() => process.kill(process.pid, signal));
}

/** Stops it when the program ends or is interrupted. The answer forgets it again. */
export function stopWithProgram(one: StoppedWithProgram): () => void {
  if (living.size === 0) {
    process.on('exit', onExit);
    for (const signal of SIGNALS) process.on(signal, onSignal);
  }
  living.add(one);
  return () => {
    living.delete(one);
    if (living.size > 0) return;
    process.removeListener('exit', onExit);
    for (const signal of SIGNALS) process.removeListener(signal, onSignal);
  };
}
