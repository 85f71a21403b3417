const DEFERRED: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs synchronous work that an interrupt must not cut: Ctrl-C takes effect after it.
 *
 * Without a listener the kernel ends the process in the middle of a call. With one it only leaves
 * a note that the event loop reads, and the loop does not turn while synchronous work runs.
 */
export function deferSignals<T>(work: () => T): T {
  const arrived: NodeJS.Signals[] = [];
  const note = (signal: NodeJS.Signals): void => void arrived.push(signal);
  for (const signal of DEFERRED) process.on(signal, note);
  try {
    return work();
  } finally {
    // The loop polls for signals before it comes to immediates, so the notes are in by then.
    setImmediate(() => {
      for (const signal of DEFERRED) process.off(signal, note);
      arrived.filter(isUnheard).forEach((signal) => process.kill(process.pid, signal));
    });
  }
}

function isUnheard(signal: NodeJS.Signals): boolean {
  return process.listenerCount(signal) === 0;
}
