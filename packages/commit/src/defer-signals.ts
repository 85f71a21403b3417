const DEFERRED: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** What arrived while work ran; undefined while nobody listens. */
let arrived: NodeJS.Signals[] | undefined;

/**
 * Runs synchronous work that an interrupt must not cut: Ctrl-C takes effect after it.
 *
 * Without a listener the kernel ends the process in the middle of a call. With one it only leaves
 * a note that the event loop reads, and the loop does not turn while synchronous work runs.
 */
export function deferSignals<T>(work: () => T): T {
  listen();
  return work();
}

/** Listens until the loop turns; once for all work before that. */
function listen(): void {
  if (arrived !== undefined) return;
  arrived = [];
  for (const signal of DEFERRED) process.on(signal, note);
  // The loop polls for signals before it comes to immediates, so the notes are in by then.
  setImmediate(deliver);
}

function deliver(): void {
  for (const signal of DEFERRED) process.off(signal, note);
  const unheard = arrived?.filter((signal) => process.listenerCount(signal) === 0) ?? [];
  arrived = undefined;
  for (const signal of unheard) process.kill(process.pid, signal);
}

function note(signal: NodeJS.Signals): void {
  arrived?.push(signal);
}
